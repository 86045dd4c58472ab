import assert from 'node:assert/strict';
import { test } from 'node:test';
import { indexAt, pieces } from '../../app/bytes.js';
import { isDate, readDay } from '../../app/days.js';
import { place } from '../../app/place.js';
import { shared } from '../../app/quote.js';

test('bytes are mapped to the characters of the page', () => {
  const text = 'l’été 🙂!';
  const index = indexAt(text);
  const bytes = new TextEncoder().encode(text);
  assert.equal(index(0), 0);
  assert.equal(index(1), 1);
  assert.equal(index(4), 2);
  assert.equal(index(bytes.length), text.length);
  assert.equal(text.slice(index(1), index(4)), '’');
});

test('a text is cut where marks begin and end, and nothing of it is lost', () => {
  const text = 'Avec le Japon, la République de Corée et le Canada.';
  const at = (/** @type {string} */ part) =>
    new TextEncoder().encode(text.slice(0, text.indexOf(part))).length;
  const size = (/** @type {string} */ part) => new TextEncoder().encode(part).length;
  const span = (/** @type {string} */ part) => ({
    start: 100 + at(part),
    end: 100 + at(part) + size(part),
    part,
  });
  const spans = [span('le Japon, la République de Corée'), span('République de Corée et le Canada')];
  const cut = pieces(text, 100, spans);
  assert.equal(cut.map((p) => p.text).join(''), text);
  assert.deepEqual(
    cut.map((p) => [p.text, p.spans.length]),
    [
      ['Avec ', 0],
      ['le Japon, la ', 1],
      ['République de Corée', 2],
      [' et le Canada', 1],
      ['.', 0],
    ],
  );
});

test('spans of another passage mark nothing', () => {
  assert.deepEqual(pieces('abc', 10, [{ start: 20, end: 30 }]), [{ text: 'abc', spans: [] }]);
});

test('places read as people cite, with the server’s words', () => {
  for (const [at, fr, en] of [
    ['s2 ¶1', 'section 2, alinéa 1', 'section 2, paragraph 1'],
    ['s2 (4)', 'section 2, point (4)', 'section 2, point (4)'],
    ['s4.5 ¶1', 'section 4.5, alinéa 1', 'section 4.5, paragraph 1'],
    ['n30', 'note 30', 'note 30'],
    ['n25-27', 'note 25-27', 'note 25-27'],
    ['annex 27 partners', 'annexe, action 27, partenaires', 'annex, action 27, partners'],
    ['example 7', 'exemple 7', 'example 7'],
    ['point 9', 'point 9', 'point 9'],
  ]) {
    assert.deepEqual(place(at ?? ''), { fr, en });
  }
});

test('dates are those of the calendar', () => {
  for (const text of ['2026-05-07', '2024-02-29', '2026-12-31']) assert.ok(isDate(text), text);
  for (const text of [
    '',
    'demain',
    '2026-13',
    '2026-02-30',
    '2025-02-29',
    '2026-Q5',
    '20260507',
    '2026-5-7',
  ]) {
    assert.ok(!isDate(text), text);
  }
});

test('a day is read as people write it, the day first', () => {
  for (const text of [
    '2025-06-05',
    '5 juin 2025',
    ' 5 Juin 2025 ',
    '5 June 2025',
    '5th June 2025',
    'June 5, 2025',
    '05/06/2025',
    '5/6/2025',
    '05.06.2025',
    '5-6-2025',
  ])
    assert.equal(readDay(text), '2025-06-05', text);
  assert.equal(readDay('1er août 2026'), '2026-08-01');
  assert.equal(readDay('3 févr. 2026'), '2026-02-03');
  assert.equal(readDay('12 déc 2025'), '2025-12-12');
  // Of a month alone, its last day.
  for (const text of ['2024-02', '02/2024', 'février 2024', 'Feb 2024', 'févr. 2024']) assert.equal(readDay(text), '2024-02-29', text);
  for (const text of ['', 'demain', '31 juin 2025', '06/13/2025', '5 ju 2025', '2025', 'juon 2025', '2025-13', '0/2025', '29 février 2025', '5 juin 25'])
    assert.equal(readDay(text), null, text);
});

test('what every line cites is cited once', () => {
  const e = (/** @type {number} */ start) => ({ document: 'd', at: 'n1', start, end: start + 1, quote: 'x' });
  assert.deepEqual(shared([[e(1), e(2)], [e(2), e(3)], [e(2)]]), [e(2)]);
  assert.deepEqual(shared([[e(1)]]), []);
  assert.deepEqual(shared([]), []);
});

test('the words of the page have no formula, and one name for the day up to which something is known', async () => {
  for (const lang of ['fr', 'en'])
    for (const part of ['frame', 'views', 'about']) {
      /** @type {Record<string, Record<string, string>>} */
      const words = await import(`../../words/${lang}/${part}.js`);
      for (const [key, said] of Object.entries(words[part] ?? {}))
        assert.doesNotMatch(said, /[∪∩∖Σ]|dénominateur|denominator|sources au|sources by|était publié quel|répond à ces filtres/, `${lang} ${key}`);
    }
});
