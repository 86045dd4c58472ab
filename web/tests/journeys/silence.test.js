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

test('a cell that only an undated, later text fills says so in its dialog, in the table and in what is taken away', async () => {
  for (const [lang, word] of /** @type {const} */ ([['fr', 'd’après un texte postérieur'], ['en', 'by a later text']])) {
    const asked = `as-of=2024-06-01&against=areas&lang=${lang}`;
    /** @type {import('../../types/wire').PartnersMatrix} */
    const { matrix, ties } = await (await fetch(`${on.url}api/v1/matrix?as-of=2024-06-01&against=areas`)).json();
    const dated = new Set(ties.filter((tie) => !tie.by_text).map((tie) => tie.id));
    const cells = matrix.rows.flatMap((r, i) => matrix.columns.map((c, j) => ({ id: `partners:${r.id}:${c.id}`, ties: matrix.cells[i]?.[j]?.ties ?? [] })));
    const late = cells.filter((c) => c.ties.length > 0 && !c.ties.some((id) => dated.has(id)));
    assert.ok(late.length > 0);
    const page = await on.open(`#/matrix?${asked}&cell=${late[0]?.id}`);
    await page.waitForSelector('#panel .lead');
    assert.match(await text(page, '#panel .lead'), new RegExp(word));
    assert.match(await text(page, '#panel .later'), lang === 'fr' ? /rien ne dit si cela existait déjà au 1er juin 2024/ : /nothing says whether it existed by 1 June 2024/);
    assert.equal(Number(/\d+/.exec(await text(page, '.hint.later'))?.[0]), late.length);
    for (const { id } of cells) {
      const said = (await page.textContent(`.matrix [data-cell="${id}"]`)) ?? '';
      assert.equal(said.includes(word), late.some((c) => c.id === id), id);
    }
    await leave(page);
    const now = await on.open(`#/matrix?against=areas&lang=${lang}&cell=${late[0]?.id}`);
    await now.waitForSelector('#panel .lead');
    assert.doesNotMatch(await text(now, '#panel .lead'), new RegExp(word));
    assert.equal(await now.$('.hint.later'), null);
    await leave(now);
  }
});

test('by a day before every document the answer is that nothing is known, and the first day that has another', async () => {
  for (const [hash, said] of /** @type {const} */ ([
    ['#/network?known=2025-01-15&lang=fr', /Au 15 janvier 2025, aucun des documents n’était publié: rien n’est connu/],
    ['#/matrix?known=2025-01-15&lang=en', /By 15 January 2025 none of the documents had been published: nothing is known/],
  ])) {
    const page = await on.open(hash);
    await page.waitForSelector('#first-known');
    assert.match(await text(page, '#nothing-known'), said);
    // The day can be changed there as well.
    assert.ok(await page.$('#menu-date'));
    assert.equal(await page.$('main .problem'), null);
    assert.doesNotMatch(await text(page, '#nothing-known'), /20\d\d-\d\d-\d\d/);
    await page.click('#first-known');
    await page.waitForSelector('.port svg, .chart-stage svg');
    assert.match(await page.evaluate(() => location.hash), /known=2025-06-05/);
    await leave(page);
  }
});

test('what a change of day moves stands under its own number, and adds up to it', async () => {
  const page = await on.open('#/network?lang=fr');
  await page.evaluate(() => (location.hash = location.hash.replace('?', '?as-of=2024-01-01&')));
  await page.waitForSelector('#since .since-part');
  const parts = await page.$$eval('#since .since-part', (all) =>
    all.map((part) => ({ said: part.querySelector('p')?.textContent ?? '', n: part.querySelectorAll('li').length })),
  );
  assert.ok(parts.length > 1, JSON.stringify(parts));
  for (const { said, n } of parts) assert.equal(n, Number(/\d+/.exec(said)?.[0]), said);
  await leave(page);
});

test('split into its Member States the Union has no empty line; two days compared stand at the foot', async () => {
  const page = await on.open('#/network?split-eu&lang=fr');
  assert.equal(await page.$('#actors [data-row="EU"]'), null);
  await leave(page);
  const whole = await on.open('#/network?lang=fr');
  assert.ok(await whole.$('#actors [data-row="EU"]'));
  await leave(whole);
  const days = await on.open('#/compare/dates?dates=2024-06-01,2026-03-01&lang=fr');
  assert.match(await text(days, '.dates'), /1er juin 2024.*et au.*1er mars 2026/s);
  assert.doesNotMatch(await text(days, '.dates span:first-child'), /novembre/);
  await leave(days);
});

test('the next moves start from the assumptions, and say so; from a faulty one they do not, and say so too', async () => {
  const first = '#/whatif?edit=extend+annex-2+WESTERN_BALKANS';
  const leads = /** @type {const} */ ([
    ['fr', 'Sous les hypothèses ci-contre: ', 'Hors hypothèses: '],
    ['en', 'On the assumptions beside: ', 'Without the assumptions: '],
  ]);
  const listed = (/** @type {import('playwright-core').Page} */ page) => page.locator('.moves-list .next > li > .text').allTextContents();
  for (const [lang, under, beside] of leads) {
    const plain = await on.open(`#/whatif?lang=${lang}`);
    await plain.waitForSelector('.moves-list .lead');
    const lead = await text(plain, '.moves-list .lead');
    assert.ok(!lead.startsWith(under.trim()) && !lead.startsWith(beside.trim()), lead);
    const offered = await listed(plain);
    assert.ok(offered.some((move) => move.includes('(annex-2)')), 'the documents alone offer that extension');
    await leave(plain);
    const page = await on.open(`${first}&lang=${lang}`);
    await page.waitForSelector('.moves-list .lead');
    assert.ok((await text(page, '.moves-list .lead')).startsWith(under.trim()));
    const next = await listed(page);
    assert.equal(next.length, offered.length);
    assert.ok(!next.some((move) => move.includes('(annex-2)')), 'what is assumed is no next move');
    await leave(page);
    const faulty = await on.open(`#/whatif?edit=add+DP+NOBODY&lang=${lang}`);
    await faulty.waitForSelector('.moves-list .lead');
    assert.ok((await text(faulty, '.moves-list .lead')).startsWith(beside.trim()));
    assert.deepEqual(await listed(faulty), offered);
    await leave(faulty, { expected: /status of 422/ });
  }
});

test('what a gap names of others unfolds with its quotations and its link, marked as not its own', async () => {
  for (const [lang, word] of /** @type {const} */ ([['fr', 'sur lequel ce constat ne repose pas'], ['en', 'on which this finding does not rest']])) {
    const page = await on.open(`#/gaps/deepen?table=outliers&lang=${lang}`);
    await page.click('#lines-outliers tbody .unfold');
    const beside = page.locator('#lines-outliers tr.more .beside').first();
    assert.match((await beside.textContent()) ?? '', new RegExp(word));
    assert.ok((await beside.locator('.quotation').count()) > 0);
    const tie = await beside.getAttribute('data-beside');
    assert.match((await beside.locator('.also a').getAttribute('href')) ?? '', new RegExp(`tie=${tie}`));
    await leave(page);
  }
});
