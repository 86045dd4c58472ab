/** What is taken away says what it is: links with their dates, files with what is filtered, citations with their assumptions. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { hashOf, leave, settled, stage, text } from './stage.js';

/** @type {import('./stage.js').Stage} */
let on;
before(async () => {
  on = await stage();
});
after(() => on?.close());

test('a copied link says both its dates, and leaves the address and the steps as they were', async () => {
  const page = await on.open('');
  await page.click('#menu-instrument-button');
  await page.click('label:has(#filter-instrument-DP)');
  await settled(page);
  await page.keyboard.press('Escape');
  const before = await hashOf(page);
  const steps = await page.evaluate(() => history.length);
  await page.click('#copy-link');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(link, /#\/network\?as-of=2025-11-20&known=2025-11-20&instrument=DP&lang=fr$/);
  assert.equal(await hashOf(page), before);
  assert.equal(await page.evaluate(() => history.length), steps);
  // Who opens it sees the same: a date that is the usual one is no filter to be taken off.
  const other = await on.open(link.slice(on.url.length));
  for (const one of [page, other]) await one.waitForSelector('.chips .count');
  for (const part of ['.view-sentence', '.chips', '#actors tbody', '#status'])
    assert.equal(await text(other, part), await text(page, part), part);
  assert.equal(await other.locator('#since').count(), 0);
  await leave(other);
  await page.click('#undo');
  await settled(page);
  assert.equal(await hashOf(page), '#/network');
  await leave(page);
  const dated = await on.open('#/gaps/secure?as-of=2026-03-01');
  await dated.click('#copy-link');
  assert.match(await dated.evaluate(() => navigator.clipboard.readText()), /#\/gaps\/secure\?as-of=2026-03-01&known=2025-11-20&lang=fr$/);
  await leave(dated);
});

test('a file says in its name what is filtered, and a JSON file what recomputes it', async () => {
  const take = async (/** @type {string} */ hash, /** @type {string} */ format) => {
    const page = await on.open(hash);
    const [download] = await Promise.all([page.waitForEvent('download'), page.click(`#download-${format}`)]);
    const out = { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
    await leave(page);
    return out;
  };
  const svg = await take('#/network?instrument=SDP,DP&state=active&without-eu', 'svg');
  assert.equal(svg.name, 'relier-wheel_instrument-dp-sdp_state-active_without-eu_2025-11-20.svg');
  const meta = await (await fetch(`${on.url}api/v1/meta`)).json();
  const all = (/** @type {string} */ list) => meta[list].map((/** @type {{ id: string }} */ one) => one.id).join(',');
  const long = await take(`#/network?area=${all('areas')}&domain=${all('domains')}&state=${all('states')}`, 'csv');
  assert.ok(long.name.length < 140 && /^relier-wheel_[a-z0-9_-]{20,80}_2025-11-20/.test(long.name), long.name);
  // A view that does not filter does not say that it did.
  assert.equal((await take('#/gaps?instrument=DP', 'json')).name, 'relier-gaps_2025-11-20.json');
  for (const [hash, own] of [
    ['#/network?as-of=2026-03-01&instrument=DP', 'ties'],
    ['#/gaps', 'gaps'],
    ['#/gaps/secure', 'sections'],
    ['#/documents/join-2025-140', 'passages'],
    ['#/rank/degree', 'rows'],
  ]) {
    const told = JSON.parse((await take(String(hash), 'json')).text);
    assert.match(told.address, /^#\/[a-z]+.*as-of=20\d\d-\d\d-\d\d&known=2025-11-20/, hash);
    assert.equal(told.dates.known, '2025-11-20', hash);
    assert.equal(told.dataset.version, '1.0.0', hash);
    assert.match(told.dataset.digest, /^[0-9a-f]{64}$/, hash);
    assert.ok(Array.isArray(told[String(own)]) && told[String(own)].length > 0, `${hash}: ${own}`);
  }
  const assumed = JSON.parse((await take('#/whatif?edit=drop+DP-JPN', 'json')).text);
  assert.deepEqual(assumed.assumption, ['drop DP-JPN']);
});

for (const [lang, word] of [['fr', /Hypothèse/], ['en', /[Aa]ssumption/]])
  test(`what rests on an assumption is cited with that word: ${lang}`, async () => {
    for (const [hash, assumed] of [['#/whatif?edit=drop+DP-JPN&', true], ['#/network?', false]]) {
      const page = await on.open(`${hash}lang=${lang}`);
      await page.click('#cite-view');
      await page.waitForSelector('#cite pre');
      assert.equal(/** @type {RegExp} */ (word).test(await text(page, '#cite pre')), assumed);
      await leave(page);
    }
  });
