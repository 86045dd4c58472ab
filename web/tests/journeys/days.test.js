/** What is said of a day: states that are not told, days that have passed, lists read later, and figures that are on their way. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { leave, settled, stage, text } from './stage.js';

/** @type {import('./stage.js').Stage} */
let on;
before(async () => {
  on = await stage();
});
after(() => on?.close());

/** @param {string} query */
const network = async (query) => /** @type {import('../../types/wire').Network} */ (await (await fetch(`${on.url}api/v1/network?${query}`)).json());

test('before the documents, the menu of states counts what each choice then shows', async () => {
  const page = await on.open('#/network?as-of=2024-01-01&table=ties&lang=en');
  await page.click('#menu-state > summary, #menu-state > button, #menu-state summary');
  await page.waitForSelector('#filter-state-unknown ~ .count, label:has(#filter-state-unknown) .count');
  const count = async (/** @type {string} */ word) =>
    Number((/(\d+)/.exec(await text(page, `label:has(#filter-state-${word}) .count`)) ?? [])[1]);
  for (const word of ['active', 'unknown', 'unbegun', 'proposed']) {
    const { ties } = await network(`as-of=2024-01-01&state=${word}`);
    assert.ok(ties.length > 0, word);
    assert.equal(await count(word), ties.length, word);
    for (const tie of ties) assert.ok(tie.parties.length === 0 ? tie.state === word : tie.parties.some((p) => p.state === word), tie.id);
  }
  await leave(page);
});

test('before the documents, the four directions say once in which texts they read', async () => {
  const page = await on.open('#/network?as-of=2024-01-01&lang=en');
  const said = await text(page, '.cards');
  assert.equal(said.match(/Read in texts later than 1 January 2024/g)?.length, 1);
  await leave(page);
  const now = await on.open('#/network?lang=en');
  assert.doesNotMatch(await text(now, '.cards'), /Read in texts later/);
  await leave(now);
});

test('an expected day that has passed is not said as if it were to come; a tie that runs though «conclu» says why', async () => {
  for (const [day, passed] of /** @type {const} */ ([['2025-12-31', false], ['2026-01-01', true]])) {
    const page = await on.open(`#/network?as-of=${day}&tie=HE-CHE&lang=en`);
    await page.waitForSelector('#panel .quotation');
    const said = await text(page, '#panel');
    assert.match(said, /expected for 2025/);
    assert.equal(/that day has passed, and the documents do not say what became of it/.test(said), passed, day);
    await leave(page);
  }
  const page = await on.open('#/network?tie=SDP-JPN&lang=fr');
  await page.waitForSelector('#panel .quotation');
  assert.match(await text(page, '#panel'), /le texte dit «a conclu», lu ici «en cours»/);
  await leave(page);
});

test('where lists of members are counted, it is said that they were read later than the sources count', async () => {
  const meta = /** @type {import('../../types/wire').Meta} */ (await (await fetch(`${on.url}api/v1/meta`)).json());
  const later = meta.lists_read.filter((read) => read > meta.dates.known).length;
  const page = await on.open('#/network?lang=en');
  const card = await text(page, '.card.direction-connect');
  assert.match(card, new RegExp(`Member lists: ${later} of ${meta.lists_read.length} read later`));
  await leave(page);
});

test('while another day is on its way, the figures of the former one fade at once', async () => {
  const page = await on.open('#/network?lang=en');
  await page.route('**/api/v1/network?*', async (route) => {
    await new Promise((done) => setTimeout(done, 1500));
    await route.continue();
  });
  await page.evaluate(() => (location.hash = '#/network?as-of=2024-07-01&lang=en'));
  await page.waitForTimeout(400);
  const faded = () => page.evaluate(() => Number(getComputedStyle(/** @type {Element} */ (document.querySelector('#body'))).opacity));
  assert.ok((await faded()) < 0.6);
  await settled(page);
  assert.equal(await faded(), 1);
  assert.match(await text(page, '.view-sentence'), /1 July 2024/);
  await leave(page);
});

test('a day after the last document says so in every view, and one before it does not', async () => {
  for (const [where, after] of /** @type {const} */ ([['#/gaps/secure?as-of=2026-11-30', true], ['#/network?as-of=2026-11-30', true], ['#/network?as-of=2025-06-05', false]])) {
    const page = await on.open(`${where}&lang=en`);
    assert.equal(/After 20 November 2025 the two documents say nothing/.test(await text(page, 'body')), after, where);
    assert.equal(/after the last document/.test(await text(page, '#menu-date')), after, where);
    await leave(page);
  }
  const known = await on.open('#/network?known=2026-03-01&lang=en');
  assert.doesNotMatch(await text(known, '#menu-date'), /known earlier/);
  await leave(known);
});
