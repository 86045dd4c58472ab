/** The explorer as one file: opened from disk, with the network off, it asks for nothing and answers all the same. */

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { browserPath, run } from './stage.js';

const folder = mkdtempSync(join(tmpdir(), 'relier-'));
const file = join(folder, 'relier.html');
/** @type {import('playwright-core').Browser} */
let browser;

before(async () => {
  const made = run(['export', 'bundle', '-o', file]);
  assert.equal(made.status, 0, made.talk);
  browser = await chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox', '--disable-gpu'] });
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/**
 * Opens the file offline; whatever it asks for and whatever goes wrong is written down.
 * @param {string} hash
 */
async function open(hash) {
  const context = await browser.newContext({ offline: true, locale: 'fr-FR', viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  /** @type {string[]} */
  const wrong = [];
  page.on('request', (r) => {
    // The file itself; data: and blob: are inside it.
    if (!/^(data|blob):/.test(r.url()) && r.url().split('#')[0] !== pathToFileURL(file).href) wrong.push(`asks for ${r.url()}`);
  });
  page.on('console', (m) => {
    if (m.type() === 'error' || m.type() === 'warning') wrong.push(`console: ${m.text()}`);
  });
  page.on('pageerror', (e) => wrong.push(`error: ${e.message}`));
  await page.goto(pathToFileURL(file).href + hash);
  await page.waitForFunction(() => !document.querySelector('#layout')?.hasAttribute('aria-busy') && document.querySelector('h1'));
  return { page, wrong, close: () => context.close() };
}

test('it is smaller than 3 MB and loads nothing from an address', () => {
  assert.ok(statSync(file).size < 3_000_000, `${statSync(file).size} bytes`);
  const html = readFileSync(file, 'utf8');
  assert.match(html, /default-src 'none'/);
  const page = html.replace(/<script type="text\/plain"[^>]*>[^<]*<\/script>/, '').replace(/<script>[\s\S]*?<\/script>/, '');
  for (const [, value] of page.matchAll(/\s(?:src|href|action|poster|srcset)="([^"]*)"/g))
    assert.match(value ?? '', /^(data:|#)/, `the page loads or leads to ${value}`);
  assert.ok(!/url\((?!["']?data:)/.test(page), 'a style sheet loads something');
  assert.ok(!/@import/.test(page), 'a style sheet imports another');
});

test('it opens on the wheel, changes its language and shows a tie’s evidence in its document, asking for nothing', async () => {
  const { page, wrong, close } = await open('');
  await page.waitForSelector('svg.alive [data-tie="DP-JPN"]');
  assert.match((await page.locator('h1').textContent()) ?? '', /\S/);
  await page.goto(`${pathToFileURL(file).href}#/network?tie=DP-JPN&lang=en`);
  await page.waitForSelector('#panel .quotation');
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  const words = await page.locator('#panel .words').allTextContents();
  assert.ok(words.some((w) => w.includes('Japon')), words.join(' | '));
  await page.locator('#panel .quotation a').first().click();
  await page.waitForFunction(() => location.hash.includes('documents/'));
  await page.waitForFunction((quote) => document.querySelector('.reading')?.textContent?.includes(quote), words[0]?.trim().slice(0, 40) ?? '');
  assert.deepEqual(wrong, []);
  await close();
});

test('every view that it can show it shows, in both languages; what needs the program says so', async () => {
  for (const lang of ['fr', 'en']) {
    for (const view of ['network', 'network/ego?focus=JPN', 'matrix', 'gaps', 'gaps/deepen', 'rank', 'actions', 'documents/join-2025-140', 'whatif', 'about', 'network?without-eu', 'network?node=JPN', 'gaps?as-of=2025-06-05']) {
      const { page, wrong, close } = await open(`#/${view}${view.includes('?') ? '&' : '?'}lang=${lang}`);
      await page.waitForTimeout(300);
      assert.deepEqual(wrong, [], view);
      assert.equal(await page.locator('#body .problem').count(), 0, `${view}: ${await page.locator('#body .problem').allTextContents()}`);
      await close();
    }
    const { page, wrong, close } = await open(`#/network?instrument=DP&as-of=2025-09-01&lang=${lang}`);
    assert.match((await page.locator('#body .problem').textContent()) ?? '', /relier serve/);
    assert.deepEqual(wrong, []);
    await close();
  }
});
