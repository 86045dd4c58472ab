/** The gaps: the four directions side by side, and each with its lists, its matrices and its sentences. */

/** @import { Evidence, Goal, Line, Matrix, Section } from '../types/wire' */
/** @import { Context, Sight } from '../app/context.js' */
import * as api from '../app/api.js';
import { link, wordOf } from '../app/context.js';
import { h } from '../app/dom.js';
import { quotation, same, shared } from '../app/quote.js';
import { apiQuery, commandOptions, select, toView } from '../app/state.js';
import { csv, table } from '../app/table.js';
import { headlineCount, parted } from './cards.js';
import { fillRanges, latticePart, robustnessPart } from './firmness.js';
import { matrixTable } from './grid.js';
import { isTold, lineColumns } from './lines.js';

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
      h('p', { class: 'sentence' }, pick(goal.headline)),
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
          h('span', { class: 'of' }, ` ${i18n.t('count.of', { of: count.of })}`),
        ),
        h('span', {
          class: 'bar',
          'aria-hidden': 'true',
          vars: { '--part': String(count.of > 0 ? count.n / count.of : 0) },
        }),
        h('span', { class: 'what' }, whole(i18n.pick(count.label))),
        h('span', { class: 'range', 'data-count': count.id }),
      ),
    ),
  );
  return list;
}

/**
 * A label whose formula in brackets is not torn apart at the end of a line.
 * @param {string} label
 */
