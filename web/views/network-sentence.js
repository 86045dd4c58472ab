/** The network in one sentence: it counts what the picture shows, and says what else the tables hold. */

/** @import { Network, Tie } from '../types/wire' */
/** @import { Context } from '../app/context.js' */
import { further, kindOf, nameOf, wordOf } from '../app/context.js';
import { firstDay } from '../app/days.js';
import { isFiltered } from '../app/state.js';

/** @typedef {{ n: number, of: number, working: number, agenda: number }} Meeting  how many pairs of units meet without the EU, at a working table or on an agenda alone */

/** @typedef {{ nodes: Map<string, string>, ties: Map<string, { kind: string, class: string }>, rings: boolean }} Seen  ids, with the kind of an actor */

/**
 * What a picture shows: each actor and each tie once.
 * @param {string} svg
 * @returns {Seen | null}
 */
export function shownIn(svg) {
  const drawn = new DOMParser().parseFromString(svg, 'image/svg+xml');
  if (drawn.querySelector('parsererror')) return null;
  const marks = (/** @type {'node' | 'tie'} */ sort) =>
    /** @type {SVGElement[]} */ ([...drawn.querySelectorAll(`[data-${sort}]`)]).map((m) => m.dataset);
  return {
    rings: drawn.querySelector('.ring-band') !== null,
    nodes: new Map(marks('node').map((m) => [m.node ?? '', m.kind ?? ''])),
    ties: new Map(marks('tie').map((m) => [m.tie ?? '', { kind: m.kind ?? '', class: m.class ?? '' }])),
  };
}

/**
 * @param {Context} context
 * @param {Network} network
 * @param {Meeting} meeting
 * @param {Seen | null} seen  null where there is no picture
 * @param {string} ego  whom the picture is about, if it is about one
 * @param {number} silent  how many more answer all but the state, which the texts do not state on that day
 */
export function sentence(context, network, meeting, seen, ego, silent) {
  const { state, i18n } = context;
  const { t, day, list } = i18n;
  const date = day(network.dates.as_of);
  const eu = t(state.withoutEu ? 'network.without-eu' : state.splitEu ? 'network.split-eu' : 'network.with-eu');
  // Of a tie that is laid to each Member State, the one that the documents state.
  const stated = network.ties.filter((tie) => !tie.id.includes('>'));
  /** @type {string[]} */
  let parts;
  const none = network.ties.length === 0 && silent > 0;
  if (none) {
    parts = [nonEstablished(context, network, silent)];
  } else if (ego !== '' && seen) {
    parts = [t('network.shown', { date, eu: `${eu}, ${t('network.around-whom', { name: nameOf(context, ego) })}`, parts: list(strokes(context, seen)) })];
  } else if (state.withoutEu || state.splitEu) {
    parts = [...together(context, network, meeting, seen, { date, eu }), ...table(context, network, stated)];
  } else {
    parts = withEu(context, network, { date, eu });
  }
  const about = ego !== '' && seen ? stated.filter((tie) => seen.ties.has(tie.id)) : stated;
  // Who sits where is read in lists, whatever had been published by then.
  const seats = state.withoutEu || state.splitEu || network.ties.some((tie) => tie.class === 'structural');
  return [...parts, added(context, about), seats ? listsLater(context) : '', undated(context, network, about), none ? '' : unsaid(context, silent), ...choice(context, ego)]
    .filter((part) => part !== '')
    .join(' ');
}

/** @param {Context} context @param {(kind: string) => number} n @param {readonly ('partner' | 'grouping' | 'forum' | 'member-state')[]} kinds */
function actors({ i18n: { t } }, n, kinds) {
  const words = /** @type {const} */ ({ partner: 'n.partners', grouping: 'n.groupings', forum: 'n.forums', 'member-state': 'n.member-states' });
  return kinds.map((kind) => ({ kind, n: n(kind) })).filter((one) => one.n > 0 || one.kind === 'partner').map((one) => t(words[one.kind], { n: one.n }));
}

/** Whether some tie has no sentence of the documents that states it. @param {readonly Tie[]} ties */
const isPlain = (ties) => ties.length === 0 || ties.some((tie) => tie.class !== 'stated' || (tie.additional ?? []).length > 0);

