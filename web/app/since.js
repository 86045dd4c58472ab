/** What a change of date changed, in words: ties that come, go or change their state, and who is a member of what. */

/** @import { Network, Tie } from '../types/wire' */
/** @import { Context } from './context.js' */
import * as api from './api.js';
import { link, nameOf, wordOf } from './context.js';
import { h } from './dom.js';
import { apiQuery, select, toView, unfiltered } from './state.js';

/** @typedef {{ asOf: string, known: string }} Dates */
/** @typedef {{ tie: Tie, before: string, after: string }} Moved */
/** @typedef {{ group: string, joined: string[], left: string[] }} Membership */
/** @typedef {{ more: Tie[], fewer: Tie[], moved: Moved[], undated: Tie[], memberships: Membership[] }} Difference */

/** How many are named at once. */
const NAMED = 3;

/**
 * What differs between two readings of the network.
 * @param {Pick<Network, 'ties'>} before
 * @param {Pick<Network, 'ties'>} after
 * @returns {Difference}
 */
export function difference(before, after) {
  const then = new Map(before.ties.map((tie) => [tie.id, tie]));
  const now = new Map(after.ties.map((tie) => [tie.id, tie]));
  const stated = (/** @type {Tie} */ tie) => tie.class !== 'structural';
  // What has no date of beginning is read as its text states it: that a document comes out between the two days moves nothing.
  const stateOf = (/** @type {Tie} */ tie) => tie.by_text ?? tie.state;
  const groups = [...new Map([...then, ...now])].filter(([, tie]) => !stated(tie));
  return {
    more: after.ties.filter((tie) => stated(tie) && !then.has(tie.id)),
    fewer: before.ties.filter((tie) => stated(tie) && !now.has(tie.id)),
    moved: after.ties.filter(stated).flatMap((tie) => {
      const old = then.get(tie.id);
      if (!old) return [];
      if (stateOf(old) !== stateOf(tie)) return [{ tie, before: stateOf(old), after: stateOf(tie) }];
      if (old.by_text || tie.by_text) return [];
      // The same tie may stand differently for one of its parties.
      const party = tie.parties.find((p) => old.parties.some((o) => o.id === p.id && o.state !== p.state));
      const was = party && old.parties.find((o) => o.id === party.id);
      return party && was ? [{ tie, before: was.state, after: party.state }] : [];
    }),
    undated: after.ties.filter((tie) => stated(tie) && (tie.by_text || then.get(tie.id)?.by_text)),
    memberships: groups.flatMap(([id]) => {
      const [old, new_] = [then.get(id)?.participants ?? [], now.get(id)?.participants ?? []];
      const group = id.replace(/^MEMBER-/, '');
      const joined = new_.filter((p) => !old.includes(p) && p !== group);
      const left = old.filter((p) => !new_.includes(p) && p !== group);
      return joined.length + left.length === 0 ? [] : [{ group, joined, left }];
    }),
  };
}

/**
 * Says below the dates what the change from others has changed.
 * @param {Context} context
 * @param {Dates} before
 * @param {Dates} now
 * @param {HTMLElement} place
 * @param {boolean} told  whether it is told aloud
 */
