/** What every part of the page is handed: the state, the vocabularies, the reader's language. */

/** @import { ActorEntry, KindEntry, Meta, Named, NetworkNode } from '../types/wire' */
/** @import { I18n } from './i18n.js' */
/** @import { State } from './state.js' */
import * as api from './api.js';
import { h } from './dom.js';
import { address } from './state.js';

/**
 * @typedef {object} Context
 * @property {State} state
 * @property {Meta} meta
 * @property {I18n} i18n
 * @property {(next: State, how?: { replace?: boolean }) => void} go
 * @property {(text: string, how?: { seen?: boolean }) => void} announce
 * @property {() => void} again  asks for the present view anew
 */

/** @typedef {'dates' | 'kind' | 'instrument' | 'state' | 'area' | 'class' | 'without-eu'} FilterName */

/**
 * What a view shows.
 * @typedef {object} Sight
 * @property {string} title
 * @property {string} sentence  the view in one sentence
 * @property {string} [question]  what the view answers
 * @property {(Node | null)[]} body
 * @property {Node[]} [aside]  beside the picture as long as nothing is looked at
 * @property {readonly FilterName[]} filters  which options the view answers to
 * @property {Node} [before]  what leads to the views beside it
 * @property {string} command  the command that recomputes it
 * @property {Download[]} downloads
 * @property {ServerFile[]} [files]  the same for other programs, made by the server
 * @property {(state: State) => void} [selected]  marks what is looked at, without drawing anew
 * @property {(by: 1 | -1) => void} [step]  goes to the next or the previous of what the view shows
 * @property {boolean} [failed]  whether it stands in for a view that could not be had
 */

/**
 * @typedef {object} Download
 * @property {'svg' | 'png' | 'csv' | 'json' | 'toml'} format
 * @property {string} name
 * @property {() => BlobPart | Promise<BlobPart>} make
 */

/**
 * @typedef {object} ServerFile
 * @property {string} id
 * @property {string} label  the form, and who reads it
 * @property {string} path  below the API
 */

/** @type {WeakMap<Meta, Map<string, ActorEntry>>} */
const actors = new WeakMap();

/**
 * @param {Meta} meta
 * @param {string} id
 */
export function actorOf(meta, id) {
  let known = actors.get(meta);
  if (!known) {
    known = new Map(meta.actors.map((a) => [a.id, a]));
    actors.set(meta, known);
  }
  return known.get(id);
}

/**
 * The name of an actor; its id where no list names it.
 * @param {Context} context
 * @param {string} id
 */
export function nameOf({ meta, i18n }, id) {
  const actor = actorOf(meta, id);
  return actor ? i18n.pick(actor.names) : id;
}

/**
 * The four directions; none of a dataset that has none, as an imported network.
 * @param {Context} context
 * @param {string} query
 */
export async function goalsOf({ meta }, query) {
  return meta.goals.length === 0 ? [] : api.goals(query);
}

/**
 * The name of a word of a vocabulary.
 * @param {Context} context
 * @param {readonly Named[]} vocabulary
 * @param {string} id
 */
export function wordOf({ i18n }, vocabulary, id) {
  const entry = vocabulary.find((v) => v.id === id);
  return entry ? i18n.pick(entry.names) : id;
}

/**
 * @param {Meta} meta
 * @param {string} id
 * @returns {KindEntry | undefined}
 */
export function kindOf(meta, id) {
  return meta.kinds.find((k) => k.id === id);
}

/** @type {Readonly<Record<string, import('./i18n.js').Key>>} */
const NODE_KINDS = {
  hub: 'kind.hub',
  'member-state': 'kind.member-state',
  partner: 'kind.partner',
  grouping: 'kind.grouping',
  forum: 'kind.forum',
  programme: 'kind.programme',
};

/** @type {Readonly<Record<string, import('./i18n.js').Key>>} */
const STRATA = {
  'member-state': 'stratum.member-state',
  enlargement: 'stratum.enlargement',
  neighbourhood: 'stratum.neighbourhood',
  others: 'stratum.others',
};

/**
 * What kind of actor it is, in a word. A country that no tie of the corpus names is no partner.
 * @param {Context} context
 * @param {string} kind
 * @param {boolean} [named]  whether a tie of the corpus names it
 */
export function nodeKind({ i18n }, kind, named = true) {
  const key = kind === 'partner' && !named ? 'kind.country' : NODE_KINDS[kind];
  return key ? i18n.t(key) : kind;
}

/**
 * What kind of actor it is, in a line.
 * @param {Context} context
 * @param {NetworkNode} node
 */
export function nodeLine(context, node) {
  const { i18n } = context;
  const stratum = node.stratum && STRATA[node.stratum];
  const parts = [
    nodeKind(context, node.kind, actorOf(context.meta, node.id)?.named ?? true),
    node.region && i18n.pick(node.region),
    stratum && i18n.t(stratum),
    node.iso3,
  ];
  return parts.filter(Boolean).join(' · ');
}

/**
 * A link to another state of the page.
 * @param {State} next
 * @param {import('./dom.js').Properties} properties
 * @param {...(import('./dom.js').Child | import('./dom.js').Child[])} children
 */
export function link(next, properties, ...children) {
  return h('a', { href: address(next), ...properties }, ...children);
}

/** The families of kinds, in the order of legends; the pictures use the same. */
export const FAMILIES = /** @type {const} */ ([
  { id: 'core', kinds: ['TTC', 'DP', 'DD'], label: 'family.core' },
  { id: 'security', kinds: ['CD', 'SDP'], label: 'family.security' },
  { id: 'trade', kinds: ['DTA', 'DFR', 'FTA-D'], label: 'family.trade' },
  { id: 'programme', kinds: ['HE', 'DEP', 'GP'], label: 'family.programme' },
  { id: 'regional', kinds: [], label: 'family.regional' },
  { id: 'action', kinds: ['ACTION'], label: 'family.action' },
  { id: 'forum', kinds: ['FORUM'], label: 'family.forum' },
  { id: 'structural', kinds: ['MEMBER'], label: 'family.structural' },
]);

/**
 * The family of a kind of tie.
 * @param {string} kind
 */
export function familyOf(kind) {
  const found = FAMILIES.find((f) => /** @type {readonly string[]} */ (f.kinds).includes(kind));
  return found?.id ?? 'regional';
}

/** The address from which one came into the reader; empty when one came straight to it. */
export function returning() {
  const { from } = history.state ?? {};
  return typeof from === 'string' && from.startsWith('#/') ? from : '';
}

/** When a tie holds, or is expected; empty where its text gives no date. @param {Context} context @param {import('../types/wire').Tie} tie */
export function whenOf({ i18n: { t, day, period } }, { valid, state }) {
  const expected = valid.expected ? t(state === 'unconfirmed' ? 'tie.expected-passed' : 'tie.expected', { date: day(valid.expected) }) : '';
  return [period(valid, state), expected].filter((part) => part !== '').join(' · ');
}

/** Of an undated tie, that the documents give no date: a list of members is none of theirs. @param {Context} context @param {import('../types/wire').Tie} tie */
export function undatedWord({ i18n }, tie) {
  return tie.class === 'structural' || (tie.additional ?? []).length > 0 ? '' : i18n.t('column.undated');
}

/**
 * What additional sources say of an instrument that stands among the others already: more about it, and no other one.
 * @param {readonly import('../types/wire').Tie[]} ties
 */
export function further(ties) {
  const ids = new Set(ties.map((tie) => tie.id));
  return ties.filter((tie) => (tie.additional ?? []).length > 0 && (tie.same_as ?? []).some((id) => ids.has(id)));
}
