import assert from 'node:assert/strict';
import { test } from 'node:test';
import { find, fold } from '../../app/fold.js';
import { named } from '../../app/search.js';

const actor = (/** @type {string} */ id, /** @type {string[]} */ forms, named = true) => ({
  id,
  kind: 'partner',
  names: { fr: forms[0] ?? id, en: forms[1] ?? id },
  forms: [id, ...forms].map((f) => f.toLowerCase()),
  named,
});
const actors = [
  actor('KOR', ['republique de coree', 'republic of korea', 'coree du sud', 'coree']),
  actor('IND', ['inde', 'india']),
  actor('IDN', ['indonesie', 'indonesia']),
  actor('ITU', [
    'union internationale des telecommunications',
    'international telecommunication union',
    'uit',
  ]),
  actor('GNB', ['guinee-bissau', 'guinea-bissau'], false),
  actor('GIN', ['guinee', 'guinea'], false),
  actor('CIV', ["cote d'ivoire", "cote d'ivoire"]),
];
const ids = (/** @type {string} */ text) => find(actors, text, 5).map((a) => a.id);

test('accents, case, ligatures and apostrophes do not count', () => {
  assert.equal(fold('  Corée du Sud '), 'coree du sud');
  assert.equal(fold('Mise en ŒUVRE de l’IA'), "mise en oeuvre de l'ia");
});

test('an actor is found by code, name, alias and everyday name, in both languages', () => {
  for (const text of [
    'KOR',
    'kor',
    'Corée du Sud',
    'coree du sud',
    'South Korea',
    'Republic of Korea',
    'République de Corée',
  ]) {
    assert.equal(ids(text)[0], 'KOR', text);
  }
  assert.equal(ids('UIT')[0], 'ITU');
  assert.equal(ids('Télécommunications')[0], 'ITU');
  assert.equal(ids('Ivoire')[0], 'CIV');
  assert.equal(ids('Côte d’Ivoire')[0], 'CIV');
  assert.equal(ids('Guinée Bissau')[0], 'GNB');
});

test('the exact name comes before those that begin with it', () => {
  assert.deepEqual(ids('Inde'), ['IND']);
  assert.deepEqual(ids('ind').slice(0, 2), ['IND', 'IDN']);
  assert.equal(ids('guinée')[0], 'GIN');
});

test('nothing is found for nothing', () => {
  assert.deepEqual(ids('   '), []);
  assert.deepEqual(ids('xyzzy'), []);
});

test('a dash within a name is a space', () => {
  const names = ['EU–Brazil Digital Dialogue', 'EU–Japan Cyber Dialogue'];
  const found = (/** @type {string} */ typed) => named(names, (n) => [n], typed, 4);
  assert.deepEqual(found('EU Brazil'), [names[0]]);
  assert.deepEqual(found('EU–Japan'), [names[1]]);
});
