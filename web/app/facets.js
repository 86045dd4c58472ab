/**
 * How many ties each choice of a filter would leave, the other filters standing as they do.
 *
 * For a list, the network is asked for without that list; each of its ties is then held against each choice as the program
 * does it: a tie stays when one of its parties stays. Memberships are not counted: no filter but their class speaks of them.
 */

/** @import { Network, Tie } from '../types/wire' */
/** @import { Context } from './context.js' */
/** @import { ListKey, State } from './state.js' */
import * as api from './api.js';
import { actorOf } from './context.js';
import { LISTS, apiQuery } from './state.js';

/** @typedef {Partial<Record<ListKey, Map<string, number>>>} Counts */

/**
 * The words of a list under which a tie stays.
 * @param {ListKey} key
 * @param {Tie} tie
 * @param {State} state
 * @param {(id: string) => string} kindOf  the kind of an actor
 * @returns {Set<string>}
 */
export function admits(key, tie, state, kindOf) {
  // Around an actor, its own part in the tie must stay.
  const parties = tie.parties.filter((p) => state.focus === '' || p.id === state.focus);
  const hub = state.focus !== '' && kindOf(state.focus) === 'hub';
  const own = hub ? tie.parties : parties;
  const named = tie.parties.length > 0;
  // The member that a grouping reaches is the party of a derived tie.
  const [, member] = tie.id.split('>');
  if (key === 'instrument') return new Set(tie.carries ? [tie.kind, tie.carries] : [tie.kind]);
  if (key === 'state') return new Set(named ? own.map((p) => p.state) : [tie.state]);
  if (key === 'kind') return new Set(member ? [kindOf(member)] : own.map((p) => kindOf(p.id)));
  if (key === 'area')
    return new Set(named ? own.flatMap((p) => p.areas).filter((a) => tie.areas.includes(a)) : tie.areas);
  if (key === 'domain')
    return new Set(named ? own.flatMap((p) => p.domains).filter((d) => tie.domains.includes(d)) : tie.domains);
  return new Set([tie.class]);
}

/**
 * @param {ListKey} key
 * @param {Network} network  without that list
 * @param {State} state
 * @param {(id: string) => string} kindOf
 */
export function tally(key, { ties }, state, kindOf) {
  /** @type {Map<string, number>} */
  const out = new Map();
  for (const tie of ties) {
    if (tie.class === 'structural') continue;
    for (const word of admits(key, tie, state, kindOf)) out.set(word, (out.get(word) ?? 0) + 1);
  }
  return out;
}

/**
 * The counts of every list but the class of evidence.
 * @param {Context} context
 * @returns {Promise<Counts>}
 */
export async function facets({ state, meta }) {
  // Farther than one step from an actor, what stays hangs on the whole network.
  if (state.focus !== '' && state.depth !== '' && state.depth !== '1') return {};
  const kindOf = (/** @type {string} */ id) => actorOf(meta, id)?.kind ?? '';
  const keys = LISTS.filter((key) => key !== 'class');
  const found = await Promise.all(
    keys.map(async (key) => {
      const without = { ...state, [key]: [] };
      const network = await api.network(apiQuery(without, { filter: true }));
      return /** @type {const} */ ([key, tally(key, network, without, kindOf)]);
    }),
  );
  return Object.fromEntries(found);
}

/**
 * The classes of evidence that the network may hold now: additional sources are one where they are on.
 * @param {Pick<Context, 'state' | 'meta'>} context
 */
export function classesAtHand({ state, meta }) {
  return meta.classes.filter(({ id }) => id !== 'additional' || state.additional);
}

/**
 * The counts of the classes of evidence, each asked for by itself.
 * @param {Context} context
 * @returns {Promise<Map<string, number>>}
 */
export async function classes(context) {
  const { state } = context;
  const found = await Promise.all(
    classesAtHand(context).map(async ({ id }) => {
      const { ties } = await api.network(apiQuery({ ...state, class: [id] }, { filter: true }));
      return /** @type {const} */ ([id, ties.length]);
    }),
  );
  return new Map(found);
}