export async function since(context, before, now, place, told) {
  const { state, i18n, announce } = context;
  const { t, day } = i18n;
  const ask = (/** @type {Dates} */ { asOf, known }) =>
    api.network(apiQuery({ ...unfiltered(state), asOf, known, class: classes(context) }, { filter: true }));
  const found = difference(await ask(before), await ask(now));
  const dates = [
    before.asOf === now.asOf ? '' : t(now.asOf < before.asOf ? 'since.back' : 'since.as-of', { from: day(before.asOf), to: day(now.asOf) }),
    before.known === now.known ? '' : t('since.known', { from: day(before.known), to: day(now.known) }),
  ].filter((part) => part !== '');
  const lists = parts(context, found);
  const beside = found.undated.length === 0 ? '' : `. ${t('since.undated', { n: found.undated.length })}`;
  const said = (lists.length === 0 ? t('since.nothing') : lists.map((part) => part.said).join('; ')) + beside;
  const sentence = `${i18n.list(dates)}: ${said}.`;
  place.removeAttribute('aria-busy');
  place.replaceChildren(
    h('p', {}, h('strong', {}, `${i18n.list(dates)}: `), `${said}.`),
    ahead(context, now),
    // Each list under its own number, so that what is shown and what is folded add up to it.
    ...lists.map(({ said: heading, items }) => h('div', { class: 'since-part' }, lists.length > 1 ? h('p', { class: 'small' }, heading, ':') : null, listed(i18n, items))),
    // The comparison counts ties, gaps and ranks at one knowledge: where lists alone moved, or another day is known, it would say nothing.
    before.asOf === now.asOf || before.known !== now.known || found.more.length + found.fewer.length + found.moved.length === 0
      ? ''
      : h(
          'p',
          {},
          link(
            { ...toView(unfiltered(state), 'compare', 'dates'), asOf: '', known: now.known, dates: [before.asOf, now.asOf].sort() },
            { class: 'way', id: 'since-compare' },
            t('since.way'),
          ),
        ),
  );
  if (told) announce(sentence);
}

/**
 * That a document which came out after the day is counted still, and the way to leave it out.
 * @param {Context} context
 * @param {Dates} now
 */
function ahead({ state, meta, i18n }, now) {
  const later = meta.dataset.documents.filter((d) => d.date > now.asOf && d.date <= now.known);
  if (later.length === 0) return '';
  const said = i18n.t('since.ahead', { names: i18n.list(later.map((d) => d.reference)), n: later.length });
  const all = later.length === meta.dataset.documents.length;
  return h('p', {}, said, all ? null : [' ', link({ ...state, known: now.asOf }, { class: 'way', id: 'since-ahead' }, i18n.t('since.ahead-way', { day: i18n.day(now.asOf) }))]);
}

/**
 * The first few in sight, the others behind a press.
 * @param {Context['i18n']} i18n
 * @param {Node[]} items
 */
function listed({ t }, items) {
  const rest = items.slice(NAMED);
  return h(
    'div',
    {},
    h('ul', {}, items.slice(0, NAMED)),
    rest.length === 0 ? null : h('details', {}, h('summary', {}, t('since.rest', { n: rest.length })), h('ul', {}, rest)),
  );
}

/** The classes of evidence that are compared. @param {Context} context */
function classes({ state }) {
  return ['stated', 'structural', ...(state.additional ? ['additional'] : [])];
}

/**
 * @param {Context} context
 * @param {Difference} found
 * @returns {{ said: string, items: Node[] }[]}
 */
function parts(context, { more, fewer, moved, memberships }) {
  const { state, meta, i18n } = context;
  const { t, pick, list } = i18n;
  const word = (/** @type {string} */ id) => wordOf(context, meta.states, id);
  const names = (/** @type {string[]} */ ids) => list(ids.map((id) => nameOf(context, id)));
  const tied = (/** @type {Tie} */ tie, /** @type {string} */ sign, /** @type {string} */ after) =>
    h('li', {}, h('span', { class: 'sign' }, `${sign} `), link(select(state, { tie: tie.id }), {}, pick(tie.names)), after);
  return [
    {
      said: t('since.moved', { n: moved.length }),
      items: moved.map((m) => tied(m.tie, '→', `: ${word(m.before)} → ${word(m.after)}`)),
    },
    { said: t('since.more', { n: more.length }), items: more.map((tie) => tied(tie, '+', `: ${word(tie.state)}`)) },
    { said: t('since.fewer', { n: fewer.length }), items: fewer.map((tie) => tied(tie, '−', `: ${t('change.absent')}`)) },
    {
      said: t('since.memberships', { n: memberships.length }),
      items: memberships.map(({ group, joined, left }) =>
        h(
          'li',
          {},
          `${nameOf(context, group)}: `,
          [
            joined.length === 0 ? '' : t('since.joined', { names: names(joined) }),
            left.length === 0 ? '' : t('since.left', { names: names(left) }),
          ]
            .filter((text) => text !== '')
            .join('; '),
        ),
      ),
    },
  ].filter((part) => part.items.length > 0);
}
