/** What differs between two readings, rank by rank and tie by tie. */

/** @import { Change, Shift, TieChange } from '../types/wire' */
/** @import { Context } from '../app/context.js' */
/** @import { Column } from '../app/table.js' */
import { link } from '../app/context.js';
import { h } from '../app/dom.js';
import { passagesOf, quotation } from '../app/quote.js';
import { stateValue } from '../app/shapes.js';
import { select, toView } from '../app/state.js';
import { table } from '../app/table.js';

/**
 * Whether what is assumed are tables of the EU alone, which go with it: they move somebody with the EU and nobody without it.
 * @param {Change} change
 */
export function tablesGo({ assumptions = [], measures }) {
  const moved = (/** @type {string} */ graph) => measures.find((m) => m.graph === graph)?.actors ?? 0;
  return assumptions.length > 0 && moved('with-eu') > 0 && moved('without-eu') === 0;
}

/**
 * Who moves by which measure, with the EU and without.
 * @param {Context} context
 * @param {Change} change
 */
export function ranks(context, change) {
  const { state, i18n, go } = context;
  const { t, pick, number, decimal } = i18n;
  const place = (/** @type {number | null} */ n) => (n === null ? '–' : number(n));
  const value = (/** @type {number | null} */ n) =>
    n === null ? '–' : Number.isInteger(n) ? number(n) : decimal(n);
  /** @param {Shift} s */
  const climb = (s) =>
    s.ranks[0] === null || s.ranks[1] === null ? 0 : Math.abs(s.ranks[0] - s.ranks[1]);
  return h(
    'section',
    { class: 'list', 'aria-labelledby': 'title-shifts' },
    h('h2', { id: 'title-shifts' }, t('change.ranks')),
    h('p', { class: 'hint' }, t('change.ranks-note')),
    h(
      'div',
      { class: 'pair' },
      change.measures.map((m) => {
        const shifts = m.shifts.filter((s) => s.ranks[0] !== s.ranks[1]);
        return h(
          'div',
          {},
          h('h3', {}, pick(m.label)),
          h('p', { class: 'muted' }, t('change.n-actors', { n: m.actors }), m.graph === 'without-eu' && tablesGo(change) ? ` ${t('change.tables-go')}` : ''),
          shifts.length === 0
            ? null
            : table(i18n, {
                id: `shifts-${m.graph}`,
                caption: pick(m.label),
                captionHidden: true,
                most: 8,
                columns: [
                  {
                    id: 'shift-actor',
                    label: t('column.actor'),
                    key: (s) => pick(s.names),
                    cell: (s) => link(select(state, { node: s.actor }), {}, pick(s.names)),
                  },
                  {
                    id: 'shift-measure',
                    label: t('rank.measure'),
                    key: (s) => s.measure,
                    cell: (s) => link(toView(state, 'rank', s.measure), {}, measureName(context, s.measure)),
                  },
                  {
                    id: 'shift-rank',
                    label: t('column.rank'),
                    key: climb,
                    descending: true,
                    numeric: true,
                    cell: (s) => h('span', { class: 'nowrap' }, `${place(s.ranks[0])} → ${place(s.ranks[1])}`),
                  },
                  {
                    id: 'shift-value',
                    label: t('column.value'),
                    key: (s) => (s.values[1] ?? 0) - (s.values[0] ?? 0),
                    descending: true,
                    numeric: true,
                    room: 'widest',
                    cell: (s) => h('span', { class: 'nowrap' }, `${value(s.values[0])} → ${value(s.values[1])}`),
                  },
                ],
                rows: shifts,
                sort: state.sort || '-shift-rank',
                onSort: (sort) => go({ ...state, sort }),
              }),
        );
      }),
    ),
  );
}

/** @type {Readonly<Record<string, import('../app/i18n.js').Key>>} */
const MEASURES = {
  degree: 'measure.degree',
  'degree-centrality': 'measure.degree-centrality',
  strength: 'measure.strength',
  betweenness: 'measure.betweenness',
  closeness: 'measure.closeness',
  harmonic: 'measure.harmonic',
  eigenvector: 'measure.eigenvector',
  pagerank: 'measure.pagerank',
  constraint: 'measure.constraint',
  'effective-size': 'measure.effective-size',
  'core-number': 'measure.core-number',
};

/** @param {Context} context @param {string} id */
function measureName({ i18n }, id) {
  const key = MEASURES[id];
  return key ? i18n.t(key) : id;
}

/**
 * @param {Context} context
 * @param {Change} change
 */
export function ties(context, change) {
  const { state, i18n, go } = context;
  const { t, pick } = i18n;
  const value = (/** @type {string | null} */ id) =>
    id === null ? h('span', { class: 'muted' }, t('change.absent')) : stateValue(context, id);
  /** @type {Column<TieChange>[]} */
  const columns = [
    {
      id: 'tie-name',
      label: t('column.tie'),
      key: (r) => pick(r.text),
      cell: (r) => {
        const text = pick(r.text);
        // Its name stands before its code; what follows is in the columns beside it.
        const code = text.indexOf(`(${r.id}):`);
        const name = text.slice(0, code < 0 ? text.indexOf(':') : code).trim();
        return r.assumed ? h('span', { class: 'assumed-line' }, name) : link(select(state, { tie: r.id }), {}, name);
      },
    },
    { id: 'tie-before', label: t('change.before'), key: (r) => r.before, cell: (r) => value(r.before) },
    {
      id: 'tie-after',
      label: t('change.after'),
      key: (r) => r.after,
      // Where its own state is what it was, what changed: a party's state, or what it covers.
      cell: (r) => (r.before === r.after ? [value(r.after), h('span', { class: 'muted' }, ' ', pick(r.text).split(`(${r.id}): `)[1] ?? '')] : value(r.after)),
    },
  ];
  return h(
    'section',
    { class: 'list', 'aria-labelledby': 'title-tie-changes' },
    h('h2', { id: 'title-tie-changes' }, t('change.ties'), ' ', h('span', { class: 'count' }, change.ties.length)),
    table(i18n, {
      id: 'tie-changes',
      caption: t('change.ties'),
      captionHidden: true,
      most: 8,
      columns,
      rows: change.ties,
      sort: state.sort,
      onSort: (sort) => go({ ...state, sort }),
      rowId: (r) => r.id,
      detail: (r) =>
        r.evidence.length === 0
          ? null
          : { n: passagesOf(r.evidence).length, more: () => passagesOf(r.evidence).map((e) => quotation(context, e)) },
    }),
  );
}
