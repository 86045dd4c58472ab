/** Additional sources, outside the documents and not machine-checked: off unless asked for, and never mistaken for a quotation. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { leave, settled, stage, text } from './stage.js';

/** @type {import('./stage.js').Stage} */
let on;
before(async () => {
  on = await stage();
});
after(() => on?.close());

/** The records as they are written by hand, block by block. */
const BLOCKS = readFileSync(new URL('../../../seeds/additional.toml', import.meta.url), 'utf8').split(/^\[\[/m);

/** @param {RegExp} mark @param {RegExp} what */
function written(mark, what) {
  const found = what.exec(BLOCKS.find((b) => mark.test(b)) ?? '')?.[1];
  assert.ok(found, `${mark} ${what}`);
  return found;
}

const CHANGE = /^id = "change-SDP-CAN"/m;
const SOURCE = written(CHANGE, /^source = "(.+)"/m);
const TEXT = new RegExp(`^source\\]\\]\\nid = "${SOURCE}"`);

test('a tie that rests on one says so, with the text, its place, and what was not read; it has no quotation', async () => {
  for (const lang of /** @type {const} */ (['fr', 'en'])) {
    const page = await on.open(`#/network?additional&tie=SDP-CAN&lang=${lang}`);
    await page.waitForSelector('#panel .remark');
    const remark = await text(page, '#panel .remark');
    const said = written(CHANGE, lang === 'fr' ? /^statement = \{ fr = "([^"]+)"/m : /^statement = .* en = "([^"]+)"/m);
    assert.ok(remark.includes(said), remark);
    assert.match(remark, lang === 'fr' ? /non vérifiée par la machine/ : /not machine-checked/);
    assert.ok(remark.includes(written(CHANGE, /^short_quote = "(.+)"/m)), remark);
    const link = page.locator('#panel .remark a');
    assert.equal(await link.textContent(), written(TEXT, /^title = "(.+)"/m));
    assert.equal(await link.getAttribute('href'), written(TEXT, /^address = "(.+)"/m));
    assert.equal(await link.getAttribute('rel'), 'noreferrer');
    assert.equal(await page.locator('#panel .quotation').count(), 0);
    const border = await page.locator('#panel .remark').evaluate((e) => getComputedStyle(e).borderTopStyle);
    assert.equal(border, 'dashed');
    assert.match(await text(page, '#status .limit'), lang === 'fr' ? /sources additionnelles/ : /additional sources/);
    await leave(page);
  }
});

test('a tie of the documents keeps its quotations, and the remark stands beside them', async () => {
  const page = await on.open('#/network?additional&tie=FTA-D-NZL');
  await page.waitForSelector('#panel .remark');
  assert.ok((await page.locator('#panel .quotation').count()) > 0);
  assert.equal(await page.locator('#panel .quotation .remark').count(), 0);
  await leave(page);
});

test('without them, what they tell since stands beside what the documents say, and leads to them', async () => {
  const from = written(/^id = "change-HE-KOR"/m, /^from = "(.+)"/m);
  const tie = await on.open('#/network?tie=HE-KOR&lang=en');
  await tie.waitForSelector('#panel .told');
  const said = await text(tie, '#panel .told');
  assert.match(said, /outside the two documents.*concluded/);
  assert.ok(said.includes(String(Number(from.slice(8, 10)))), said);
  await tie.click('#panel .told .way');
  await settled(tie);
  await tie.waitForSelector('#panel .remark');
  assert.equal(await tie.locator('.told').count(), 0, 'what is switched on is told in its place');
  await leave(tie);
  // A day before the text was out knows nothing of it.
  const before = await on.open('#/network?tie=HE-KOR&known=2025-06-05&lang=en');
  await before.waitForSelector('#panel .quotation');
  assert.equal(await before.locator('.told').count(), 0);
  await leave(before);
  const pair = await on.open('#/compare?actors=JPN,CAN&lang=en');
  const row = pair.locator('#compare-kinds tr[data-row="SDP"], #compare-instruments tr[data-row="SDP"]').first();
  await row.waitFor();
  assert.equal(await row.locator('.told').count(), 1, 'of Canada alone');
  assert.match((await row.locator('td', { has: pair.locator('.told') }).textContent()) ?? '', /established absence.*running/s);
  assert.match(await text(pair, '.said'), /Since, by other public texts, outside the two documents: .*Canada, Security and defence partnership/);
  await leave(pair);
  // The card of the opening, the direction and its line name whom it concerns.
  const opening = await on.open('#/network?lang=en');
  assert.match(await text(opening, '.direction-secure .sentence'), /Security leg told since by other texts: Canada\./);
  await leave(opening);
  const secure = await on.open('#/gaps/secure?lang=en');
  assert.match(await text(secure, '.told'), /tell of a security partnership since: Australia \(under negotiation, 18 June 2025\) and Canada \(running or in force, 23 June 2025\)\./);
  assert.equal(await secure.locator('.told').count(), 1);
  assert.match(await text(secure, 'tr[data-row*="CAN"]'), /since, by other texts: running or in force, 23 June 2025.*tell of one since/);
  assert.equal(await secure.locator('tbody tr', { hasText: 'tell of one since' }).count(), 2);
  // On a phone, where the sentence folds away, the cell says so.
  const phone = await on.open('#/gaps/secure?lang=en', { width: 390 });
  assert.match(await phone.locator('tr[data-row*="CAN"]').first().innerText(), /established absence\s+since, by other texts: running/);
  await leave(phone);
  // An actor of whom no tie of the documents says it, and an assumption, say so too.
  const actor = await on.open('#/network?node=CAN&lang=en');
  await actor.waitForSelector('#panel .told');
  assert.match(await text(actor, '#panel .told'), /tell since: Security and defence partnership \(running or in force, 23 June 2025\)\./);
  await leave(actor);
  const assumed = await on.open('#/whatif?edit=add+SDP+CAN&lang=en');
  assert.match(await text(assumed, '.assumed .told'), /tells since: running or in force \(23 June 2025\)/);
  await leave(assumed);
  await secure.click('.told .way');
  await settled(secure);
  assert.equal(await secure.locator('.told').count(), 0);
  await leave(secure);
});

test('on a day before a document it is said that it counts, and one press leaves it out', async () => {
  const page = await on.open('#/network?as-of=2025-06-30&lang=en');
  await page.waitForSelector('#since-ahead');
  assert.match(await text(page, '#since'), /ST 15315\/1\/25 REV 1 came out after this day/);
  await page.click('#since-ahead');
  await settled(page);
  assert.match(await page.evaluate(() => location.hash), /as-of=2025-06-30&known=2025-06-30/);
  await page.waitForFunction(() => document.querySelector('#since') && !document.querySelector('#since[aria-busy]'));
  assert.equal(await page.locator('#since-ahead').count(), 0);
  await leave(page);
});

test('a cell that holds by one alone bears a star, and the stars are explained; without them there are none', async () => {
  const star = (/** @type {import('playwright-core').Page} */ page, /** @type {string} */ cell) =>
    page
      .locator(`[data-cell="${cell}"]`)
      .evaluate((e) => getComputedStyle(e, '::after').content.replaceAll('"', ''));
  const address = '#/matrix?against=kinds&units=named';
  const page = await on.open(`${address}&additional`);
  // No security and defence partnership with Canada stands in the documents' closed list; one with Japan does.
  assert.equal(await star(page, 'partners:CAN:SDP'), '*');
  assert.equal(await star(page, 'partners:JPN:SDP'), 'none');
  assert.match(await text(page, '#body'), /\* par une source additionnelle seule, non vérifiée par la machine/);
  await page.locator('[data-cell="partners:CAN:SDP"]').click();
  await settled(page);
  await page.waitForSelector('#panel .remark');
  assert.match(await text(page, '#panel'), /Vaut par la seule source additionnelle, non vérifiée par la machine/);
  await leave(page);
  const plain = await on.open(address);
  assert.equal(await star(plain, 'partners:CAN:SDP'), 'none');
  assert.equal(await plain.locator('.is-additional').count(), 0);
  assert.doesNotMatch(await text(plain, '#body'), /source additionnelle/);
  await leave(plain);
});

test('unasked there is nothing of them', async () => {
  const page = await on.open('#/network?tie=SDP-CAN');
  await page.waitForSelector('#panel .problem');
  assert.match(await text(page, '#panel .problem'), /Introuvable/);
  await leave(page, { expected: /status of 404/ });
});
