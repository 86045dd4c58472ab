/**
 * Eight things a newcomer comes for, each by mouse and by keyboard alone, from the first view on; the link copied at the end
 * shows the same sight to someone else, whose browser speaks another language. How many acts it took is told with the test.
 */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { hashOf, leave, settled, stage, text } from './stage.js';

/** @import { Page } from 'playwright-core' */

/** @type {import('./stage.js').Stage} */
let on;
before(async () => {
  on = await stage();
});
after(() => on?.close());

/** A hand: it presses what it sees, or goes by keys to it; both are counted. */
class Hand {
  /** @param {Page} page @param {boolean} keys */
  constructor(page, keys) {
    this.page = page;
    this.keys = keys;
    this.acts = 0;
  }

  /** Presses something. @param {string} selector @param {{ key?: string }} [how] */
  async press(selector, { key = 'Enter' } = {}) {
    this.acts += 1;
    if (this.keys) {
      await this.reach(selector);
      await this.page.keyboard.press(key);
    } else await this.page.locator(selector).first().click();
    await settled(this.page);
  }

  /** Sets a switch or a box, which are drawn beside their field. @param {string} selector */
  async set(selector) {
    if (this.keys) return this.press(selector, { key: 'Space' });
    this.acts += 1;
    await this.page.locator(`label:has(${selector})`).first().click();
    return settled(this.page);
  }

  /** Writes into a field and takes what is offered first. @param {string} selector @param {string} words @param {string} list */
  async choose(selector, words, list) {
    this.acts += 2;
    if (this.keys) await this.reach(selector);
    else await this.page.click(selector);
    await this.page.keyboard.type(words);
    await this.page.waitForSelector(`${list} [role=option]`);
    if (this.keys) await this.page.keyboard.press('Enter');
    else await this.page.locator(`${list} [role=option]`).first().click();
    await settled(this.page);
  }

  /** A key of the page for those who have keys, the thing itself for those who have a mouse. @param {string} key @param {string} selector */
  async stroke(key, selector) {
    if (!this.keys) return this.press(selector);
    this.acts += 1;
    await this.page.keyboard.press(key);
    return settled(this.page);
  }

  /** Goes to something by Tab alone, forwards or back, as far as the page goes. @param {string} selector */
  async reach(selector) {
    const there = () => this.page.evaluate((s) => document.activeElement === document.querySelector(s), selector);
    const backwards = await this.page.evaluate((s) => {
      const [here, to] = [document.activeElement, document.querySelector(s)];
      return here && to && here !== document.body ? (here.compareDocumentPosition(to) & Node.DOCUMENT_POSITION_PRECEDING) > 0 : false;
    }, selector);
    for (let i = 0; i < 400 && !(await there()); i++) await this.page.keyboard.press(backwards ? 'Shift+Tab' : 'Tab');
    assert.ok(await there(), `${selector} is reached by Tab`);
  }
}

/**
 * What one reads: the view and the panel, without the levers around them, which count when they are opened, and without the
 * search of a reader, which knows where one came from.
 * @param {Page} page
 */
const sight = (page) =>
  page.evaluate(() => {
    const seen = /** @type {Element} */ (document.querySelector('#layout')?.cloneNode(true));
    for (const lever of seen.querySelectorAll('.menus, .chips .count, .find, .toolbar, .tab .count, [hidden]')) lever.remove();
    return (seen.textContent ?? '').replace(/\s+/g, ' ').trim();
  });

/**
 * @param {string} name
 * @param {(hand: Hand, page: Page) => Promise<void>} act
 */
function task(name, act) {
  for (const keys of [false, true])
    test(`${name}: ${keys ? 'by keyboard' : 'by mouse'}`, async (t) => {
      const page = await on.open('');
      const hand = new Hand(page, keys);
      await act(hand, page);
      t.diagnostic(`${hand.acts} acts`);
      const hash = await page.evaluate(() => location.hash);
      assert.match(hash, /[?&]lang=fr/);
      const seen = await sight(page);
      await hand.press('#copy-link');
      const link = await page.evaluate(() => navigator.clipboard.readText());
      // The link says its dates, so that it shows the same when the usual ones have moved on; the address stays short.
      const [path = '', query = ''] = hash.split('?');
      const known = '&known=2025-11-20';
      const dated = /(^|&)as-of=/.test(query) ? query.replace(/as-of=[^&]*/, (asOf) => asOf + known) : `as-of=2025-11-20${known}&${query}`;
      assert.equal(link, `${on.url}${path}?${dated}`);
      const other = await on.open(link.slice(on.url.length), { locale: 'en-GB' });
      if (await page.locator('#panel').isVisible()) await other.waitForSelector('#panel .panel-body section, #panel .panel-body dl');
      await other.waitForLoadState('networkidle');
      const there = await sight(other);
      const at = [...seen].findIndex((c, i) => c !== there[i]);
      assert.ok(seen.length > 200);
      assert.equal(there === seen, true, `${there.slice(at - 60, at + 120)} for ${seen.slice(at - 60, at + 120)}`);
      await leave(other);
      await leave(page);
    });
}