/** How many are not stated of the actor itself. @param {Context} context @param {readonly Tie[]} ties */
function classes({ i18n: { t } }, ties) {
  const of = (/** @type {string} */ sort) => ties.filter((tie) => tie.class === sort).length;
  const [derived, structural] = [of('derived'), of('structural')];
  return [
    ...(derived > 0 ? [t('network.derived', { n: derived })] : []),
    ...(structural > 0 ? [t('network.structural', { n: structural })] : []),
  ];
}

/**
 * With the EU in the middle: the selection.
 * @param {Context} context
 * @param {Network} network
 * @param {{ date: string, eu: string }} words
 * @returns {string[]}
 */
function withEu(context, { nodes, ties }, words) {
  const { t, list } = context.i18n;
  const parts = list([
    ...actors(context, (kind) => nodes.filter((n) => n.kind === kind).length, ['partner', 'grouping', 'forum']),
    t('n.ties', { n: ties.length }),
  ]);
  return [t(isPlain(ties) ? 'network.counted' : 'network.sentence', { ...words, parts }), ...classes(context, ties)];
}

/**
 * How much of the selection the picture, with the EU in the middle, has no place for; it stands right below the picture.
 * @param {Context} context
 * @param {Network} network
 * @param {Seen | null} seen
 */
export function leftOut({ state, i18n: { t } }, { nodes, ties }, seen) {
  const left = seen && !state.withoutEu && !state.splitEu ? ties.filter((tie) => !seen.ties.has(tie.id)) : [];
  if (left.length === 0) return '';
  const level = new Map(nodes.map((n) => [n.id, n.level]));
  const open = left.every((tie) => tie.participants.every((p) => p === 'EU' || level.get(p) === 'universal'));
  return t(open ? 'network.left-open' : 'network.left', { n: left.length });
}

/**
 * Without the EU in the middle: who sits together, as the picture draws it.
 * @param {Context} context
 * @param {Network} network
 * @param {Meeting} meeting
 * @param {Seen | null} seen
 * @param {{ date: string, eu: string }} words
 * @returns {string[]}
 */
function together(context, { nodes }, meeting, seen, words) {
  const { state, i18n } = context;
  const { t, list } = i18n;
  const kinds = seen ? [...seen.nodes.values()] : nodes.map((n) => n.kind);
  const n = (/** @type {string} */ kind) => kinds.filter((k) => k === kind).length;
  const joint = seen ? [...seen.ties.values()].filter((tie) => tie.kind !== 'MEMBER').length : 0;
  const parts = actors(context, n, ['partner', 'member-state', 'forum']);
  if (joint > 0) parts.push(t('n.joint', { n: joint }));
  const out = [t(seen ? 'network.shown' : 'network.counted', { ...words, parts: list(parts) })];
  if (seen && joint === 0 && n('forum') === 0) out.push(t('network.no-table'));
  // The pairs are those of the whole network: under another filter they are not what the picture shows.
  if (state.withoutEu && !isFiltered({ ...state, withoutEu: false })) out.push(t('network.still-meet', meeting));
  return out;
}

/**
 * What the table of ties holds when the picture shows who sits together.
 * @param {Context} context
 * @param {Network} network
 * @param {readonly Tie[]} stated
 */
function table(context, { nodes, ties }, stated) {
  const { t } = context.i18n;
  const states = new Set(nodes.filter((n) => n.kind === 'member-state').map((n) => n.id));
  const laid = ties.filter((tie) => states.has(tie.id.split('>')[1] ?? ''));
  const others = classes(context, ties.filter((tie) => !laid.includes(tie)));
  if (laid.length === 0)
    return [t(isPlain(ties) ? 'network.table-counted' : 'network.table-ties', { n: ties.length }), sorts(context, ties), ...others];
  const from = new Set(laid.map((tie) => tie.id.split('>')[0])).size;
  const numbers = { lines: ties.length, laid: laid.length, from, states: states.size };
  return [t(isPlain(stated) ? 'network.table-laid' : 'network.table-split', { n: stated.length, ...numbers }), sorts(context, stated), ...others];
}

