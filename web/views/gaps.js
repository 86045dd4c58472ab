/** The gaps: the four directions side by side, and each with its lists, its matrices and its sentences. */

/** @import { Goal, Matrix } from '../types/wire' */
/** @import { Context, Sight } from '../app/context.js' */
import * as api from '../app/api.js';
import { link } from '../app/context.js';
import { h } from '../app/dom.js';
import { quotation } from '../app/quote.js';
import { apiQuery, commandOptions, toView } from '../app/state.js';
import { answerOf, toldOf } from '../app/told.js';
import { allWith, headlineCount, ofWhat, parted, whatOf } from './cards.js';
import { latticePart, robustnessPart } from './firmness.js';
import { sectionPart } from './gap-list.js';
import { matrixTable } from './grid.js';
import { matrixCsv } from './matrix-csv.js';

/** @param {Context} context @returns {Promise<Sight>} */
export async function gapsView(context) {
  const { state } = context;
  const goals = await api.goals(apiQuery(state));
  if (state.item === '') return overview(context, goals);
  const goal = goals.find((g) => g.goal === state.item) ?? (await api.goal(state.item, apiQuery(state)));
  return direction(context, goal, goals);
}

/**
 * @param {Context} context
 * @param {readonly Goal[]} goals
 * @returns {Sight}
 */
function overview(context, goals) {
  const { state, i18n } = context;
  const { t, pick } = i18n;
  const list = goals.map((goal, i) => {
    const way = toView(state, 'gaps', goal.goal);
    return h(
      'li',
      { class: 'goal' },
      h(
        'h2',
        {},
        h('span', { class: 'ordinal' }, i + 1),
        ' ',
        link(way, { id: `goal-${goal.goal}` }, pick(goal.names)),
      ),
      h('p', { class: 'question' }, pick(goal.question)),
      h('p', { class: 'sentence' }, answerOf(context, goal)),
      toldOf(context, goal),
      figures(context, goal),
      h('p', {}, link(way, { class: 'way' }, t('card.way', { verb: pick(goal.names) }))),
    );
  });
  return {
    title: t('gaps.title'),
    sentence: t('gaps.sentence'),
    filters: ['dates'],
    body: [h('ol', { class: 'goals' }, list)],
    command: `relier gaps${commandOptions(datesOnly(state))} --lang ${state.lang}`,
    downloads: [{ format: 'json', name: 'relier-gaps', make: () => JSON.stringify(goals, null, 1) }],
  };
}

/** @param {import('../app/state.js').State} state */
function datesOnly(state) {
  return {
    ...state,
    kind: [],
    instrument: [],
    state: [],
    area: [],
    domain: [],
    class: [],
    level: '',
    focus: '',
    depth: '',
    withoutEu: false,
    splitEu: false,
  };
}

/**
 * @param {Context} context
 * @param {Goal} goal
 */
function figures(context, goal) {
  const { i18n } = context;
  const main = headlineCount(goal);
  const list = h(
    'ul',
    { class: 'figures' },
    goal.counts.map((count) =>
      h(
        'li',
        { class: count === main ? 'is-main' : null },
        h(
          'span',
          { class: 'figure' },
          h('span', { class: 'n' }, i18n.number(count.n)),
          h('span', { class: 'of' }, ` ${ofWhat(i18n, count.id, count.of)}`),
        ),
        h('span', {
          class: 'bar',
          'aria-hidden': 'true',
          vars: { '--part': String(count.of > 0 ? count.n / count.of : 0) },
        }),
        h('span', { class: 'what', title: parted(whatOf(i18n, count)).formula || null }, parted(whatOf(i18n, count)).words, allWith(context, goal, count)),
        h('span', { class: 'range', 'data-count': count.id }, ranged(i18n, count.range)),
      ),
    ),
  );
  return list;
}

/**
 * How far a count goes under the other codings that keep what it is of; the report prints the same.
 * @param {import('../app/i18n.js').I18n} i18n
 * @param {readonly number[]} [range]
 */
function ranged({ t, number }, range) {
  const [least, most] = range ?? [];
  if (least === undefined || most === undefined) return '';
  return least === most ? t('firm.same') : t('firm.range', { least: number(least), most: number(most) });
}

/**
 * @param {Context} context
 * @param {Goal} goal
 * @param {readonly Goal[]} goals
 * @returns {Promise<Sight>}
 */
