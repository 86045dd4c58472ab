import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hits } from '../../app/fold.js';

/** What the stretches hold. @param {string} text @param {string} wanted */
const found = (text, wanted) => {
  const bytes = Buffer.from(text, 'utf8');
  return hits(text, wanted).map(({ start, end }) => bytes.subarray(start, end).toString('utf8'));
};

test('accents, case, ligatures and apostrophes of either make do not count, and the stretch is that of the document', () => {
  assert.deepEqual(found('La Corée du Sud et la CORÉE DU SUD.', 'coree du sud'), ['Corée du Sud', 'CORÉE DU SUD']);
  assert.deepEqual(found("l’UE, l'UE", 'l‘ue'), ['l’UE', "l'UE"]);
  assert.deepEqual(found('Mise en œuvre', 'oeuvre'), ['œuvre']);
  assert.deepEqual(found('E\u0301tats', 'etat'), ['E\u0301tat']);
});

test('a line break, a hard space or a hyphen is a space, and bold type is no obstacle', () => {
  assert.deepEqual(found('Guinée-Bissau, Guinée\u00a0\n Bissau', 'guinee bissau'), [
    'Guinée-Bissau',
    'Guinée\u00a0\n Bissau',
  ]);
  assert.deepEqual(found('la **cyber**sécurité', 'cybersecurite'), ['cyber**sécurité']);
});

test('bytes are counted, not characters', () => {
  assert.deepEqual(hits('é🙂 a', 'a'), [{ start: 7, end: 8 }]);
});

test('stretches do not lie over each other, and nothing is found for nothing', () => {
  assert.deepEqual(found('aa aaaa', 'aa'), ['aa', 'aa']);
  assert.deepEqual(hits('abc', '  '), []);
  assert.deepEqual(hits('abc', 'x'), []);
});

test('a word is found from its beginning on, not inside another', () => {
  assert.deepEqual(found('règles applicables aux câbles sous-marins', 'cables'), ['câbles']);
  assert.deepEqual(found('l’IA et la média, IA', 'ia'), ['IA', 'IA']);
  assert.deepEqual(found('numérique, numérisation', 'num'), ['num', 'num']);
  assert.deepEqual(found('JOIN(2025) 140', '2025'), ['2025']);
  assert.deepEqual(found('120256', '2025'), []);
  // A sign is found wherever it stands.
  assert.deepEqual(found('a(b) (c)', '('), ['(', '(']);
});
