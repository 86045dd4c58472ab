/** Actions in time: what runs, starts, ended or is unconfirmed on the date, and the Council's own deadlines. */

/** @import { Monitor, Tie } from '../types/wire' */
/** @import { Context, Sight } from '../app/context.js' */
/** @import { Column } from '../app/table.js' */
import * as api from '../app/api.js';
import { chart } from '../app/chart.js';
import { actorOf, link, nameOf, wordOf } from '../app/context.js';
import { h, s } from '../app/dom.js';
import { failure } from '../app/message.js';
import { passagesOf, quotation, quotations } from '../app/quote.js';
import { stateValue } from '../app/shapes.js';
import { apiQuery, commandOptions, select, unfiltered } from '../app/state.js';
import { csv, table } from '../app/table.js';
import { resolvedTheme } from '../app/theme.js';
import { awaited, deadlines } from './deadlines.js';

/** @typedef {{ phase: string, tie: Tie, order: number }} Row */

/** The sign of a phase is that of the state that it stands for. */
const SIGNS = /** @type {Readonly<Record<string, string>>} */ ({
  running: 'active',
  'to-start': 'proposed',
  ended: 'ended',
  unconfirmed: 'unconfirmed',
});

/** The years that the calendar shows. */
const [FIRST, LAST] = [2023, 2031];

/** @param {Context} context @returns {Promise<Sight>} */
export async function actionsView(context) {
  const { state, i18n, go } = context;
  const { t, pick } = i18n;
  const monitor = await api.actions(apiQuery(state));
  const all = monitor.actions.map(({ phase, tie }, order) => ({ phase, tie, order }));
  const admitted = all.filter(
    ({ tie }) =>
      (state.area.length === 0 || tie.areas.some((a) => state.area.includes(a))) &&
      (state.state.length === 0 || state.state.includes(tie.state)),
  );
  const rows = admitted.filter((r) => state.phase === '' || r.phase === state.phase);
  const columns = actionColumns(context, monitor);
  const shown = table(i18n, {
    id: 'actions',
    caption: t('actions.title'),
    captionHidden: true,
    columns,
    rows,
    sort: state.sort,
    onSort: (sort) => go({ ...state, sort }),
    rowId: (r) => r.tie.id,
    rowClass: (r) => (r.tie.polarity === 'concern' ? 'is-concern' : ''),
    detail: (r) => ({
      n: passagesOf(r.tie.evidence).length,
      more: () => passagesOf(r.tie.evidence).map((e) => quotation(context, e)),
    }),
  });
  const name = `relier-actions-${monitor.dates.as_of}`;
  const drawn = state.item === 'calendar' ? await calendarPart(context) : null;
  const list = h(
    'section',
    { class: 'list', 'aria-labelledby': 'title-actions' },
    h('h2', { id: 'title-actions' }, t(drawn ? 'actions.table' : 'actions.title')),
    phases(context, monitor, admitted),
    shown,
  );
  const narrow = matchMedia('(max-width: 699px)').matches;
  return {
    title: t(drawn ? 'actions.calendar-title' : 'actions.title'),
    question: t('actions.question'),
    sentence: pick(monitor.headline),
    filters: drawn ? ['dates'] : ['dates', 'area', 'state'],
    before: sights(context),
    body: drawn
      ? narrow
        ? [list, drawn.element]
        : [drawn.element, list]
      : [watch(context, monitor), list, awaited(context, monitor)],
    command: drawn ? `relier draw calendar${commandOptions(unfiltered(state))} --lang ${state.lang}` : monitor.command,
    downloads: [
      ...(drawn?.svg ? [{ format: /** @type {const} */ ('svg'), name: `${name}-calendar`, make: drawn.svg }] : []),
      { format: 'csv', name, make: () => csv([...columns, quotations(context, (r) => r.tie.evidence)], rows) },
      { format: 'json', name, make: () => JSON.stringify(monitor, null, 1) },
    ],
    files: [
      {
        id: 'xlsx',
        label: 'XLSX: Excel, LibreOffice',
        path: `tables/actions${apiQuery(state, { extra: { format: 'xlsx', lang: state.lang } })}`,
      },
    ],
    selected: (now) => {
      drawn?.selected(now);
      for (const row of shown.querySelectorAll('tr[data-row]'))
        row.classList.toggle('is-selected', row.getAttribute('data-row') === now.tie);
    },
  };
}