async function direction(context, goal, goals) {
  const { state, i18n } = context;
  const { t, pick } = i18n;
  const first = goal.goal === 'deepen' ? goal.matrices[0]?.id : goal.sections[0]?.id;
  // A finding stands in its list, whichever is first.
  const inList = goal.sections.find((s) => s.lines.some((l) => l.id === state.finding))?.id;
  const which = state.table === '' ? (inList ?? first) : state.table;
  const section = goal.sections.find((s) => s.id === which);
  const matrix = goal.matrices.find((m) => m.id === which);
  const tab = (
    /** @type {{ id: string, title: import('../types/wire').Label }} */ { id, title },
    /** @type {number | null} */ n,
  ) =>
    h(
      'li',
      {},
      link(
        { ...state, table: id === first ? '' : id, sort: '' },
        { id: `table-${id}`, class: 'tab', 'aria-current': id === which ? 'true' : null },
        pick(title),
        n === null ? null : [' ', h('span', { class: 'count' }, n)],
      ),
    );
  const matrices = goal.matrices.map((m) => tab(m, null));
  const sections = goal.sections.map((s) => tab(s, s.lines.length));
  const more = [
    ...(goal.goal === 'deepen' ? [{ id: 'lattice', label: t('lattice.tab') }] : []),
    { id: 'robustness', label: t('firm.tab') },
  ].map(({ id, label }) => tab({ id, title: { fr: label, en: label } }, null));
  const shown = matrix
    ? matrixPart(context, matrix)
    : section
      ? sectionPart(context, section)
      : which === 'robustness'
        ? await robustnessPart(context, goal.goal)
        : which === 'lattice' && goal.goal === 'deepen'
          ? await latticePart(context)
          : missing(context, which ?? '');
  const counts = figures(context, goal);
  const name = `relier-${goal.goal}-${goal.dates.as_of}`;
  return {
    title: `${t('gaps.direction', { n: goals.findIndex((g) => g.goal === goal.goal) + 1 })}: ${pick(goal.names)}`,
    question: pick(goal.question),
    sentence: answerOf(context, goal),
    filters: ['dates'],
    before: directionTabs(context, goals, goal.goal),
    body: [
      toldOf(context, goal),
      counts,
      h(
        'nav',
        { class: 'lists', 'aria-label': t('gaps.lists') },
        h(
          'ul',
          { class: 'tabs many' },
          goal.goal === 'deepen' ? [...matrices, ...sections, ...more] : [...sections, ...matrices, ...more],
        ),
      ),
      shown.element,
      h(
        'section',
        { class: 'side-notes' },
        h(
          'div',
          {},
          h('h2', {}, t('gaps.mandate')),
          goal.evidence.map((e) => quotation(context, e)),
        ),
        h(
          'div',
          {},
          h('h2', {}, t('gaps.limits')),
          h(
            'ul',
            { class: 'limits' },
            goal.calibration && goal.goal === 'deepen' ? h('li', {}, pick(goal.calibration.text)) : null,
            goal.limits.map((l) => h('li', {}, pick(l))),
          ),
        ),
      ),
    ],
    command: shown.command ?? goal.command,
    downloads: [
      ...(shown.svg ? [{ format: /** @type {const} */ ('svg'), name: `${name}-${which}`, make: shown.svg }] : []),
      { format: 'csv', name: `${name}-${which}`, make: shown.csv },
      { format: 'json', name, make: () => JSON.stringify(goal, null, 1) },
    ],
    files: [
      {
        id: 'xlsx',
        label: 'XLSX: Excel, LibreOffice',
        path: `tables/gaps${apiQuery(state, { extra: { goal: goal.goal, format: 'xlsx', lang: state.lang } })}`,
      },
    ],
    selected: shown.selected,
  };
}

/**
 * @param {Context} context
 * @param {readonly Goal[]} goals
 * @param {string} current
 */
function directionTabs({ state, i18n }, goals, current) {
  return h(
    'nav',
    { class: 'directions', 'aria-label': i18n.t('gaps.directions') },
    h(
      'ul',
      { class: 'tabs' },
      goals.map((goal) =>
        h(
          'li',
          {},
          link(
            toView(state, 'gaps', goal.goal),
            {
              id: `direction-${goal.goal}`,
              class: 'tab',
              'aria-current': goal.goal === current ? 'page' : null,
            },
            i18n.pick(goal.names),
          ),
        ),
      ),
    ),
  );
}

/** @import { Part } from './firmness.js' */

/** @param {Context} context @param {string} which @returns {Part} */
function missing({ i18n }, which) {
  return {
    element: h('p', { class: 'notice' }, i18n.t('problem.table', { table: which })),
    csv: () => '',
    selected: () => {},
  };
}

/**
 * @param {Context} context
 * @param {Matrix} matrix
 * @returns {Part}
 */
function matrixPart(context, matrix) {
  const shown = matrixTable(context, matrix);
  return {
    element: shown.element,
    selected: shown.selected,
    csv: async () => matrixCsv(context, matrix, (await api.network(apiQuery(context.state))).ties),
  };
}
