/** What the documents do not say is told as such: no date, no state on a day, no subject lost. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { leave, settled, stage, text } from './stage.js';

/** @type {import('./stage.js').Stage} */
let on;
before(async () => {
  on = await stage();
});
after(() => on?.close());

/** @param {string} query @returns {Promise<import('../../types/wire').Network>} */
const network = async (query) => (await fetch(`${on.url}api/v1/network?${query}`)).json();

test('under a filter by state before the texts, what is not stated on that day is counted and shown on demand', async () => {
  const { ties } = await network('as-of=2024-06-01&instrument=DP&state=unknown');
  assert.ok(ties.length > 0 && ties.every((tie) => tie.by_text));
  for (const [lang, none, n] of /** @type {const} */ ([
    ['fr', /aucun lien de cette sélection n’est établi/, /(\d+) liens répondent à tout le reste/],
    ['en', /no tie of this selection is established/, /(\d+) ties answer all the rest/],
  ])) {
    const page = await on.open(`#/network?as-of=2024-06-01&instrument=DP&state=active&lang=${lang}`);
    for (const place of ['.view-sentence', '.stage .notice']) {
      const said = await text(page, place);
      assert.match(said, none, place);
      assert.equal(Number(n.exec(said)?.[1]), ties.length, place);
      assert.doesNotMatch(said, /(0|aucun|no) (partenaires?|partners?)/);
    }
    await page.click('#show-unsaid');
    await page.waitForSelector(`[data-row="${ties[0]?.id}"], .port svg`);
    await settled(page);
    assert.match(await page.evaluate(() => location.hash), /state=active,unknown/);
    assert.match(await text(page, '.view-sentence'), new RegExp(`${ties.length} (de ces liens|of these ties)`));
    await leave(page);
  }
  // Where some are established, the others are still told; on the day of the texts nothing is.
  const mixed = await on.open('#/network?as-of=2024-06-01&state=active&lang=en');
  const whole = (await network('as-of=2024-06-01&state=unknown')).ties.filter((tie) => tie.by_text).length;
  assert.match(await text(mixed, '.view-sentence'), new RegExp(`${whole} ties answer all the rest`));
  assert.match(await text(mixed, '#show-unsaid'), new RegExp(`${whole}`));
  await leave(mixed);
  const now = await on.open('#/network?state=active&lang=en');
  assert.equal(await now.$('#show-unsaid'), null);
  await leave(now);
});

test('that a tie has no date is said in the table and in its panel', async () => {
  for (const [lang, word] of /** @type {const} */ ([['fr', 'sans date dans les documents'], ['en', 'no date in the documents']])) {
    const page = await on.open(`#/network?instrument=DP&state=active&table=ties&tie=DP-JPN&lang=${lang}`);
    await page.waitForSelector('#panel .facts-list');
    assert.match(await text(page, '#panel .facts-list'), new RegExp(word));
    const { ties } = await network('instrument=DP&state=active');
    const bare = ties.filter(({ valid }) => !valid.from && !valid.to && !valid.expected);
    assert.ok(bare.length > 0);
    for (const tie of bare) assert.match((await page.textContent(`#ties [data-row="${tie.id}"]`)) ?? '', new RegExp(word), tie.id);
    await leave(page);
  }
});

test('a finding in a panel says of what list it is', async () => {
  for (const [lang, list, line] of /** @type {const} */ ([
    ['fr', 'Le volet commercial numérique des unités: ', 'Brésil: absent du corpus.'],
    ['en', 'The digital trade leg of the units: ', 'Brazil: not on record.'],
  ])) {
    const page = await on.open(`#/network?node=BRA&lang=${lang}`);
    await page.waitForSelector('#panel .direction');
    const said = await page.$$eval('#panel .direction > .lines > li', (all) => all.map((li) => li.textContent ?? ''));
    assert.ok(said.includes(`${list}${line}`), said.join('\n'));
    assert.ok(!said.includes(line));
    await leave(page);
  }
});