/**
 * The list and the calendar, one beside the other.
 * @param {Context} context
 */
function sights({ state, i18n }) {
  const { t } = i18n;
  const tab = (/** @type {string} */ item, /** @type {string} */ label) =>
    h(
      'li',
      {},
      link(
        { ...state, item, sort: '' },
        { id: `actions-${item || 'list'}`, class: 'tab', 'aria-current': state.item === item ? 'page' : null },
        label,
      ),
    );
  return h(
    'nav',
    { class: 'directions', 'aria-label': t('actions.sights') },
    h('ul', { class: 'tabs' }, tab('', t('actions.list')), tab('calendar', t('actions.calendar'))),
  );
}

/** @typedef {{ element: HTMLElement, selected: (state: import('../app/state.js').State) => void, svg?: () => Promise<string> }} Drawn */

/**
 * The calendar as the program draws it.
 * @param {Context} context
 * @returns {Promise<Drawn>}
 */
async function calendarPart(context) {
  const { state, i18n } = context;
  const { t } = i18n;
  const query = apiQuery(state, { extra: { lang: state.lang, theme: resolvedTheme(state) } });
  try {
    const drawn = chart(context, await api.picture('calendar', query, false), {
      alternative: t('actions.calendar-title'),
      marks: '[data-tie]',
      what: ({ dataset: { tie } }) => (tie ? { tie } : null),
      keys: t('chart.keys-bars'),
    });
    return {
      element: h('section', { class: 'stage chart-stage', 'aria-label': t('actions.calendar-title') }, drawn.element),
      selected: drawn.selected,
      svg: () => api.picture('calendar', query, true),
    };
  } catch (error) {
    return { element: failure(context, error), selected: () => {} };
  }
}

/**
 * What one must keep in view: the Council's deadlines, and what is to be verified.
 * @param {Context} context
 * @param {Monitor} monitor
 */
function watch(context, monitor) {
  const { t } = context.i18n;
  const { to_verify, awaited: expected } = monitor;
  return h(
    'div',
    { class: 'watch' },
    deadlines(context, monitor),
    h(
      'section',
      { 'aria-labelledby': 'title-verify' },
      h('h2', { id: 'title-verify' }, t('actions.to-verify'), ' ', h('span', { class: 'count' }, to_verify.length)),
      to_verify.length === 0
        ? h('p', {}, t('actions.nothing-to-verify'))
        : verify(context, to_verify),
      h(
        'p',
        {},
        h(
          'button',
          {
            type: 'button',
            class: 'plain',
            id: 'to-awaited',
            on: {
              click: () => {
                const heading = document.getElementById('title-awaited');
                heading?.scrollIntoView({ block: 'start' });
                heading?.focus();
              },
            },
          },
          t('actions.to-awaited', { n: expected.length }),
        ),
      ),
    ),
  );
}

/**
 * @param {Context} context
 * @param {readonly string[]} ids
 */
function verify({ state, i18n }, ids) {
  return h(
    'p',
    { class: 'notice' },
    i18n.t('actions.verify', { n: ids.length }),
    ' ',
    ids.flatMap((id, i) => [i > 0 ? ', ' : '', link(select(state, { tie: id }), {}, id)]),
  );
}

/**
 * @param {Context} context
 * @param {Monitor} monitor
 * @param {readonly Row[]} rows
 */
function phases(context, monitor, rows) {
  const { state, i18n } = context;
  const { t, pick } = i18n;
  const tab = (/** @type {string} */ id, /** @type {string} */ label, /** @type {number} */ n) =>
    h(
      'li',
      {},
      link(
        { ...state, phase: id },
        { id: `phase-${id || 'all'}`, class: 'tab', 'aria-current': state.phase === id ? 'true' : null },
        label,
        ' ',
        h('span', { class: 'count' }, n),
      ),
    );
  return h(
    'nav',
    { 'aria-label': t('actions.phases') },
    h(
      'ul',
      { class: 'tabs many' },
      tab('', t('actions.all'), rows.length),
      monitor.counts.map((c) => tab(c.phase, pick(c.label), rows.filter((r) => r.phase === c.phase).length)),
    ),
  );
}

/**
 * @param {Context} context
 * @param {Monitor} monitor
 * @returns {Column<Row>[]}
 */
