/** Who meets an actor when the EU is left out, and at which table. */

/** @import { Network } from '../types/wire' */
/** @import { Context } from './context.js' */
import * as api from './api.js';
import { actorOf, link, nameOf, wordOf } from './context.js';
import { h } from './dom.js';
import { section } from './panel-tie.js';
import { apiQuery, select, unfiltered } from './state.js';

/** @typedef {{ id: string, level: string, with: string[], from?: string | undefined }} Table  `from`: the whole whose list of members it is */

/**
 * The tables of an actor: forums of a restricted membership, and what the documents say brings partners together. The others
 * there are those that the documents name somewhere.
 * @param {Network} network  without the EU, its memberships among its ties
 * @param {string} id
 * @param {(id: string) => boolean} named
 * @param {readonly string[]} levels  those at which one meets, closest first
 * @returns {Table[]}
 */
export function tablesOf({ nodes, ties }, id, named, levels) {
  const of = new Map(nodes.map((n) => [n.id, n]));
  const out = ties.flatMap((tie) => {
    if (!tie.participants.includes(id) || (tie.by_text ?? tie.state) !== 'active') return [];
    const forum = of.get(/^MEMBER-(.+)$/.exec(tie.id)?.[1] ?? '');
    const level = tie.class === 'structural' ? (forum?.kind === 'forum' ? forum.level : undefined) : tie.meeting;
    if (!level || !levels.includes(level)) return [];
    const others = tie.participants.filter((p) => p !== id && p !== forum?.id && named(p) && of.get(p)?.kind !== 'forum');
    return others.length === 0 ? [] : [{ id: forum?.id ?? tie.id, level, with: others, from: tie.inferred_from }];
  });
  // What a record says of a forum's own session is that forum's table, where all sit who sit there.
  const seats = (/** @type {string} */ tie) => ties.find((one) => one.id === tie)?.participants ?? [];
  const once = out.filter((one) => !out.some((table) => seats(one.id).includes(table.id) && one.with.every((w) => table.with.includes(w))));
  return once.sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level) || a.with.length - b.with.length);
}

/**
 * @param {Context} context
 * @param {string} id
 * @returns {Promise<HTMLElement | null>}
 */
export async function meets(context, id) {
  const { state, meta, i18n } = context;
  const { t, pick } = i18n;
  const alone = { ...unfiltered(state), withoutEu: true, class: ['stated', 'structural'] };
  const network = await api.network(apiQuery(alone, { filter: true })).catch(() => null);
  if (!network) return null;
  const named = (/** @type {string} */ one) => actorOf(meta, one)?.named ?? false;
  // An organisation that is open to all makes nobody meet.
  const levels = meta.levels.map((l) => l.id).filter((l) => l !== 'universal');
  const tables = tablesOf(network, id, named, levels);
  const met = new Set(tables.flatMap((table) => table.with));
  const names = (/** @type {string[]} */ ids) =>
    ids
      .map((one) => ({ one, name: nameOf(context, one) }))
      .sort((a, b) => i18n.compare(a.name, b.name))
      .flatMap(({ one, name }, i) => [i > 0 ? ', ' : '', link(select(state, { node: one }), {}, name)]);
  const item = (/** @type {Table} */ table) => {
    const tie = network.ties.find((one) => one.id === table.id);
    const own = table.id === id;
    const way = tie ? link(select(state, { tie: tie.id }), {}, pick(tie.names)) : link(select(state, { node: table.id }), {}, nameOf(context, table.id));
    return h(
      'li',
      {},
      own ? null : [way, h('span', { class: 'muted' }, ` (${wordOf(context, meta.levels, table.level)}): `)],
      names(table.with),
      table.from ? h('span', { class: 'muted' }, ` (${t('panel.meets-inferred', { whole: nameOf(context, table.from) })})`) : null,
    );
  };
  const note = tables.length === 0 ? 'panel.meets-nobody' : 'panel.meets-note';
  const made = section(
    t(actorOf(meta, id)?.kind === 'forum' ? 'panel.meets-there' : 'panel.meets'),
    [h('p', { class: 'hint' }, t(note)), tables.length === 0 ? null : h('ul', { class: 'lines' }, tables.map(item))],
    met.size,
  );
  made.id = 'meets';
  made.dataset.met = String(met.size);
  return made;
}
