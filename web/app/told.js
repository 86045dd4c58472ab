/** What other public texts tell since, beside what the documents say: never in its place. */

/** @import { Told } from '../types/wire' */
/** @import { Context } from './context.js' */
import { link, wordOf } from './context.js';
import { h } from './dom.js';
import { isFile } from './held.js';

/**
 * The last change of a state that another public text tells by the dates, while the additional sources are off.
 * @param {Context} context
 * @param {(told: Told) => boolean} wanted
 */
export function toldSince({ state, meta }, wanted) {
  const [asOf, known] = [state.asOf || meta.dates.as_of, state.known || meta.dates.known];
  if (state.additional) return undefined;
  return meta.told.filter((one) => one.from <= asOf && one.out <= known && wanted(one)).at(-1);
}

/**
 * The same in a sentence, with the way to see it in its place.
 * @param {Context} context
 * @param {(told: Told) => boolean} wanted
 */
export function told(context, wanted) {
  const { state, meta, i18n } = context;
  const { t, day } = i18n;
  const one = toldSince(context, wanted);
  if (!one) return null;
  const said = t('told.since', { state: wordOf(context, meta.states, one.state), date: day(one.from) });
  // A file that opens without the program holds the documents alone.
  return h('p', { class: 'told small' }, said, isFile ? null : [' ', link({ ...state, additional: true }, { class: 'way' }, t('told.way'))]);
}
