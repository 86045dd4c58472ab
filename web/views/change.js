/** What differs between two readings: direction by direction, tie by tie, rank by rank; words first. */

/** @import { Change, ChangeLine, GoalChange, PerimeterChange } from '../types/wire' */
/** @import { Context } from '../app/context.js' */
import { actorOf, link, nameOf } from '../app/context.js';
import { h } from '../app/dom.js';
import { passagesOf, quotation } from '../app/quote.js';
import { select, toView } from '../app/state.js';
import { table } from '../app/table.js';
import { ofWhat, parted, whatOf } from './cards.js';
import { ranks, tablesGo, ties } from './change-ranks.js';

/** @typedef {{ sort: 'closed' | 'opened' | 'changed', line: ChangeLine }} Row */

/** @type {Readonly<Record<Row['sort'], { sign: string, one: import('../app/i18n.js').Key, n: import('../app/i18n.js').Key }>>} */
export const SORTS = {
  closed: { sign: '−', one: 'change.closed', n: 'change.n-closed' },
  opened: { sign: '+', one: 'change.opened', n: 'change.n-opened' },
  changed: { sign: '→', one: 'change.changed', n: 'change.n-changed' },
};

/**
 * @param {Context} context
 * @param {Change} change
 * @returns {Node[]}
 */
export function changeParts(context, change) {
  const { t } = context.i18n;
  const which = context.state.table === 'live' ? 'live' : 'frozen';
  const goals = change.goals.flatMap((goal) => {
    const perimeter = goal.perimeters.find((p) => p.id === which) ?? goal.perimeters[0];
    return perimeter ? [{ goal, perimeter }] : [];
  });
  return [
    h(
      'section',
      { class: 'change-goals', 'aria-labelledby': 'change-goals' },
      h(
        'div',
        { class: 'list-head' },
        h('h2', { id: 'change-goals' }, t('change.goals')),
        perimeters(context, change, which),
      ),
      h('p', { class: 'hint' }, t(which === 'live' ? 'change.live-note' : 'change.frozen-note')),
      (change.assumptions ?? []).map((a) => still(context, a)),
      h(
        'ol',
        { class: 'changes' },
        goals.map(({ goal, perimeter }, i) => card(context, goal, perimeter, i, change)),
      ),
    ),
    ...goals
      .filter(({ perimeter }) => rows(perimeter).length > 0)
      .map(({ goal, perimeter }) => lines(context, goal, perimeter)),
    ranks(context, change),
    ties(context, change),
  ];
}

/**
 * Why an assumption moves nothing, and the way to the one that would.
 * @param {Context} context
 * @param {import('../types/wire').Assumption} assumption
 */
function still({ state, meta, i18n }, { words, idle, instead }) {
  const { t, pick } = i18n;
  if (!idle) return null;
  const area = meta.areas.find((a) => a.id === /areas=(\w+)/.exec(instead ?? '')?.[1]);
  const edit = state.edit.map((e) => (e === words ? (instead ?? e) : e));
  return h(
    'p',
    { class: 'idle' },
    pick(idle),
    instead && area && edit.includes(instead)
      ? [' ', link({ ...state, edit }, { class: 'way take', id: `instead-${area.id}` }, t('whatif.instead', { area: pick(area.names) }))]
      : null,
  );
}

/**
 * The change in a few words, for a headline.
 * @param {Context} context
 * @param {Change} change
 */
export function changeSentence({ state, i18n }, change) {
  const { t, list } = i18n;
  const which = state.table === 'live' ? 'live' : 'frozen';
  const sum = (/** @type {Row['sort']} */ sort) =>
    change.goals.reduce(
      (n, g) => n + ((g.perimeters.find((p) => p.id === which) ?? g.perimeters[0])?.[sort].length ?? 0),
      0,
    );
  const actors = Math.max(0, ...change.measures.map((m) => m.actors));
  const moved = /** @type {Row['sort'][]} */ (['closed', 'opened', 'changed'])
    .filter((sort) => sum(sort) > 0)
    .map((sort) => t(SORTS[sort].n, { n: sum(sort) }));
  return t('change.sentence', {
    ties: t('n.ties', { n: change.ties.length }),
    gaps: moved.length === 0 ? t('change.no-gap') : list(moved),
    actors: t('change.n-actors', { n: actors }),
  });
}

/**
 * @param {Context} context
 * @param {Change} change
 * @param {string} which
 */
function perimeters({ state, i18n }, change, which) {
  const { t, pick } = i18n;
  return h(
    'div',
    { class: 'tabs boxed', role: 'group', 'aria-label': t('change.perimeter') },
    (change.goals[0]?.perimeters ?? []).map((p) =>
      link(
        { ...state, table: p.id === 'frozen' ? '' : p.id, sort: '' },
        { id: `perimeter-${p.id}`, class: 'tab', 'aria-current': p.id === which ? 'true' : null },
        pick(p.label),
      ),
    ),
  );
}

/** @param {PerimeterChange} perimeter @returns {Row[]} */
export function rows(perimeter) {
  return /** @type {Row['sort'][]} */ (['closed', 'opened', 'changed']).flatMap((sort) =>
    perimeter[sort].map((line) => ({ sort, line })),
  );
}

/**
 * @param {Context} context
 * @param {GoalChange} goal
 * @param {PerimeterChange} perimeter
 * @param {number} i
 * @param {Change} change
 */
