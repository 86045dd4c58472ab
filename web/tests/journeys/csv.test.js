/** Tables taken away: in the words of the page's language, each row with the quotations that it rests on and their places in words. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { leave, stage } from './stage.js';

/** @import { Evidence, Goal, Network, PartnersMatrix, Tie } from '../../types/wire' */

/** @type {import('./stage.js').Stage} */
let on;
before(async () => {
  on = await stage();
});
after(() => on?.close());

const api = async (/** @type {string} */ path) => (await fetch(`${on.url}api/v1/${path}`)).json();

/**
 * Reads comma-separated values.
 * @param {string} text
 */
function read(text) {
  const fields = [...text.replace(/^\ufeff/, '').matchAll(/("(?:[^"]|"")*"|[^,\r]*)(,|\r\n)/g)];
  /** @type {string[][]} */
  const rows = [[]];
  for (const [, field = '', end] of fields) {
    rows.at(-1)?.push(field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field);
    if (end === '\r\n') rows.push([]);
  }
  rows.pop();
  const [heads = [], ...others] = rows;
  return { heads, rows: others.map((row) => Object.fromEntries(row.map((value, i) => [heads[i] ?? '', value]))) };
}

/** The table that an address offers. @param {string} hash */
async function taken(hash) {
  const page = await on.open(hash);
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#download-csv')]);
  const text = readFileSync(await download.path(), 'utf8');
  await leave(page);
  return read(text);
}

/** All that a row quotes, over the columns that it needs. @param {Record<string, string>} row */
const quoted = (row) =>
  Object.entries(row)
    .filter(([head]) => /^(Citations|Quotations)( \((suite |continued )?\d+\))?$/.test(head))
    .map(([, value]) => value)
    .join(' | ');

/** @param {string} said @param {readonly Evidence[]} evidence @param {string} of */
function holds(said, evidence, of) {
  // Where a quotation is a part of its sentence, marks say so.
  const whole = said.replaceAll('«[…] ', '«').replaceAll(' […]»', '»');
  for (const { quote } of evidence) assert.ok(whole.includes(`«${quote}»`), `${of}: «${quote}»`);
}

test('actors, ties and meetings are taken away with all that they rest on, in French words', async () => {
  /** @type {Network} */
  const network = await api('network');
  const actors = await taken('#/network');
  assert.ok(actors.rows.length > 100);
  for (const row of actors.rows) {
    const own = network.ties.filter((t) => t.participants.includes(row['Code'] ?? ''));
    assert.ok(own.length > 0, row['Acteur']);
    holds(quoted(row), own.flatMap((t) => t.evidence), row['Acteur'] ?? '');
    for (const tie of own) assert.ok(row['Ses liens']?.includes(tie.names.fr), tie.id);
    // No spreadsheet takes more in one field.
    for (const value of Object.values(row)) assert.ok(value.length < 32_767, row['Acteur']);
  }
  const ties = await taken('#/network?table=ties');
  const words = { stated: 'déclaré', derived: 'dérivé', structural: 'structurel' };
  for (const tie of network.ties) {
    const row = ties.rows.find((r) => r['Code'] === tie.id);
    holds(quoted(row ?? {}), tie.evidence, tie.id);
    assert.equal(row?.['Preuve'], words[/** @type {keyof typeof words} */ (tie.class)], tie.id);
    assert.ok(!network.ties.some((t) => t.kind === row?.['Type']) || tie.kind === 'ACTION', `${tie.id}: ${row?.['Type']} is a code`);
  }
  /** @type {Goal[]} */
  const goals = await api('gaps');
  const lines = goals.flatMap((g) => g.sections).find((s) => s.id === 'meetings')?.lines ?? [];
  const meetings = await taken('#/network?table=meetings');
  assert.equal(meetings.rows.length, lines.length);
  assert.ok(lines.length > 10);
  const all = meetings.rows.map(quoted).join('\n');
  holds(all, lines.flatMap((l) => l.evidence), 'meetings');
  for (const row of meetings.rows) assert.match(quoted(row), /«.+» \(JOIN\(2025\) 140 final, /);
});

test('partners compared, a matrix and a list of gaps have their quotations, and no place is a code', async () => {
  const compared = await taken('#/compare?actors=JPN,KOR');
  assert.ok(compared.rows.some((r) => r['Japon']?.startsWith('en cours') && quoted(r).includes('JOIN(2025) 140 final, section')));
  /** @type {PartnersMatrix} */
  const matrix = await api('matrix');
  const rows = (await taken('#/matrix')).rows;
  matrix.matrix.rows.forEach(({ id }, r) => {
    const cells = matrix.matrix.cells[r] ?? [];
    const ties = cells.flatMap((c) => c.ties).map((t) => /** @type {Tie} */ (matrix.ties.find((x) => x.id === t)));
    holds(quoted(rows.find((x) => x['Code'] === id) ?? {}), ties.flatMap((t) => t.evidence), id);
  });
  for (const hash of ['#/gaps/enlarge', '#/gaps/connect?table=parallel', '#/actions', '#/gaps/deepen']) {
    const { rows: lines } = await taken(hash);
    assert.ok(lines.length > 3, hash);
    const said = lines.map(quoted).join('\n');
    assert.match(said, /«.+» \(JOIN\(2025\) 140 final, /, hash);
    assert.doesNotMatch(said, /join-2025-140|, (annex|example) \d|, s\d/, hash);
  }
  const english = await taken('#/actions?lang=en');
  assert.match(quoted(english.rows[0] ?? {}), /\(JOIN\(2025\) 140 final, annex, action \d+, /);
});
