/** What every journey stands on: the real program on a free port, a real browser, and the three promises kept all along. */

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = new URL('../../', import.meta.url);

/** The program: RELIER_BIN, else the newest kind of build there is. */
export function program() {
  const places = [
    process.env.RELIER_BIN,
    fileURLToPath(new URL('../target/release/relier', root)),
    fileURLToPath(new URL('../target/debug/relier', root)),
  ];
  const found = places.find((path) => path && existsSync(path));
  if (!found)
    throw new Error(
      `the program is not built: run cargo build, or set RELIER_BIN (looked at ${places.filter(Boolean).join(', ')})`,
    );
  return found;
}

/** The browser: CHROMIUM, else where distributions put it. */
export function browserPath() {
  const places = [
    process.env.CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  const found = places.find((path) => path && existsSync(path));
  if (!found)
    throw new Error(
      'no Chromium found: install it (apt-get install chromium) or set CHROMIUM to its path; the journeys are not skipped',
    );
  return found;
}

/**
 * Runs the program once.
 * @param {readonly string[]} words
 * @returns {{ status: number | null, out: string, talk: string }}
 */
export function run(words) {
  const done = spawnSync(program(), [...words], { encoding: 'utf8', maxBuffer: 64 << 20 });
  return { status: done.status, out: done.stdout, talk: done.stderr };
}

/**
 * @param {readonly string[]} [options]  of `relier serve`
 * @returns {Promise<{ url: string, stop: () => void }>}
 */
export async function serve(options = []) {
  const child = spawn(program(), ['serve', '--port', '0', ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
  let talk = '';
  child.stderr.on('data', (data) => (talk += data));
  const url = await new Promise((resolve, reject) => {
    let heard = '';
    child.stdout.on('data', (data) => {
      heard += data;
      const address = /http:\/\/\S+/.exec(heard)?.[0];
      if (address) resolve(address);
    });
    child.on('exit', (code) => reject(new Error(`relier serve ended with ${code}: ${talk}`)));
    child.on('error', reject);
  });
  return { url, stop: () => child.kill() };
}

/**
 * @typedef {object} Stage
 * @property {string} url
 * @property {(hash?: string, how?: Setting) => Promise<import('playwright-core').Page>} open
 * @property {() => Promise<void>} close
 */
/**
 * @typedef {{ width?: number, height?: number, locale?: string, scheme?: 'light' | 'dark', scripts?: boolean, forced?: boolean }} Setting
 */

/** A browser that asks for nothing by itself. */
export function launched() {
  return chromium.launch({
    executablePath: browserPath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}

/**
 * @param {readonly string[]} [options]  of `relier serve`
 * @returns {Promise<Stage>}
 */
export async function stage(options = []) {
  const server = await serve(options);
  const browser = await launched();
  return {
    url: server.url,
    open: async (
      hash = '',
      { width = 1440, height = 900, locale = 'fr-FR', scheme = 'light', scripts = true, forced = false } = {},
    ) => {
      const context = await browser.newContext({
        viewport: { width, height },
        locale,
        colorScheme: scheme,
        ...(forced ? { forcedColors: 'active', reducedMotion: 'reduce' } : {}),
        javaScriptEnabled: scripts,
      });
      await context.grantPermissions(['clipboard-read', 'clipboard-write']).catch(() => {});
      const page = await context.newPage();
      watch(page, server.url);
      await page.goto(server.url + hash);
      if (scripts) await settled(page);
      return page;
    },
    close: async () => {
      await browser.close();
      server.stop();
    },
  };
}

/** @type {WeakMap<import('playwright-core').Page, string[]>} */
const complaints = new WeakMap();

/**
 * Hears every error of the console and every request that leaves the origin.
 * @param {import('playwright-core').Page} page
 * @param {string} origin
 */
function watch(page, origin) {
  /** @type {string[]} */
  const heard = [];
  complaints.set(page, heard);
  page.on('console', (message) => {
    // A debug build may not draw its replicates within the server's limit; the page says so by itself.
    if (/status of 504/.test(message.text()) && program().includes('debug')) return;
    if (message.type() === 'error' || message.type() === 'warning') heard.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => heard.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !/^(data|blob):/.test(request.url()))
      heard.push(`request: ${request.url()}`);
  });
}

/**
 * Ends a journey: nothing was complained of. `expected` are the answers that the journey provoked.
 * @param {import('playwright-core').Page} page
 * @param {{ expected?: RegExp }} [how]
 */
export async function leave(page, { expected } = {}) {
  const heard = (complaints.get(page) ?? []).filter((text) => !expected?.test(text));
  await page.context().close();
  assert.deepEqual(heard, []);
}

/**
 * Waits until the view asked for stands.
 * @param {import('playwright-core').Page} page
 */
export async function settled(page) {
  await page.waitForSelector('h1');
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0))));
  await page.waitForFunction(() => document.querySelector('[aria-busy]') === null);
}

/**
 * The text of an element, spaces made plain.
 * @param {import('playwright-core').Page | import('playwright-core').Locator} where
 * @param {string} selector
 */
export async function text(where, selector) {
  return ((await where.locator(selector).first().textContent()) ?? '').replace(/\s+/g, ' ').trim();
}

/**
 * The address, without its word for French: every address says its language, and the journeys are French unless they say otherwise.
 * @param {import('playwright-core').Page} page
 */
export async function hashOf(page) {
  return plainly(await page.evaluate(() => location.hash));
}

/**
 * An address without its word for French.
 * @param {string | null} hash
 */
export function plainly(hash) {
  return (hash ?? '').replace(/([?&])lang=fr(&|$)/, (_, before, after) => (after === '' ? '' : before));
}
