/** From a count to its sentence, and from the sentence to its place in the document and back. */

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

/** The closed list of security and defence partnerships, as the document has it. */
const CLOSED =
  'L’UE a conclu de tels partenariats avec le Royaume-Uni, la Norvège, la Moldavie, la Corée du Sud, le Japon, l’Albanie et la Macédoine du Nord.';
const WITHOUT = [
  'Argentina',
  'Australia',
  'Brazil',
  'Canada',
  'India',
  'Mexico',
  'Singapore',
  'United States',
  'Western Balkans',
];

test('a newcomer asks which partners have no security leg, and where the text says so', async () => {
  const page = await on.open('', { locale: 'en-GB' });
  await page.click('.card.direction-secure a.way');
  await settled(page);
  assert.match(await text(page, '.view-sentence'), /digital leg and had no security leg on 5 June 2025/);
  const rows = page.locator('#lines-digital-only tbody th[scope=row]');
  assert.deepEqual(await rows.allTextContents(), WITHOUT);
  assert.equal(await text(page, '#lines-digital-only .value-absent'), 'established absence');
  assert.ok((await page.locator('.shared .words').allTextContents()).includes(CLOSED));
  await page.click('[data-row*=".ARG."] button.unfold');
  const quotes = page.locator('tr.more:visible .quotation');
  assert.ok((await quotes.count()) >= 4);
  assert.ok(
    (await quotes.locator('.words').allTextContents()).includes(
      'Avec le Brésil, le Mexique, l’Argentine, l’Australie et les Balkans occidentaux.',
    ),
  );
  assert.equal(await quotes.locator('blockquote').first().getAttribute('lang'), 'fr');
  assert.match(await text(page, 'tr.more:visible'), /JOIN\(2025\) 140 final, note 14/);
  await leave(page);
});