task('find a partner and read its evidence', async (hand, page) => {
  if (hand.keys) await page.keyboard.press('/');
  await hand.choose('#search', 'coree du sud', '#search-list');
  await page.waitForSelector('#panel .quotation');
  assert.equal(await text(page, '#panel-title'), 'République de Corée');
  const words = await page.locator('#panel .words').allTextContents();
  assert.ok(words.includes('Avec le Japon, la République de Corée, Singapour et le Canada.'), words.slice(0, 5).join(' | '));
  assert.match(await text(page, '#panel .quotation figcaption'), /JOIN\(2025\) 140 final/);
});

task('filter to the digital partnerships in force', async (hand, page) => {
  await hand.press('#menu-instrument-button');
  await hand.set('#filter-instrument-DP');
  await hand.press('#menu-state-button');
  await hand.set('#filter-state-active');
  await page.keyboard.press('Escape');
  assert.equal(await hashOf(page), '#/network?instrument=DP&state=active');
  const partners = await page.locator('#actors tbody tr', { hasText: 'partenaire' }).locator('th').allTextContents();
  // Note 13 of the communication names these four.
  assert.deepEqual(partners.sort(), ['Canada', 'Japon', 'République de Corée', 'Singapour']);
});

task('take the EU out and find who still meets whom', async (hand, page) => {
  await hand.set('#without-eu');
  const said = /Sur (\d+) paires d’unités, (\d+) s’y rencontrent encore: (\d+) à une table de travail, (\d+) à l’ordre du jour .* seulement \(une unité: /;
  const [of, n, working, agenda] = (said.exec(await text(page, '.view-sentence')) ?? []).slice(1).map(Number);
  assert.equal(await page.locator('#meetings tbody tr[data-row]').count(), n);
  // The card beside it counts those without a working table, of as many.
  assert.match(await text(page, '.direction-connect .figure'), new RegExp(`^${(of ?? 0) - (working ?? 0)} sur ${of} `));
  assert.equal((working ?? 0) + (agenda ?? 0), n);
  const pair = page.locator('#meetings tbody tr', { hasText: 'Japon' }).filter({ hasText: 'Canada' }).first();
  assert.match((await pair.textContent()) ?? '', /G7/);
});

task('read the gaps of one direction and open a source', async (hand, page) => {
  await hand.press('#card-secure');
  assert.match(await text(page, 'h1'), /renforcer/);
  assert.equal(await page.locator('#lines-digital-only tbody tr[data-row]').count(), 9);
  await hand.press('#lines-digital-only button.unfold');
  await hand.press('tr.more:not([hidden]) a.open-passage');
  await page.waitForSelector('.passage.is-lit .lit');
  assert.match(await hashOf(page), /^#\/documents\/join-2025-140\?at=/);
});

task('change the date', async (hand, page) => {
  await hand.press('#menu-date-button');
  await hand.press('#as-of-before');
  await page.keyboard.press('Escape');
  const [, day = ''] = /as-of=(\d{4}-\d\d-\d\d)/.exec(await hashOf(page)) ?? [];
  assert.ok(day < '2025-11-20' && day !== '', day);
  assert.doesNotMatch(await text(page, '.view-sentence'), /20 novembre 2025/);
  assert.doesNotMatch(await text(page, '#status'), /État au 20 novembre/);
});

task('compare two partners', async (hand, page) => {
  await hand.press('#nav-compare');
  await hand.choose('#compare-add', 'Japon', '#compare-add-list');
  await hand.choose('#compare-add', 'Canada', '#compare-add-list');
  assert.match(await hashOf(page), /actors=JPN,CAN/);
  assert.match(await text(page, '.view-sentence'), /En commun.*Partenariat numérique/);
  // The closed list of security and defence partnerships names Japan and not Canada.
  assert.match(await text(page, '#compare-kinds'), /sécurité et de défense.*en cours/);
});

task('try a what-if and share it', async (hand, page) => {
  await hand.press('#nav-whatif');
  await hand.press('.next > li > button');
  assert.match(await hashOf(page), /edit=/);
  assert.match(await text(page, '.view-sentence'), /lacune.* comblée/);
  assert.equal(await page.locator('.assumed li').count(), 1);
});

task('export what is on the screen', async (hand, page) => {
  await hand.press('#nav-rank');
  const [download] = await Promise.all([page.waitForEvent('download'), hand.press('#download-csv')]);
  const csv = readFileSync(await download.path(), 'utf8');
  assert.match(download.suggestedFilename(), /^relier-rank-.*2025-11-20.*\.csv$/);
  assert.match(csv, /^\ufeffCode,Acteur,.*betweenness/);
  assert.ok(csv.split('\r\n').length > 40);
});
