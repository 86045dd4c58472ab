/** The explorer as one file: opened from disk, with the network off, it asks for nothing and answers all the same. */

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { browserPath, run, serve, settled, text } from './stage.js';

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

test('it is smaller than 2.5 MB and loads nothing from an address', () => {
  assert.ok(statSync(file).size < 2_500_000, `${statSync(file).size} bytes`);
  const html = readFileSync(file, 'utf8');
  assert.match(html, /default-src 'none'/);
  const page = html.replace(/<script type="text\/plain"[^>]*>[^<]*<\/script>/, '').replace(/<script>[\s\S]*?<\/script>/, '');
  for (const [, value] of page.matchAll(/\s(?:src|href|action|poster|srcset)="([^"]*)"/g))
    assert.match(value ?? '', /^(data:|#)/, `the page loads or leads to ${value}`);
  assert.ok(!/url\((?!["']?data:)/.test(page), 'a style sheet loads something');
  assert.ok(!/@import/.test(page), 'a style sheet imports another');
});

test('written twice it is the same, byte for byte', () => {
  const again = join(folder, 'again.html');
  assert.equal(run(['export', 'bundle', '-o', again]).status, 0);
  assert.ok(readFileSync(again).equals(readFileSync(file)));
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

const SHOWN = [
  'network',
  'network/ego?focus=JPN',
  'network/force',
  'network?without-eu',
  'network?node=JPN',
  'matrix',
  'matrix?against=kinds&units=named',
  'gaps',
  'gaps/deepen',
  'gaps/deepen?table=robustness',
  'gaps/deepen?table=lattice',
  'gaps?as-of=2025-06-05',
  'rank',
  'rank/degree?without-eu&graph=incidence',
  'actions',
  'actions/calendar',
  'compare?actors=KOR,JPN',
  'compare/dates?dates=2025-06-05,2025-11-20',
  'documents/join-2025-140',
  'whatif',
  'whatif/connect?budget=5',
  'about',
  'about/accessibility',
];

/** What the file leaves to the program, and the command that it names for it. */
const LEFT = /** @type {const} */ ([
  ['network?as-of=2025-09-01', 'relier draw wheel --as-of 2025-09-01'],
  ['network/force?instrument=DP', 'relier draw force --instrument DP'],
  ['rank/degree?area=AI', 'relier rank degree --area AI'],
  ['matrix?area=AI', 'relier draw matrix --area AI'],
  ['compare?actors=JPN,KOR,BRA', 'relier compare JPN KOR BRA'],
  ['whatif?edit=add+SDP+CAN', 'relier whatif --edit "add SDP CAN"'],
]);

test('the file says of each ranking how far its order holds', async () => {
  for (const view of ['rank/degree', 'rank/betweenness', 'rank/degree?graph=incidence']) {
    const { page, close } = await open(`#/${view}${view.includes('?') ? '&' : '?'}lang=en`);
    await page.waitForSelector('.firmness tbody tr');
    const rows = await page.locator('.firmness tbody tr').allTextContents();
    assert.equal(rows.length, 2, view);
    for (const row of rows) assert.match(row, /(holds|fragile).*τ/, view);
    await close();
  }
});

test('every view that it can show it shows, in both languages; what needs the program says so, with its command', async () => {
  for (const lang of ['fr', 'en']) {
    // In French each from disk, as a link is followed; in English from one to the next, as a reader walks.
    const one = lang === 'en' ? await open('#/about?lang=en') : undefined;
    for (const view of SHOWN) {
      const hash = `#/${view}${view.includes('?') ? '&' : '?'}lang=${lang}`;
      const { page, wrong, close } = one ?? (await open(hash));
      if (one) {
        await page.goto(pathToFileURL(file).href + hash);
        await settled(page);
      }
      await page.waitForTimeout(300);
      assert.equal(await page.locator('html').getAttribute('lang'), lang, view);
      assert.deepEqual(wrong, [], view);
      assert.equal(await page.locator('#body .problem').count(), 0, `${view}: ${await page.locator('#body .problem').allTextContents()}`);
      if (!one) await close();
    }
    await one?.close();
    for (const [view, command] of LEFT) {
      const { page, wrong, close } = await open(`#/${view}&lang=${lang}`);
      const told = await text(page, '#body .problem');
      assert.match(told, /relier serve/, view);
      const named = await text(page, '#body .problem code');
      assert.equal(named, `${command} --lang ${lang}`);
      // It runs as printed.
      const words = [...named.matchAll(/"([^"]*)"|(\S+)/g)].map((m) => m[1] ?? m[2] ?? '').slice(1);
      const ran = run(words);
      assert.equal(ran.status, 0, `${named}: ${ran.talk}`);
      assert.deepEqual(wrong, [], view);
      await close();
    }
  }
});

test('filters act in the file as they do on the served page: words, tables, counts and marks', async () => {
  const server = await serve();
  const served = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1440, height: 900 } });
  try {
    for (const query of ['instrument=DP', 'kind=partner&state=active&area=CYB', 'without-eu&area=AI', 'as-of=2025-06-05&instrument=DP,DD', 'class=stated,derived&focus=NGA', 'domain=D5&split-eu']) {
      const { page, wrong, close } = await open(`#/network?${query}&table=ties&lang=fr`);
      const other = await served.newPage();
      await other.goto(`${server.url}#/network?${query}&table=ties&lang=fr`);
      await other.waitForFunction(() => !document.querySelector('#layout')?.hasAttribute('aria-busy') && document.querySelector('h1'));
      for (const one of [page, other]) {
        await one.waitForSelector('#ties tbody tr');
        await one.click('#menu-instrument-button');
        await one.waitForFunction(() => /\d/.test(document.querySelector('#menu-instrument .option .count')?.textContent ?? ''));
      }
      for (const part of ['.view-sentence', '#ties tbody', '.chips', '#menu-instrument'])
        assert.equal(await text(page, part), await text(other, part), `${part} of ${query}`);
      const marks = (/** @type {import('playwright-core').Page} */ one) =>
        one.evaluate(() =>
          [
            ...new Set(
              [...document.querySelectorAll('svg.alive [data-tie], svg.alive [data-node]')].map(
                (m) => m.getAttribute('data-tie') ?? m.getAttribute('data-node') ?? '',
              ),
            ),
          ].filter((id) => !id.startsWith('MEMBER-')),
        );
      // A wheel of derived ties is not held: the tables stand for it, and the program is named.
      if (query.includes('derived')) {
        assert.match(await text(page, '.missing'), /relier serve.*relier draw wheel/);
      } else {
        const own = await marks(page);
        assert.deepEqual(own.sort(), (await marks(other)).sort(), query);
        assert.ok(own.length > 3, query);
      }
      assert.deepEqual(wrong, [], query);
      await close();
      await other.close();
    }
  } finally {
    server.stop();
  }
});

test('a filtered wheel is taken away saying what it is, and a view is cited', async () => {
  const { page, wrong, close } = await open('#/network?instrument=DP&lang=en');
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#download-svg')]);
  const svg = readFileSync(await download.path(), 'utf8');
  assert.match(svg, /Filtered in the file: the wheel of the whole network/);
  assert.match(svg, /Digital partnerships · 4/);
  assert.doesNotMatch(svg, /198|94 instruments/);
  await page.click('#cite-view');
  await page.waitForSelector('#cite pre');
  const cited = (await page.locator('#cite pre').allTextContents()).join('\n');
  assert.match(cited, /relier draw wheel --instrument DP --as-of 2025-11-20 --known 2025-11-20/);
  assert.deepEqual(wrong, []);
  await close();
});
