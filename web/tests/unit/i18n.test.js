import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { i18n, learn } from '../../app/i18n.js';

const root = new URL('../../', import.meta.url);
const sources = ['app', 'views'].flatMap((folder) =>
  readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(new URL(`${folder}/${name}`, root), 'utf8')),
);
const CATALOGUES = { fr: await learn('fr'), en: await learn('en') };
const isNamed = (/** @type {string} */ key) => sources.some((text) => text.includes(`'${key}'`));
const base = (/** @type {string} */ key) => key.replace(/\.(one|other)$/, '');

test('both languages have the same keys', () => {
  assert.deepEqual(Object.keys(CATALOGUES.fr), Object.keys(CATALOGUES.en));
});

test('every key is used', () => {
  const idle = Object.keys(CATALOGUES.fr).filter((key) => !isNamed(key) && !isNamed(base(key)));
  assert.deepEqual(idle, []);
});

test('every key asked for is there', () => {
  const keys = new Set(Object.keys(CATALOGUES.fr).flatMap((key) => [key, base(key)]));
  const asked = sources.flatMap((text) => [...text.matchAll(/\bt\(\s*'([^']+)'/g)].map((m) => m[1] ?? ''));
  assert.ok(asked.length > 100);
  assert.deepEqual(
    asked.filter((key) => !keys.has(key)),
    [],
  );
});

test('both languages fill in the same values', () => {
  const values = (/** @type {string} */ text) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();
  for (const [key, text] of Object.entries(CATALOGUES.fr)) {
    const singular = key.endsWith('.one');
    const other = CATALOGUES.en[key] ?? '';
    if (!singular) assert.deepEqual(values(text), values(other), key);
  }
});

test('no text is left in the other language', () => {
  const same = Object.entries(CATALOGUES.fr).filter(([key, text]) => CATALOGUES.en[key] === text);
  const international = new Set([
    'nav.actions',
    'nav.documents',
    'theme.auto',
    'family.forum',
    'family.action',
    'stratum.member-state',
    'cite.bibtex',
    'cite.csl',
    'panel.fragile',
    'search.goal',
    'search.passages',
    'column.actions',
    'column.action',
    'column.instruments',
    'column.instrument',
    'column.phase',
    'column.direction',
    'measure.pagerank',
    'rank.fragile',
    'compare.dimension',
    'change.absent',
    'column.place',
    'column.front',
    'value.front',
    'date.range',
    'gaps.directions',
    'gaps.direction',
    'panel.short-directions',
    'actions.phases',
    'documents.choose',
    'about.document',
    'filter.instrument',
    'n.instruments.one',
    'n.instruments.other',
    'family.programme',
    'column.id',
    'score.x1',
    'tie.programmes',
    'tie.with',
  ]);
  assert.deepEqual(same.map(([key]) => key).sort(), [...international].sort());
});

test('wording: silence is not absence', () => {
  for (const [lang, texts] of Object.entries(CATALOGUES)) {
    for (const [key, text] of Object.entries(texts)) {
      assert.doesNotMatch(
        text,
        /missing|lacks|manque|has no partnership|gap analysis index/i,
        `${lang} ${key}`,
      );
    }
  }
});

test('numbers and dates are of the language', () => {
  const [fr, en] = [i18n('fr'), i18n('en')];
  assert.equal(fr.day('2025-11-20'), '20 novembre 2025');
  assert.equal(fr.day('2025-01-01'), '1er janvier 2025');
  assert.equal(en.day('2025-11-20'), '20 November 2025');
  assert.equal(fr.day('2026-11'), 'novembre 2026');
  assert.equal(en.day('2026'), '2026');
  assert.equal(en.day('2026-Q2'), 'Q2 2026');
  assert.equal(fr.day('2026-Q2'), '2e trimestre 2026');
  assert.equal(fr.decimal(0.5), '0,500');
  assert.equal(en.decimal(0.5), '0.500');
  assert.equal(fr.list(['a', 'b', 'c']), 'a, b et c');
});

test('plurals follow the language: zero is singular in French', () => {
  assert.equal(i18n('fr').t('n.ties', { n: 0 }), '0 lien');
  assert.equal(i18n('en').t('n.ties', { n: 0 }), '0 ties');
  assert.equal(i18n('en').t('n.ties', { n: 1 }), '1 tie');
});

test('periods end on the last day, at the precision of the source', () => {
  const en = i18n('en');
  const valid = (
    /** @type {string|null} */ from,
    /** @type {string|null} */ to,
    /** @type {string|null} */ precision,
  ) => en.period({ from, to, precision });
  assert.equal(valid('2025-01-01', '2031-01-01', 'year'), '2025–2030');
  assert.equal(valid('2026-01-01', '2027-01-01', 'year'), '2026');
  assert.equal(valid('2025-05-07', null, 'day'), 'since 7 May 2025');
  assert.equal(valid(null, '2028-01-01', 'quarter'), 'until Q4 2027');
  assert.equal(valid('2025-03-01', '2025-04-01', 'month'), 'March 2025');
  assert.equal(valid(null, null, null), '');
});

test('a day takes its article in French, and what is signed has a day, not a since', () => {
  const fr = i18n('fr');
  const valid = (/** @type {string | null} */ from, /** @type {string | null} */ to, /** @type {string} */ precision) => /** @type {any} */ ({ from, to, precision });
  assert.equal(fr.period(valid('2025-05-07', null, 'day')), 'depuis le 7 mai 2025');
  assert.equal(fr.period(valid('2024-07-01', null, 'month')), 'depuis juillet 2024');
  assert.equal(fr.period(valid(null, '2025-05-08', 'day')), 'jusqu’au 7 mai 2025');
  assert.equal(fr.period(valid('2025-05-07', null, 'day'), 'agreed'), '7 mai 2025');
});