test('from the sentence to its document, to what rests on it, and back', async () => {
  const page = await on.open('#/gaps/secure');
  const before_ = await hashOf(page);
  await page
    .locator('.shared .quotation', { hasText: 'Macédoine du Nord' })
    .locator('a.open-passage')
    .click();
  await settled(page);
  assert.match(await hashOf(page), /^#\/documents\/join-2025-140\?at=n30&quote=\d+-\d+$/);
  const lit = page.locator('.passage.is-lit');
  assert.equal(await lit.getAttribute('data-at'), 'n30');
  assert.equal((await lit.locator('.lit').allTextContents()).join(''), CLOSED);
  assert.equal(
    await lit.evaluate(
      (e) => e.getBoundingClientRect().top > 0 && e.getBoundingClientRect().bottom < innerHeight,
    ),
    true,
  );
  assert.equal(await lit.locator('.resting li').count(), 7);
  await lit.locator('.resting a', { hasText: 'sécurité et de défense UE-Japon' }).click();
  await page.waitForSelector('#panel-title');
  assert.match(await text(page, '#panel'), /Japon/);
  assert.ok((await page.locator('#panel .words').allTextContents()).includes(CLOSED));
  await page.goBack();
  await page.waitForFunction(() => document.querySelector('#panel')?.hasAttribute('hidden'));
  await page.goBack();
  await settled(page);
  assert.equal(await hashOf(page), before_);
  assert.ok((await page.locator('.shared .words').allTextContents()).includes(CLOSED));
  await leave(page);
});

test('a mark of the reader leads to the ties that rest on it', async () => {
  const page = await on.open('#/documents/join-2025-140?at=n13');
  const lit = page.locator('.passage.is-lit');
  assert.equal(await lit.getAttribute('data-at'), 'n13');
  await lit.locator('a.cited').first().click();
  await page.waitForSelector('.resting li');
  assert.deepEqual((
    await page.locator('.resting li').evaluateAll((all) => all.map((li) => li.getAttribute('data-tie')))
  ).sort(), [
    'DP-CAN',
    'DP-JPN',
    'DP-KOR',
    'DP-SGP',
  ]);
  await leave(page);
});

test('every quotation that an actor’s panel shows stands in its document, letter for letter', async () => {
  const page = await on.open('#/network?node=JPN');
  await page.waitForSelector('#panel .quotation');
  const shown = await page.locator('#panel .quotation').evaluateAll((all) =>
    all.map((q) => ({
      words: q.querySelector('.words')?.textContent ?? '',
      href: q.querySelector('a.open-passage')?.getAttribute('href') ?? '',
    })),
  );
  assert.ok(shown.length > 30);
  /** @type {Record<string, Buffer>} */
  const documents = {};
  for (const { words, href } of shown) {
    const [, id = '', start, end] = /documents\/([^?]+)\?.*quote=(\d+)-(\d+)/.exec(href) ?? [];
    const file = new URL(`../../../seeds/documents/${id}.txt`, import.meta.url);
    documents[id] ??= readFileSync(file);
    assert.equal(documents[id]?.subarray(Number(start), Number(end)).toString('utf8'), words);
  }
  await leave(page);
});

test('the picture is walked by keyboard: to an actor, among its ties, into the panel and out', async () => {
  const page = await on.open();
  const stops = await page.locator('svg.alive [tabindex="0"]').count();
  assert.equal(stops, 1);
  await page.locator('svg.alive [data-node="JPN"]').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('#panel .tie-card');
  assert.equal(await text(page, '#panel-title'), 'Japon');
  assert.equal(await page.locator('svg.alive.has-selection').count(), 1);
  assert.ok((await page.locator('svg.alive [data-tie].is-near').count()) > 0);
  assert.equal(await page.locator('svg.alive [data-node="EU"].is-near').count(), 1);
  assert.equal(await page.locator('svg.alive [data-node="BRA"].is-near').count(), 0);
  await page.keyboard.press('ArrowDown');
  const tie = await page.evaluate(() => /** @type {SVGElement} */ (document.activeElement).dataset.tie);
  assert.ok(tie);
  await page.keyboard.press('ArrowUp');
  assert.equal(
    await page.evaluate(() => /** @type {SVGElement} */ (document.activeElement).dataset.node),
    'JPN',
  );
  await page.keyboard.press('ArrowRight');
  const other = await page.evaluate(() => /** @type {SVGElement} */ (document.activeElement).dataset.node);
  assert.ok(other && other !== 'JPN');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.querySelector('#panel')?.hasAttribute('hidden'));
  assert.equal(await hashOf(page), '#/network');
  await leave(page);
});

test('a tie of the picture opens with its sentences', async () => {
  const page = await on.open();
  await page.locator('svg.alive [data-tie="DP-JPN"]').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('#panel .quotation');
  assert.equal(await hashOf(page), '#/network?tie=DP-JPN');
  assert.match(await text(page, '#panel'), /en cours ou en vigueur/);
  await leave(page);
});

test('a cell of a matrix opens with its value in words and its sentences', async () => {
  const page = await on.open('#/gaps/deepen');
  const cell = page.locator('[data-cell="units-domains:JPN:D6"]');
  assert.match((await cell.textContent()) ?? '', /en cours, nommé/);
  await cell.click();
  await page.waitForSelector('#panel .quotation');
  assert.equal(await text(page, '#panel-title'), 'Japon × Cybersécurité');
  assert.equal(await page.locator('.cell-link.is-selected').count(), 1);
  await page.locator('[data-cell="units-domains:ARG:D7"]').click();
  await page.waitForFunction(() =>
    document.querySelector('#panel-title')?.textContent?.startsWith('Argentine'),
  );
  assert.match(await text(page, '#panel'), /absent du corpus.*n’en disent rien/);
  await leave(page);
});

test('a quotation is copied with its place', async () => {
  const page = await on.open('#/gaps/secure');
  await page.locator('.shared .quotation', { hasText: 'Macédoine' }).locator('button').click();
  assert.equal(
    await page.evaluate(() => navigator.clipboard.readText()),
    `«${CLOSED}» (JOIN(2025) 140 final, note 30)`,
  );
  await leave(page);
});
