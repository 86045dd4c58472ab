/** What other public texts tell since, beside what the documents say: never in its place. */

/** @import { Told } from '../types/wire' */
/** @import { Context } from './context.js' */
import { link, nameOf, wordOf } from './context.js';
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
  const { t, day } = context.i18n;
  const one = toldSince(context, wanted);
  return one ? withWay(context, t('told.since', { state: wordOf(context, context.meta.states, one.state), date: day(one.from) })) : null;
}

/**
 * Of whom they tell what the answer of a direction says to be missing.
 * @param {Context} context
 * @param {import('../types/wire').Goal} goal
 */
export function toldOf(context, goal) {
  const { t, list } = context.i18n;
  return goal.told?.length ? withWay(context, t('told.security', { names: list(goal.told.map((id) => nameOf(context, id))) })) : null;
}

/**
 * The answer of a direction, after the texts in which it is read where these are later than the day; what other texts tell since stands by itself.
 * @param {Context} context
 * @param {import('../types/wire').Goal} goal
 */
export function answerOf({ i18n: { pick } }, goal) {
  const [headline, answer] = [pick(goal.headline), pick(goal.answer)];
  return headline.slice(0, headline.indexOf(answer) + answer.length);
}

/** A file that opens without the program holds the documents alone. @param {Context} context @param {string} said */
function withWay(context, said) {
  const way = link({ ...context.state, additional: true }, { class: 'way' }, context.i18n.t('told.way'));
  return h('p', { class: 'told small' }, said, isFile ? null : [' ', way]);
}
