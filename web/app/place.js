/** Places in words: `annex 27 partners` → «annexe, action 27, partenaires». The same words as the server's. */

/** @import { Label } from '../types/wire' */

/** @type {Record<string, [string, string]>} */
const COLUMNS = {
  title: ['objectif', 'title'],
  description: ['description', 'description'],
  partners: ['partenaires', 'partners'],
  calendar: ['calendrier', 'calendar'],
};

/**
 * @param {string} at  a locator
 * @returns {Label}
 */
export function place(at) {
  const [first = '', second = '', third = ''] = at.split(' ');
  const column = COLUMNS[third];
  if (first === 'annex' && column && /^\d+$/.test(second)) {
    return { fr: `annexe, action ${second}, ${column[0]}`, en: `annex, action ${second}, ${column[1]}` };
  }
  if (first === 'example' && second !== '') return { fr: `exemple ${second}`, en: `example ${second}` };
  const note = /^n(\d.*)$/.exec(at);
  if (note) return { fr: `note ${note[1]}`, en: `note ${note[1]}` };
  const section = /^s(\d\S*) (¶?)(\S+)$/.exec(at);
  if (section) {
    const [, number, pilcrow, rest] = section;
    if (pilcrow)
      return { fr: `section ${number}, alinéa ${rest}`, en: `section ${number}, paragraph ${rest}` };
    if (rest === 'heading') return { fr: `section ${number}, titre`, en: `section ${number}, heading` };
    return { fr: `section ${number}, point ${rest}`, en: `section ${number}, point ${rest}` };
  }
  return { fr: at, en: at };
}
