/** Search without accents, case or apostrophes: «Coree du Sud» finds «Corée du Sud». */

/** @import { ActorEntry } from '../types/wire' */

/**
 * The same folding as the server's `forms`.
 * @param {string} text
 */
export function fold(text) {
  return text
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replace(/[’‘ʼ]/g, "'")
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s\u00a0\u202f-]+/g, ' ')
    .trim();
}

/**
 * Where folded words stand in a text, from the beginning of a word on («cables» is not in «applicables»): stretches in bytes from
 * its beginning. Stars of bold type and line breaks are no obstacle.
 * @param {string} text
 * @param {string} wanted
 * @returns {{ start: number, end: number }[]}
 */
export function hits(text, wanted) {
  const words = fold(wanted.replaceAll('**', ''));
  if (words === '') return [];
  let folded = '';
  /** The bytes at which the character behind each unit of the folded text begins and ends. @type {{ start: number, end: number }[]} */
  const from = [];
  let byte = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const end = byte + (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);
    const plain = /[\s\u00a0\u202f-]/.test(character) ? ' ' : character === '*' ? '' : fold(character);
    if (!(plain === ' ' && folded.endsWith(' '))) {
      folded += plain;
      for (let i = 0; i < plain.length; i++) from.push({ start: byte, end });
    }
    byte = end;
  }
  const out = [];
  for (let at = folded.indexOf(words); at >= 0; at = folded.indexOf(words, at + words.length)) {
    if (isInside(folded, at)) continue;
    out.push({ start: from[at]?.start ?? 0, end: from[at + words.length - 1]?.end ?? 0 });
  }
  return out;
}

/**
 * Whether a place lies within a word.
 * @param {string} text
 * @param {number} at
 */
function isInside(text, at) {
  return at > 0 && /^[\p{L}\p{N}]{2}/u.test(text.slice(at - 1, at + 1));
}

/** English names in everyday use beside the official ones, as the command line takes them. */
const EVERYDAY = /** @type {Readonly<Record<string, string>>} */ ({
  'south korea': 'republic of korea',
  uk: 'united kingdom',
  us: 'united states',
});

/**
 * How well a text names an actor: 0 not at all, the higher the better.
 * @param {ActorEntry} actor
 * @param {string} wanted  folded
 */
function score(actor, wanted) {
  let best = 0;
  for (const raw of actor.forms) {
    const form = raw.replaceAll('-', ' ');
    if (form === wanted) best = Math.max(best, 4);
    else if (form.startsWith(wanted)) best = Math.max(best, 3);
    else if (form.includes(` ${wanted}`) || form.includes(`'${wanted}`)) best = Math.max(best, 2);
    else if (wanted.length > 2 && form.includes(wanted)) best = Math.max(best, 1);
  }
  return best;
}

/**
 * The actors that a text may mean, best first; those that a tie names before those known from lists alone.
 * @param {readonly ActorEntry[]} actors
 * @param {string} text
 * @param {number} most
 * @returns {ActorEntry[]}
 */
export function find(actors, text, most) {
  const typed = fold(text);
  if (typed === '') return [];
  const also = Object.entries(EVERYDAY).filter(
    ([name]) => name === typed || (typed.length > 2 && name.startsWith(typed)),
  );
  const wanted = [typed, ...also.map(([, official]) => official)];
  return actors
    .map((actor) => ({ actor, n: Math.max(...wanted.map((w) => score(actor, w))) }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n || Number(b.actor.named) - Number(a.actor.named))
    .slice(0, most)
    .map(({ actor }) => actor);
}
