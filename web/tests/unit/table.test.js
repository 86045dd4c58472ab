import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csv, next, sorted } from '../../app/table.js';
import { i18n, learn } from '../../app/i18n.js';

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