function card(context, goal, perimeter, i, change) {
  const { state, i18n } = context;
  const { t, pick, number } = i18n;
  const moved = perimeter.counts.filter(
    (c) => c.before[0] !== c.after[0] || c.before[1] !== c.after[1],
  );
  const any = rows(perimeter).length > 0;
  return h(
    'li',
    { class: any || moved.length > 0 ? 'change' : 'change is-still' },
    h(
      'h3',
      {},
      h('span', { class: 'ordinal' }, i + 1),
      ' ',
      link(toView(state, 'gaps', goal.goal), {}, pick(goal.names)),
    ),
    any
      ? h(
          'p',
          { class: 'sums' },
          /** @type {Row['sort'][]} */ (['closed', 'opened', 'changed'])
            .filter((sort) => perimeter[sort].length > 0)
            .map((sort) =>
              h(
                'span',
                { class: `sum sum-${sort}` },
                h('span', { class: 'mark', 'aria-hidden': 'true' }, SORTS[sort].sign),
                t(SORTS[sort].n, { n: perimeter[sort].length }),
              ),
            ),
        )
      : h('p', { class: 'muted' }, t('change.nothing')),
    elsewhere(context, goal, perimeter, i),
    // A table that the EU itself convenes is none without it: said where pairs that meet are counted.
    goal.goal === 'connect' && any && tablesGo(change)
      ? h('p', { class: 'hint' }, t('change.tables-go'))
      : null,
    moved.length === 0
      ? null
      : h(
          'dl',
          { class: 'moved' },
          moved.flatMap((c) => [
            h('dt', { title: parted(whatOf(i18n, c)).formula || null }, parted(whatOf(i18n, c)).words),
            h(
              'dd',
              {},
              h('span', { class: 'n' }, `${number(c.before[0])} ${ofWhat(i18n, c.id, c.before[1])}`),
              h('span', { class: 'to' }, ' → '),
              h('strong', { class: 'n' }, `${number(c.after[0])} ${ofWhat(i18n, c.id, c.after[1])}`),
            ),
          ]),
        ),
  );
}

/**
 * What moves on the other perimeter, where that is something else, and the way there.
 * @param {Context} context
 * @param {GoalChange} goal
 * @param {PerimeterChange} shown
 * @param {number} i
 */
function elsewhere({ state, i18n }, goal, shown, i) {
  const { t, list } = i18n;
  const other = goal.perimeters.find((p) => p.id !== shown.id);
  const sums = (/** @type {PerimeterChange} */ p) =>
    /** @type {Row['sort'][]} */ (['closed', 'opened', 'changed']).filter((sort) => p[sort].length > 0).map((sort) => t(SORTS[sort].n, { n: p[sort].length }));
  if (!other || list(sums(other)) === list(sums(shown))) return null;
  const moved = sums(other).length === 0 ? t('change.no-gap') : list(sums(other));
  const live = other.id === 'live';
  return h(
    'p',
    { class: 'muted elsewhere' },
    link(
      { ...state, table: live ? 'live' : '', sort: '' },
      { id: `elsewhere-${i}` },
      t(live ? 'change.on-live' : 'change.on-frozen', { moved }),
    ),
  );
}

/**
 * @param {Context} context
 * @param {GoalChange} goal
 * @param {PerimeterChange} perimeter
 */
function lines(context, goal, perimeter) {
  const { state, i18n, go } = context;
  const { t, pick } = i18n;
  const id = `change-${goal.goal}`;
  const all = rows(perimeter);
  return h(
    'section',
    { class: 'list', 'aria-labelledby': `title-${id}` },
    h('h2', { id: `title-${id}` }, pick(goal.names), ' ', h('span', { class: 'count' }, all.length)),
    table(i18n, {
      id,
      caption: pick(goal.names),
      captionHidden: true,
      most: 8,
      columns: [
        {
          id: 'gap',
          label: t('column.finding'),
          key: (r) => pick(r.line.text),
          cell: (r) => [
            h('span', { class: r.line.assumed ? 'assumed-line' : null }, pick(r.line.text)),
          ],
        },
        {
          id: 'gap-sort',
          label: t('change.sort'),
          key: (r) => t(SORTS[r.sort].one),
          cell: (r) =>
            h(
              'span',
              { class: `sum sum-${r.sort}` },
              h('span', { class: 'mark', 'aria-hidden': 'true' }, SORTS[r.sort].sign),
              t(SORTS[r.sort].one),
            ),
        },
        {
          id: 'gap-actors',
          label: t('column.actors'),
          key: (r) => r.line.actors.map((a) => nameOf(context, a)).join(', '),
          cell: (r) =>
            r.line.actors.flatMap((a, i) => [
              i > 0 ? ', ' : '',
              actorOf(context.meta, a) ? link(select(state, { node: a }), {}, nameOf(context, a)) : nameOf(context, a),
            ]),
          room: 'wide',
        },
      ],
      rows: all,
      sort: state.sort,
      onSort: (sort) => go({ ...state, sort }),
      detail: (r) =>
        r.line.evidence.length === 0
          ? null
          : { n: passagesOf(r.line.evidence).length, more: () => passagesOf(r.line.evidence).map((e) => quotation(context, e)) },
    }),
  );
}
