/** Quotations: what is cut says so, and one passage is counted once. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citation, passagesOf } from '../../app/quote.js';

/** @type {(start: number, end: number, more?: object) => import('../../types/wire').Evidence} */
const at = (start, end, more = {}) => ({ document: 'd', at: 's1 ¶1', start, end, quote: 'x'.repeat(end - start), ...more });

test('a quotation that a longer one holds is no passage of its own', () => {
  const [long, within, beside, elsewhere] = [at(10, 90), at(20, 60), at(80, 120), at(20, 60, { document: 'e' })];
  assert.deepEqual(passagesOf([within, long, long, beside, elsewhere]), [long, beside, elsewhere]);
  assert.deepEqual(passagesOf([within, beside]), [within, beside]);
});

test('what a quotation leaves out of its sentence is marked in the citation too, its own words unchanged', () => {
  const context = /** @type {import('../../app/context.js').Context} */ (
    /** @type {unknown} */ ({ meta: { dataset: { documents: [] } }, i18n: { pick: () => 'p' } })
  );
  const words = /** @type {const} */ ([
    [undefined, '«xx»'],
    ['before', '«[…] xx»'],
    ['after', '«xx […]»'],
    ['both', '«[…] xx […]»'],
  ]);
  for (const [cut, said] of words) assert.ok(citation(context, at(0, 2, cut ? { cut } : {})).startsWith(said), said);
});
