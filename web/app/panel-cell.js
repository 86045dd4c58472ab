/** A cell of a matrix in the panel: its value in words, and what fills it. */

/** @import { Evidence, Goal, Matrix } from '../types/wire' */
/** @import { Context } from './context.js' */
/** @import { Panel } from './panel.js' */
import * as api from './api.js';
import { goalsOf, link, nameOf } from './context.js';
import { firstDay } from './days.js';
import { h } from './dom.js';
import { findings, lookedAt } from './findings.js';
import { section, tieCard } from './panel-tie.js';
import { distinct } from './quote.js';
import { cellValue } from './shapes.js';
import { told } from './told.js';
import { apiQuery, select } from './state.js';

/**
 * The cell of a matrix that `MATRIX:ROW:COLUMN` names.
 * @param {readonly Goal[]} goals
 * @param {string} cell
 */
function findCell(goals, cell) {
  const id = cell.split(':')[0];
  return inMatrix(
    goals.flatMap((g) => g.matrices).find((m) => m.id === id),
    cell,
  );
}

/**
 * The matrix of all partners in which a cell stands: its column says against what.
 * @param {Context} context
 * @param {string} cell
 */
function partners({ state, meta }, cell) {
  const column = cell.split(':')[2];
  const against = meta.kinds.some((k) => k.id === column)
    ? 'kinds'
    : meta.areas.some((a) => a.id === column)
      ? 'areas'
      : 'domains';
  return api.matrix(apiQuery({ ...state, level: '' }, { filter: true, extra: { against, units: 'named' } }));
}

/**
 * @param {Matrix | undefined} matrix
 * @param {string} cell
 */
function inMatrix(matrix, cell) {
  const [, rowId, columnId] = cell.split(':');
  const row = matrix?.rows.findIndex((r) => r.id === rowId) ?? -1;
  const column = matrix?.columns.findIndex((c) => c.id === columnId) ?? -1;
  const found = matrix?.cells[row]?.[column];
  const unit = matrix?.rows[row];
  const about = matrix?.columns[column];
  return matrix && found && unit && about ? { matrix, cell: found, unit, about } : null;
}

/**
 * @param {Context} context
 * @param {string} id
 * @returns {Promise<Panel>}
 */
export async function cellPanel(context, id) {
  const { state, meta, i18n } = context;
  const { t, pick, list, day } = i18n;
  const query = apiQuery(state);
  const goals = await goalsOf(context, query);
  const found = id.startsWith('partners:')
    ? inMatrix((await partners(context, id)).matrix, id)
    : findCell(goals, id);
  if (!found)
    throw new api.Failure({ status: 404, title: 'not found', detail: t('problem.cell', { cell: id }) });
  const { matrix, cell, unit, about } = found;
  const ties = await Promise.all(cell.ties.map((tie) => api.tie(tie, query)));
  const first = firstDay(meta);
  const later = ties.length > 0 && ties.every((tie) => tie.by_text) ? { day: state.asOf || meta.dates.as_of, first } : null;
  /** @type {Evidence[]} */
  const spoken = distinct(ties.flatMap((tie) => tie.evidence));
  const said = findings(goals, (l) => l.actors.includes(unit.id) && l.column === about.id);
  return {
    kicker: pick(matrix.title),
    title: `${pick(unit.names)} × ${pick(about.names)}`,
    body: [
      h('p', { class: 'lead' }, cellValue(context, cell.class), later ? `, ${t('cell.later')}` : null),
      later ? h('p', { class: 'later' }, t('cell.later-note', { date: day(later.day), first: day(later.first) })) : null,
      h('p', {}, t(CELL_NOTES[cell.class] ?? 'cell.silent')),
      told(context, (one) => one.kind === about.id && one.actors.includes(unit.id)),
      cell.additional ? h('p', { class: 'remark' }, h('strong', {}, t('cell.additional'))) : null,
      cell.via ? h('p', {}, t('tie.via', { names: list(cell.via.map((v) => nameOf(context, v))) })) : null,
      h(
        'p',
        { class: 'ways' },
        link(select(state, { node: unit.id }), {}, t('panel.all-of', { name: pick(unit.names) })),
      ),
      ties.length > 0
        ? section(
            t('panel.ties'),
            ties.map((tie) => tieCard(context, tie, unit.id)),
            ties.length,
          )
        : null,
      // A closed list speaks by what it leaves out: its sentence is cited by the finding, not by a tie.
      lookedAt(context, said, t('panel.cell-findings')),
      cell.class !== 'outside' && spoken.length === 0 && said.every((f) => f.line.evidence.length === 0)
        ? h('p', { class: 'hint' }, t('cell.nothing'))
        : null,
    ],
  };
}

/** @type {Readonly<Record<string, import('./i18n.js').Key>>} */
const CELL_NOTES = {
  active: 'cell.active',
  planned: 'cell.planned',
  grouping: 'cell.grouping',
  absent: 'cell.absent',
  silent: 'cell.silent',
  outside: 'cell.outside',
};
