/** What other public texts tell since, beside what the documents say: never in its place. */

/** @import { Told } from '../types/wire' */
/** @import { Context } from './context.js' */
import { kindOf, link, nameOf, wordOf } from './context.js';
import { h } from './dom.js';
import { isFile } from './held.js';

/**
 * The last change of a state that another public text tells by the dates, while the additional sources are off.
 * @param {Context} context
 * @param {(told: Told) => boolean} wanted
 */
export function toldSince({ state, meta }, wanted) {
  return out({ state, meta }).filter(wanted).at(-1);
}

/** All that is told by the dates, in their order. @param {Pick<Context, 'state' | 'meta'>} context */
function out({ state, meta }) {
  const [asOf, known] = [state.asOf || meta.dates.as_of, state.known || meta.dates.known];
  return state.additional ? [] : meta.told.filter((one) => one.from <= asOf && one.out <= known);
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
  const { t, list, pick } = context.i18n;
  const each = (goal.told ?? []).map((one) => `${nameOf(context, one.actor)} (${pick(one.text)})`);
  return each.length > 0 ? withWay(context, t('told.security', { names: list(each) })) : null;
}

/**
 * What they tell of an actor and no tie of the documents says.
 * @param {Context} context
 * @param {string} actor
 * @param {readonly { id: string }[]} ties  the ties of the documents, which tell theirs themselves
 */
export function toldBeside(context, actor, ties) {
  const { meta, i18n } = context;
  const { t, day, list, pick } = i18n;
  const own = new Set(ties.map((tie) => tie.id));
  const last = new Map(
    out(context)
      .filter((one) => one.actors.includes(actor) && !own.has(one.tie))
      .map((one) => [one.tie, one]),
  );
  const each = [...last.values()].map(
    (one) => `${pick(kindOf(meta, one.kind)?.names ?? { fr: one.kind, en: one.kind })} (${wordOf(context, meta.states, one.state)}, ${day(one.from)})`,
  );
  return each.length > 0 ? withWay(context, t('told.beside', { ties: list(each) })) : null;
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
