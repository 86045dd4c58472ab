/** Rankings: a measure with its card, with the EU and without it side by side, and how far its order holds. */

/** @import { Card, Rank, RankRow, Stability } from '../types/wire' */
/** @import { Context, Sight } from '../app/context.js' */
import * as api from '../app/api.js';
import { link, wordOf } from '../app/context.js';
import { h, replace } from '../app/dom.js';
import { isFile } from '../app/held.js';
import { problemText } from '../app/message.js';
import { apiQuery, select } from '../app/state.js';
import { csv, table } from '../app/table.js';
import { csvColumns, rankColumns, value } from './rank-columns.js';

const FIRST = 'betweenness';

/** How often records are deleted at random, as the server does for what it tests unasked. */
const REPLICATES = '200';

/** The share of records deleted for what a row says. */
const SHARE = 0.1;

/**
 * One reading of a measure: on the graph with the EU, or without it.
 * @typedef {object} Reading
 * @property {Rank} rank
 * @property {boolean} withoutEu
 * @property {number} at  the place of the measure
 * @property {Map<string, RankRow>} rows
 * @property {boolean} orderless  the server gives values and no rank
 * @property {Map<string, number>} stays
 */

/** @param {Context} context @returns {Promise<Sight>} */
export async function rankView(context) {
  const { state, i18n } = context;
  const { t, pick, number } = i18n;
  const wanted = state.item === '' ? FIRST : state.item;
  const ask = (/** @type {boolean} */ withoutEu, /** @type {Record<string, string>} */ extra = {}) =>
    api.rank(
      apiQuery(
        { ...state, withoutEu, splitEu: state.splitEu && !withoutEu },
        { filter: true, extra: { graph: state.graph, ...extra } },
      ),
    );
  const [rank, other] = await Promise.all([ask(state.withoutEu), ask(!state.withoutEu)]);
  const measure = rank.measures.find((m) => m.id === wanted);
  const head = [graphs(context, rank), measures(context, rank, wanted)];
  const shared = {
    title: t('rank.title'),
    question: t('rank.question'),
    filters: /** @type {const} */ (['dates', 'kind', 'instrument', 'state', 'area', 'class', 'without-eu']),
    command: rank.command.replace(/^relier rank( [a-z-]+)?(?= --|$)/, `relier rank ${wanted}`),
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
  const name = `relier-rank-${rank.graph}-${measure.id}-${rank.dates.as_of}`;
  const list = h('div', { class: 'list' });
  const firm = h('section', { class: 'firmness', 'aria-labelledby': 'firmness-title' });
  let now = state;
  const mark = () => {
    for (const row of list.querySelectorAll('tr[data-row]'))
      row.classList.toggle('is-selected', row.getAttribute('data-row') === now.node);
  };
  const write = (/** @type {Rank} */ one, /** @type {Rank} */ two) => {
    const readings = /** @type {const} */ ([
      reading(one, measure.id, state.withoutEu),
      reading(two, measure.id, !state.withoutEu),
    ]);
    replace(list, ranked(context, measure, ...readings));
    replace(firm, firmness(context, ...readings));
    mark();
  };
  write(rank, other);
  // The order by betweenness comes tested; what the loss of records does to the others is asked for after they stand there.
  const firmer = async () => {
    // One file holds the tests of all measures in one answer.
    /** @type {Record<string, string>} */
    const extra = isFile ? { replicates: REPLICATES } : { measure: measure.id, replicates: REPLICATES };
    const one = await ask(state.withoutEu, extra);
    write(one, await ask(!state.withoutEu, extra));
  };
  // Of an imported network, which can be large, the server tests nothing unasked, and the page does not ask.
  if (rank.robustness && stability(rank, measure.id).length === 0)
    firmer().catch((error) =>
      replace(firm, h('h2', { id: 'firmness-title' }, t('rank.firmness')), h('p', { class: 'hint' }, problemText(context, error))),
    );
  const first = reading(rank, measure.id, state.withoutEu);
  const second = reading(other, measure.id, !state.withoutEu);
  return {
    ...shared,
    sentence,
    body: [
      ...head,
      h('div', { class: 'measure-head' }, card(context, rank, measure), firm),
      apart(context, rank.nodes >= other.nodes ? first : second),
      h('p', { class: 'hint' }, t('rank.no-league')),
      list,
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
    files: [
      {
        id: 'xlsx',
        label: 'XLSX: Excel, LibreOffice',
        path: `tables/rank${apiQuery(state, { filter: true, extra: { graph: state.graph, format: 'xlsx', lang: state.lang } })}`,
      },
    ],
    selected: (next) => {
      now = next;
      mark();
    },
  };
}

/**
 * The table of a measure, with the EU and without.
 * @param {Context} context
 * @param {Card} measure
 * @param {Reading} first
 * @param {Reading} second
 */
function ranked(context, measure, first, second) {
  const { state, i18n } = context;
  const ids = new Set([...first.rows.keys(), ...second.rows.keys()]);
  const rows = [...ids].flatMap((id) => {
    const row = first.rows.get(id) ?? second.rows.get(id);
    return row && row.kind !== 'hub' ? [row] : [];
  });
  const usual = first.orderless ? 'actor' : `${measure.higher_is_more ? '-' : ''}value`;
  return table(i18n, {
    id: 'rank',
    caption: i18n.pick(measure.names),
    captionHidden: true,
    columns: rankColumns(context, measure, first, second),
    rows,
    sort: state.sort || usual,
    onSort: (sort) => context.go({ ...state, sort: sort === usual ? '' : sort }),
    rowId: (r) => r.id,
    most: 60,
  });
}

/**
 * @param {Rank} rank
 * @param {string} measure
 * @param {boolean} withoutEu
 * @returns {Reading}
 */
function reading(rank, measure, withoutEu) {
  const found = stability(rank, measure).find((s) => s.share === SHARE);
  const at = rank.measures.findIndex((m) => m.id === measure);
  const partners = rank.rows.filter((r) => r.kind !== 'hub');
  return {
    rank,
    withoutEu,
    at,
    rows: new Map(rank.rows.map((r) => [r.id, r])),
    orderless: partners.some((r) => r.values[at] !== null) && partners.every((r) => r.ranks[at] === null),
    stays: new Map(found?.stays ?? []),
  };
}

/** @param {Rank} rank @param {string} measure @returns {Stability[]} */
function stability({ robustness }, measure) {
  return robustness?.stability.filter((s) => s.measure === measure) ?? [];
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
      { class: 'tabs many' },
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
    h('p', {}, h('strong', {}, t('rank.says')), ' ', pick(measure.says)),
    h('p', {}, h('strong', {}, t('rank.avoid')), ' ', pick(measure.avoid)),
    h('p', { class: 'small muted' }, t(measure.higher_is_more ? 'rank.higher' : 'rank.lower')),
    undefined_ ? h('p', { class: 'notice' }, t('rank.undefined'), ' ', pick(undefined_.reason)) : null,
  );
}

/**
 * How far the order holds when records are deleted at random, with the EU and without.
 * @param {Context} context
 * @param {Reading} first
 * @param {Reading} second
 */
function firmness({ meta, i18n }, first, second) {
  const { t, number, decimal } = i18n;
  const measure = first.rank.measures[first.at]?.id ?? '';
  const found = stability(first.rank, measure).length > 0 ? first.rank.robustness : null;
  const title = h('h2', { id: 'firmness-title' }, t('rank.firmness'));
  if (!found) {
    const waits = first.rank.robustness !== undefined;
    const data = meta.dataset.data_option ?? '';
    const said = waits ? t('rank.firmness-wait') : t('rank.firmness-large', { measure, data });
    return [title, h('p', { class: 'hint' }, said)];
  }
  const percent = (/** @type {number} */ share) => t('value.percent', { n_: number(Math.round(share * 100)) });
  const row = (/** @type {Reading} */ r) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, t(r.withoutEu ? 'rank.without-eu' : 'rank.with-eu')),
      stability(r.rank, measure).map((s) =>
        h(
          'td',
          { class: s.fragile ? 'is-fragile' : null },
          h('span', { class: 'verdict' }, t(s.fragile ? 'rank.fragile' : 'rank.holds')),
          ' ',
          h('span', { class: 'muted' }, s.tau ? t('rank.tau', { low: decimal(s.tau[0], 2), median: decimal(s.tau[1], 2) }) : '–'),
        ),
      ),
    );
  return [
    title,
    h(
      'table',
      { class: 'small-table' },
      h('caption', { class: 'visually-hidden' }, t('rank.firmness')),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('td', {}),
          stability(first.rank, measure).map((s) =>
            h('th', { scope: 'col' }, t('rank.deleted', { share: percent(s.share) })),
          ),
        ),
      ),
      h('tbody', {}, row(first), row(second)),
    ),
    h(
      'p',
      { class: 'hint' },
      t('rank.firmness-note', { replicates: found.replicates, seed: String(found.seed) }),
    ),
  ];
}

/**
 * The EU, set apart.
 * @param {Context} context
 * @param {Reading} reading_
 */
function apart(context, reading_) {
  const { state, i18n } = context;
  const hub = reading_.rank.rows.find((r) => r.kind === 'hub');
  if (!hub) return null;
  return h(
    'p',
    { class: 'apart' },
    i18n.t('rank.apart'),
    ' ',
    link(select(state, { node: hub.id }), {}, i18n.pick(hub.names)),
    ' ',
    h('strong', { class: 'n' }, value(context, reading_, hub.id)),
  );
}
