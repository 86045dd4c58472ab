/** Rankings: every measure of every actor, with what it says and when not to use it. */

/** @import { Card, Rank, RankRow } from '../types/wire' */
/** @import { Context, Sight } from '../app/context.js' */
/** @import { Column } from '../app/table.js' */
import * as api from '../app/api.js';
import { link, wordOf } from '../app/context.js';
import { h } from '../app/dom.js';
import { apiQuery, select } from '../app/state.js';
import { csv, table } from '../app/table.js';

const FIRST = 'betweenness';

/** @param {Context} context @returns {Promise<Sight>} */
export async function rankView(context) {
  const { state, i18n } = context;
  const { t, pick, number } = i18n;
  const rank = await api.rank(apiQuery(state, { filter: true, extra: { graph: state.graph } }));
  const wanted = state.item === '' ? FIRST : state.item;
  const at = rank.measures.findIndex((m) => m.id === wanted);
  const measure = rank.measures[at];
  const head = [graphs(context, rank), measures(context, rank, wanted)];
  const shared = {
    title: t('rank.title'),
    filters: /** @type {const} */ (['dates', 'kind', 'instrument', 'state', 'area', 'class', 'without-eu']),
    command: rank.command.replace('relier rank', `relier rank ${wanted}`),
    selected: () => {},
  };
  const sentence = `${pick(rank.title)}: ${t('rank.size', { nodes: number(rank.nodes), edges: number(rank.edges) })}`;
  if (!measure)
    return {
      ...shared,
      sentence,
      body: [...head, h('p', { class: 'notice', role: 'alert' }, t('problem.measure', { measure: wanted }))],
      downloads: [],
    };
  const columns = rankColumns(context, rank, at);
  const rows = rank.rows.filter((r) => r.kind !== 'hub');
  const natural = measure.higher_is_more ? `-${measure.id}` : measure.id;
  const onSort = (/** @type {string} */ sort) => {
    const id = sort.replace(/^-/, '');
    const other = rank.measures.find((m) => m.id === id);
    const usual = other && (other.higher_is_more ? `-${id}` : id);
    context.go({ ...state, item: other ? id : state.item, sort: sort === usual ? '' : sort });
  };
  const shown = table(i18n, {
    id: 'rank',
    caption: pick(measure.names),
    captionHidden: true,
    columns,
    rows,
    sort: state.sort || natural,
    onSort,
    rowId: (r) => r.id,
  });
  const name = `relier-rank-${rank.graph}-${rank.dates.as_of}`;
  const selected = (/** @type {import('../app/state.js').State} */ now) => {
    for (const row of shown.querySelectorAll('tr[data-row]'))
      row.classList.toggle('is-selected', row.getAttribute('data-row') === now.node);
  };
  selected(state);
  return {
    ...shared,
    sentence,
    body: [
      ...head,
      card(context, rank, measure),
      apart(context, rank, at),
      h('div', { class: 'list' }, shown),
      h(
        'section',
        { class: 'notes' },
        h('h2', {}, t('rank.notes')),
        h(
          'ul',
          { class: 'limits' },
          rank.notes.map((n) => h('li', {}, pick(n))),
        ),
      ),
    ],
    downloads: [
      { format: 'csv', name, make: () => csv(csvColumns(context, rank), rank.rows) },
      { format: 'json', name, make: () => JSON.stringify(rank, null, 1) },
    ],
    selected,
  };
}

/**
 * @param {Context} context
 * @param {Rank} rank
 */
function graphs(context, rank) {
  const { state, meta, i18n } = context;
  const { t } = i18n;
  const tab = (/** @type {string} */ graph, /** @type {string} */ label) =>
    link(
      { ...state, graph: graph === 'actors' ? '' : graph, sort: '' },
      { id: `graph-${graph}`, class: 'tab', 'aria-current': rank.graph === graph ? 'true' : null },
      label,
    );
  const level = (/** @type {string} */ id) =>
    link(
      { ...state, level: id === 'agenda' ? '' : id },
      { id: `level-${id}`, class: 'tab', 'aria-current': (state.level || 'agenda') === id ? 'true' : null },
      wordOf(context, meta.levels, id),
    );
  return h(
    'div',
    { class: 'choices' },
    h(
      'div',
      { class: 'tabs boxed', role: 'group', 'aria-label': t('rank.graph') },
      tab('actors', t('rank.actors')),
      tab('incidence', t('rank.incidence')),
    ),
    rank.graph === 'actors'
      ? h(
          'div',
          { class: 'tabs boxed', role: 'group', 'aria-label': t('rank.level') },
          level('agenda'),
          level('working'),
        )
      : null,
  );
}

/**
 * @param {Context} context
 * @param {Rank} rank
 * @param {string} wanted
 */