function actionColumns(context, monitor) {
  const { state, meta, i18n } = context;
  const { t, pick } = i18n;
  const partners = (/** @type {Tie} */ tie) => tie.participants.filter((p) => p !== 'EU');
  const number = (/** @type {Tie} */ tie) =>
    tie.row === undefined ? t('tie.example', { example: tie.example ?? 0 }) : t('tie.row', { row: tie.row });
  const actor = (/** @type {string} */ id) =>
    actorOf(meta, id) ? link(select(state, { node: id }), {}, nameOf(context, id)) : nameOf(context, id);
  return [
    {
      id: 'action',
      label: t('column.action'),
      key: (r) => pick(r.tie.names),
      cell: (r) => link(select(state, { tie: r.tie.id }), {}, pick(r.tie.names)),
    },
    {
      id: 'row',
      label: t('column.place'),
      key: (r) => r.order,
      cell: (r) => h('span', { class: 'nowrap' }, number(r.tie)),
      csv: (r) => number(r.tie),
      room: 'wide',
    },
    {
      id: 'phase',
      label: t('column.phase'),
      key: (r) => meta.phases.findIndex((p) => p.id === r.phase),
      cell: (r) => phase(context, r.phase),
      csv: (r) => wordOf(context, meta.phases, r.phase),
    },
    {
      id: 'when',
      label: `${FIRST}–${LAST - 1}`,
      key: (r) => r.tie.valid.from ?? r.tie.valid.to,
      cell: (r) => [calendar(r.tie, monitor.dates.as_of), verbatim(r.tie)],
      csv: (r) => r.tie.calendar ?? '',
      room: 'wide',
    },
    {
      id: 'partners',
      label: t('column.partners'),
      key: (r) => partners(r.tie).length,
      descending: true,
      cell: (r) =>
        partners(r.tie).length === 0
          ? h('span', { class: 'muted' }, t('actions.no-partner'))
          : partners(r.tie).flatMap((p, i) => (i === 0 ? [actor(p)] : [', ', actor(p)])),
      csv: (r) =>
        partners(r.tie)
          .map((p) => nameOf(context, p))
          .join(', '),
      room: 'wide',
    },
    {
      id: 'area',
      label: t('column.area'),
      key: (r) => r.tie.areas.map((a) => wordOf(context, meta.areas, a)).join(', '),
      room: 'widest',
    },
  ];
}

/** @param {Tie} tie */
function verbatim(tie) {
  return tie.calendar ? h('span', { class: 'calendar-words', lang: 'fr' }, `«${tie.calendar}»`) : null;
}

/** @param {Context} context @param {string} id */
function phase(context, id) {
  const sign = stateValue(context, SIGNS[id] ?? 'unknown');
  const word = sign.querySelector('span');
  if (word) word.textContent = wordOf(context, context.meta.phases, id);
  return sign;
}

/**
 * When an action runs, as a bar; ends that the text leaves open stay open.
 * @param {Tie} tie
 * @param {string} asOf
 */
function calendar({ valid }, asOf) {
  const width = 120;
  const x = (/** @type {string} */ iso) => {
    const [year = FIRST, month = 1, day = 1] = iso.split('-').map(Number);
    const years = year - FIRST + (month - 1) / 12 + (day - 1) / 365;
    return (Math.max(0, Math.min(LAST - FIRST, years)) / (LAST - FIRST)) * width;
  };
  if (valid.from === null && valid.to === null) return null;
  const [from, to] = [valid.from ? x(valid.from) : 0, valid.to ? x(valid.to) : width];
  const open = [valid.from ? '' : 'open-left', valid.to ? '' : 'open-right'].filter(Boolean).join(' ');
  return s(
    'svg',
    {
      class: `calendar ${open}`,
      viewBox: `0 0 ${width} 12`,
      width,
      height: 12,
      'aria-hidden': 'true',
      focusable: 'false',
    },
    s('path', {
      class: 'axis',
      d: `M0 10H${width}${Array.from({ length: LAST - FIRST + 1 }, (_, i) => `M${(i * width) / (LAST - FIRST)} 10v-2`).join('')}`,
    }),
    s('rect', { class: 'span', x: from, y: 3, width: Math.max(2, to - from), height: 5 }),
    s('path', { class: 'now', d: `M${x(asOf)} 0V12` }),
  );
}