function whole(label) {
  const { words, formula } = parted(label);
  return formula === '' ? [words] : [`${words} `, h('span', { class: 'nowrap' }, formula)];
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
  fillRanges(context, goal, counts);
  const name = `relier-${goal.goal}-${goal.dates.as_of}`;
  return {
    title: `${t('gaps.direction', { n: goals.findIndex((g) => g.goal === goal.goal) + 1 })}: ${pick(goal.names)}`,
    question: pick(goal.question),
    sentence: pick(goal.headline),
    filters: ['dates'],
    before: directionTabs(context, goals, goal.goal),
    body: [
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
  const { meta, i18n } = context;
  const { t, pick } = i18n;
  const shown = matrixTable(context, matrix);
  const columns = [
    {
      id: 'unit',
      label: t('column.actor'),
      key: (/** @type {number} */ r) => pick(matrix.rows[r]?.names ?? { fr: '', en: '' }),
    },
    ...matrix.columns.map((c, i) => ({
      id: c.id,
      label: `${c.id} ${pick(c.names)}`,
      key: (/** @type {number} */ r) => wordOf(context, meta.cells, matrix.cells[r]?.[i]?.class ?? ''),
    })),
  ];
  return {
    element: shown.element,
    selected: shown.selected,
    csv: () =>
      csv(
        columns,
        matrix.rows.map((_, i) => i),
      ),
  };
}

/**
 * @param {Context} context
 * @param {Section} section
 * @returns {Part}
 */
function sectionPart(context, section) {
  const { state, i18n, go } = context;
  const { t, pick } = i18n;
  const all = shared(section.lines.map((l) => l.evidence));
  const columns = lineColumns(context, section);
  const onSort = (/** @type {string} */ sort) => go({ ...state, sort });
  const shown = table(i18n, {
    id: `lines-${section.id}`,
    caption: pick(section.title),
    captionHidden: true,
    columns,
    rows: section.lines,
    sort: state.sort,
    onSort,
    rowId: (l) => l.id ?? String(section.lines.indexOf(l)),
    detail: (l) =>
      l.evidence.length === 0 ? null : { n: l.evidence.length, more: () => more(context, l, all, isTold(section.lines)) },
  });
  const selected = (/** @type {import('../app/state.js').State} */ now) => {
    const rows = shown.querySelectorAll('tr[data-row]');
    for (const row of rows) {
      const id = row.getAttribute('data-row') ?? '';
      const isHere = id === now.finding && id !== '';
      if (isHere && !row.classList.contains('is-selected') && row.isConnected) row.scrollIntoView({ block: 'center' });
      row.classList.toggle('is-selected', isHere || (now.node !== '' && id.split('.').includes(now.node)));
    }
  };
  selected(state);
  // Who comes by a link to a finding sees its row, once the list stands on the page.
  if (state.finding !== '')
    setTimeout(() => shown.querySelector('tr.is-selected')?.scrollIntoView({ block: 'center' }));
  const unfold = h(
    'button',
    {
      type: 'button',
      class: 'plain',
      id: 'unfold-all',
      on: {
        click: () => {
          /** @type {NodeListOf<HTMLButtonElement>} */
          const buttons = shown.querySelectorAll('button.unfold');
          const closed = [...buttons].filter((b) => b.getAttribute('aria-expanded') === 'false');
          for (const button of closed.length > 0 ? closed : buttons) button.click();
        },
      },
    },
    t('table.unfold-all'),
  );
  const note = pick(section.note);
  return {
    element: h(
      'section',
      { class: 'list', 'aria-labelledby': `title-${section.id}` },
      h(
        'div',
        { class: 'list-head' },
        h(
          'h2',
          { id: `title-${section.id}` },
          pick(section.title),
          ' ',
          h('span', { class: 'count' }, section.lines.length),
        ),
        section.lines.some((l) => l.evidence.length > 0) ? unfold : null,
      ),
      note === '' ? null : h('p', { class: 'hint' }, note),
      all.length > 0 ? sharedPart(context, all, section.lines.length) : null,
      shown,
    ),
    csv: () =>
      csv(
        [
          ...columns,
          ...(isTold(section.lines)
            ? [{ id: 'text', label: t('column.finding'), key: (/** @type {Line} */ l) => pick(l.text) }]
            : []),
          {
            id: 'quotations',
            label: t('table.quotations'),
            key: (l) => l.evidence.map((e) => `«${e.quote}» (${e.document}, ${e.at})`).join(' | '),
          },
        ],
        section.lines,
      ),
    selected,
  };
}

/**
 * What every line of a list cites, once; folded where it would push the list out of sight.
 * @param {Context} context
 * @param {readonly Evidence[]} all
 * @param {number} lines
 */
function sharedPart(context, all, lines) {
  const title = context.i18n.t('gaps.shared', { n: lines });
  const quotations = all.map((e) => quotation(context, e));
  return all.length < 3
    ? h('div', { class: 'shared' }, h('h3', {}, title), quotations)
    : h(
        'details',
        { class: 'shared' },
        h('summary', {}, title, ' ', h('span', { class: 'count' }, all.length)),
        quotations,
      );
}

/**
 * The quotations of a line: its own, then those that the whole list shares.
 * @param {Context} context
 * @param {Line} line
 * @param {readonly Evidence[]} all
 * @param {boolean} told  whether the sentence stands here alone
 */
function more(context, line, all, told) {
  const { state, i18n } = context;
  const own = line.evidence.filter((e) => !all.some((s) => same(s, e)));
  const rest = line.evidence.filter((e) => !own.includes(e));
  const ties = line.ties.map((id) => link(select(state, { tie: id }), {}, id));
  return [
    h(
      'p',
      { class: told ? '' : 'narrow-only' },
      link(select(state, { finding: line.id ?? '' }), { class: 'finding' }, i18n.pick(line.text)),
    ),
    h(
      'div',
      { class: 'quotations' },
      own.map((e) => quotation(context, e)),
      rest.map((e) => quotation(context, e)),
    ),
    ties.length > 0
      ? h(
          'p',
          { class: 'rests muted small' },
          i18n.t('gaps.rests-on'),
          ' ',
          ties.flatMap((tie, i) => (i === 0 ? [tie] : [', ', tie])),
        )
      : null,
  ].filter((n) => n !== null);
}