function measures({ state, i18n }, rank, wanted) {
  return h(
    'nav',
    { 'aria-label': i18n.t('rank.measures') },
    h(
      'ul',
      { class: 'tabs' },
      rank.measures.map((m) =>
        h(
          'li',
          {},
          link(
            { ...state, item: m.id, sort: '' },
            { id: `measure-${m.id}`, class: 'tab', 'aria-current': m.id === wanted ? 'page' : null },
            i18n.pick(m.names),
          ),
        ),
      ),
    ),
  );
}

/**
 * @param {Context} context
 * @param {Rank} rank
 * @param {Card} measure
 */
function card({ i18n }, rank, measure) {
  const { t, pick } = i18n;
  const undefined_ = rank.undefined.find((u) => u.measure === measure.id);
  return h(
    'section',
    { class: 'measure', 'aria-labelledby': 'measure-title' },
    h('h2', { id: 'measure-title' }, pick(measure.names)),
    h(
      'div',
      { class: 'measure-words' },
      h('p', {}, h('strong', {}, t('rank.says')), ' ', pick(measure.says)),
      h('p', {}, h('strong', {}, t('rank.avoid')), ' ', pick(measure.avoid)),
    ),
    undefined_ ? h('p', { class: 'notice' }, t('rank.undefined'), ' ', pick(undefined_.reason)) : null,
  );
}

/**
 * The EU, set apart.
 * @param {Context} context
 * @param {Rank} rank
 * @param {number} at
 */
function apart(context, rank, at) {
  const { state, i18n } = context;
  const hub = rank.rows.find((r) => r.kind === 'hub');
  if (!hub) return null;
  return h(
    'p',
    { class: 'apart' },
    i18n.t('rank.apart'),
    ' ',
    link(select(state, { node: hub.id }), {}, i18n.pick(hub.names)),
    ' ',
    h('strong', { class: 'n' }, value(context, rank, hub, at)),
  );
}

/**
 * Counts are whole; what is not is given to three digits.
 * @param {Context} context
 * @param {Rank} rank
 * @param {RankRow} row
 * @param {number} at
 */
function value({ i18n }, rank, row, at) {
  const n = row.values[at];
  if (n === null || n === undefined) return '–';
  const whole = rank.rows.every((r) => Number.isInteger(r.values[at] ?? 0));
  return whole ? i18n.number(n) : i18n.decimal(n);
}

/**
 * @param {Context} context
 * @param {Rank} rank
 * @param {number} at  the measure read
 * @returns {Column<RankRow>[]}
 */
function rankColumns(context, rank, at) {
  const { state, i18n } = context;
  const { t, pick } = i18n;
  const partners = rank.rows.filter((r) => r.kind !== 'hub');
  const highest = Math.max(...partners.map((r) => r.values[at] ?? 0));
  const bar = (/** @type {RankRow} */ row) =>
    h('span', {
      class: 'bar',
      'aria-hidden': 'true',
      vars: { '--part': String(highest > 0 ? (row.values[at] ?? 0) / highest : 0) },
    });
  return [
    {
      id: 'actor',
      label: t('column.actor'),
      key: (r) => pick(r.names),
      cell: (r) => link(select(state, { node: r.id }), {}, pick(r.names)),
    },
    {
      id: 'place',
      label: t('column.rank'),
      key: (r) => r.ranks[at] ?? null,
      numeric: true,
      title: t('rank.place'),
    },
    ...rank.measures
      .map((m, i) => ({ m, i }))
      .sort((a, b) => Number(b.i === at) - Number(a.i === at))
      .map(({ m, i }) => ({
        id: m.id,
        label: pick(m.names),
        key: (/** @type {RankRow} */ r) => r.values[i] ?? null,
        cell: (/** @type {RankRow} */ r) =>
          i === at
            ? h('span', { class: 'read' }, bar(r), h('span', { class: 'n' }, value(context, rank, r, i)))
            : value(context, rank, r, i),
        numeric: true,
        ...(i === at ? {} : { room: /** @type {const} */ ('wide') }),
        descending: m.higher_is_more,
        title: pick(m.says),
      })),
  ];
}

/**
 * @param {Context} context
 * @param {Rank} rank
 * @returns {Column<RankRow>[]}
 */
function csvColumns({ i18n }, rank) {
  const { t, pick } = i18n;
  return [
    { id: 'id', label: t('column.id'), key: (r) => r.id },
    { id: 'actor', label: t('column.actor'), key: (r) => pick(r.names) },
    ...rank.measures.flatMap((m, i) => [
      { id: m.id, label: m.id, key: (/** @type {RankRow} */ r) => r.values[i] ?? null },
      {
        id: `${m.id}-rank`,
        label: `${m.id} (${t('column.rank')})`,
        key: (/** @type {RankRow} */ r) => r.ranks[i] ?? null,
      },
    ]),
  ];
}