/**
 * What the picture of one actor shows, by class.
 * @param {Context} context
 * @param {Seen} seen
 */
function strokes({ i18n: { t } }, { ties }) {
  const n = (/** @type {string[]} */ ...sorts) => [...ties.values()].filter((tie) => sorts.includes(tie.class)).length;
  const [own, derived, places] = [n('stated', 'additional'), n('derived'), n('structural')];
  return [
    ...(own > 0 || derived + places === 0 ? [t('n.ties', { n: own })] : []),
    ...(derived > 0 ? [t('n.derived', { n: derived })] : []),
    ...(places > 0 ? [t('n.memberships', { n: places })] : []),
  ];
}

/**
 * What ties are: instruments, and actions with the examples; memberships are counted beside.
 * @param {Context} context
 * @param {readonly Tie[]} ties
 */
function sorts({ i18n: { t, list } }, ties) {
  const told = ties.filter((tie) => tie.kind !== 'MEMBER');
  const actions = told.filter((tie) => tie.kind === 'ACTION').length;
  const parts = [
    ...(told.length > actions ? [t('n.instruments', { n: told.length - actions })] : []),
    ...(actions > 0 ? [t('n.actions', { n: actions })] : []),
  ];
  return parts.length === 0 ? '' : t('network.sorts', { parts: list(parts) });
}

/**
 * That lists of members were read after the day by which sources count.
 * @param {Context} context
 */
export function listsLater({ state, meta, i18n: { t, day } }) {
  const known = state.known || meta.dates.known;
  const later = meta.lists_read.filter((read) => read > known);
  return later.length === 0 ? '' : t('network.lists-later', { n: later.length, of: meta.lists_read.length, known: day(known) });
}

/** What rests on a source beside the documents. @param {Context} context @param {readonly Tie[]} ties */
function added({ i18n: { t } }, ties) {
  const n = ties.filter((tie) => (tie.additional ?? []).length > 0).length;
  const same = further(ties).length;
  return [n === 0 ? '' : t('network.additional', { n }), same === 0 ? '' : t('network.further', { n: same })].filter((said) => said !== '').join(' ');
}

/**
 * Before the first document, what has no date of beginning may not have been there.
 * @param {Context} context
 * @param {Network} network
 * @param {readonly Tie[]} ties
 */
function undated({ meta, i18n: { t, day } }, { dates }, ties) {
  const first = firstDay(meta);
  const n = ties.filter((tie) => tie.class !== 'structural' && tie.valid.from === null).length;
  return dates.as_of < first && n > 0 ? t('network.undated', { n, first: day(first) }) : '';
}

/**
 * Of a selection by state without a tie on a day before the texts: nothing is established, which is not that there was nothing.
 * @param {Context} context
 * @param {Network} network
 * @param {number} silent
 */
export function nonEstablished(context, { dates }, silent) {
  const { t, day } = context.i18n;
  return `${t('network.none-established', { date: day(dates.as_of) })} ${unsaid(context, silent)}`;
}

/** @param {Context} context @param {number} n */
function unsaid({ meta, i18n: { t, day } }, n) {
  const first = firstDay(meta);
  return n === 0 ? '' : t('network.unsaid', { n, first: day(first) });
}

/** Whom and what is chosen. @param {Context} context @param {string} ego @returns {string[]} */
function choice(context, ego) {
  const { state, meta, i18n } = context;
  const { t, pick } = i18n;
  const only = [
    ...state.kind.map((k) => wordOf(context, meta.actor_kinds, k)),
    ...state.instrument.map((k) => pick(kindOf(meta, k)?.short ?? { fr: k, en: k })),
    ...state.state.map((s) => wordOf(context, meta.states, s)),
    ...state.area.map((a) => wordOf(context, meta.areas, a)),
    ...state.domain.map((d) => wordOf(context, meta.domains, d)),
    ...state.class.map((c) => wordOf(context, meta.classes, c)),
  ];
  return [
    state.focus === '' || ego !== '' ? '' : t('network.around', { name: nameOf(context, state.focus) }),
    only.length > 0 ? t('network.only', { words: only.join('; ') }) : '',
  ];
}
