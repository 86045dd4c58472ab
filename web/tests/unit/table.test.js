import assert from 'node:assert/strict';
import { test } from 'node:test';
import { origin } from '../../app/download.js';
import { initial } from '../../app/state.js';
import { csv, csvFrom, next, pieces, sorted } from '../../app/table.js';
import { i18n, learn } from '../../app/i18n.js';

await Promise.all([learn('fr'), learn('en')]);

/** @typedef {{ name: string, n: number | null }} Row */
/** @type {Row[]} */
const rows = [
  { name: 'Égypte', n: 2 },
  { name: 'Zambie', n: null },
  { name: 'États-Unis', n: 10 },
  { name: 'Albanie', n: 2 },
];
/** @type {import('../../app/table.js').Column<Row>[]} */
const columns = [
  { id: 'name', label: 'Nom', key: (r) => r.name },
  { id: 'n', label: 'Nombre', key: (r) => r.n, numeric: true, descending: true },
];
await learn('fr');
const { compare } = i18n('fr');
const names = (/** @type {string} */ sort) => sorted(rows, columns, sort, compare).map((r) => r.name);

test('names sort as readers expect: accents do not count', () => {
  assert.deepEqual(names('name'), ['Albanie', 'Égypte', 'États-Unis', 'Zambie']);
});

test('numbers sort as numbers, equal rows keep their order, rows without a value come last both ways', () => {
  assert.deepEqual(names('n'), ['Égypte', 'Albanie', 'États-Unis', 'Zambie']);
  assert.deepEqual(names('-n'), ['États-Unis', 'Égypte', 'Albanie', 'Zambie']);
});

test('an unknown column keeps the order given', () => {
  assert.deepEqual(
    names('-colour'),
    rows.map((r) => r.name),
  );
});

test('a touch on a heading sorts its way first, then the other', () => {
  assert.equal(next('', { id: 'name' }), 'name');
  assert.equal(next('name', { id: 'name' }), '-name');
  assert.equal(next('name', { id: 'n', descending: true }), '-n');
  assert.equal(next('-n', { id: 'n', descending: true }), 'n');
});

test('CSV holds commas, quotes and line breaks, and no formula', () => {
  const text = csv(columns, [
    { name: 'a, "b"', n: 1 },
    { name: '=1+1', n: null },
    { name: 'c\nd', n: -2 },
  ]);
  assert.equal(text, '\ufeffNom,Nombre\r\n"a, ""b""",1\r\n\'=1+1,\r\n"c\nd",-2\r\n');
});

test('every row of a CSV says which dataset and which days it is of', () => {
  const text = csv(columns, [
    { name: 'a, "b"\r\nc', n: 1 },
    { name: '""', n: null },
  ]);
  const meta = /** @type {import('../../types/wire').Meta} */ (
    /** @type {unknown} */ ({ dates: { as_of: '2025-11-20', known: '2025-11-20' }, dataset: { version: '1.0.0', digest: 'ab' } })
  );
  const ends = origin({ meta, i18n: i18n('en'), state: { ...initial(), asOf: '2026-03-01', edit: ['add DP NOR', 'drop "X"'] } });
  assert.equal(
    csvFrom(text, ends),
    '\ufeffNom,Nombre,as_of,known,dataset,digest,assumption\r\n' +
      '"a, ""b""\r\nc",1,2026-03-01,2025-11-20,1.0.0,ab,"add DP NOR; drop ""X"""\r\n' +
      '"""""",,2026-03-01,2025-11-20,1.0.0,ab,"add DP NOR; drop ""X"""\r\n',
  );
  const two = origin({ meta, i18n: i18n('fr'), state: { ...initial(), view: 'compare', dates: ['2025-06-05', '2026-03-01'], additional: true } });
  assert.deepEqual(two[0], ['etat_au', '2025-06-05/2026-03-01']);
  // A French table has no English head.
  assert.doesNotMatch(two.map(([name]) => name).join(), /as_of|known|dataset|digest|additional_sources/);
});

test('what a field of a spreadsheet cannot hold goes on in another column of its name', () => {
  const long = Array.from({ length: 500 }, (_, i) => `${i}${'x'.repeat(95)}`);
  const text = csv(columns, [
    { name: long.join(' | '), n: 1 },
    { name: 'b', n: 2 },
  ]);
  const [head = '', first = '', second = ''] = text.replace('\ufeff', '').split('\r\n');
  assert.equal(head, 'Nom,Nom (2),Nombre');
  const named = csv([{ id: 'name', label: 'Citations', rest: 'suite', key: (/** @type {string} */ r) => r }], [long.join(' | ')]);
  assert.equal(named.replace('\ufeff', '').split('\r\n')[0], 'Citations,Citations (suite 2)');
  const fields = first.split(',');
  assert.ok(fields.every((f) => f.length <= 32_767));
  assert.deepEqual(fields.slice(0, 2).flatMap((f) => f.split(' | ')), long);
  assert.equal(second, 'b,,2');
  assert.deepEqual(pieces('a | b | c', 5), ['a | b', 'c']);
});
