/** A coverage matrix: units against columns, each cell a sign and a word that open its sentences. */

/** @import { Cell, Matrix, Named, Tie } from '../types/wire' */
/** @import { Context } from '../app/context.js' */
/** @import { State } from '../app/state.js' */
import { link, wordOf } from '../app/context.js';
import { h, hidden } from '../app/dom.js';
import { cellValue } from '../app/shapes.js';
import { select } from '../app/state.js';

/**
 * Whether all that fills a cell is undated and stands in a text later than the day read: its value is by that text.
 * @param {Pick<Cell, 'ties'>} cell
 * @param {readonly Tie[]} ties
 */
export function isLater(cell, ties) {
  return cell.ties.length > 0 && cell.ties.every((id) => ties.some((tie) => tie.id === id && tie.by_text));
}

/**
 * @param {Context} context
 * @param {Matrix} matrix
 * @param {readonly Tie[]} [ties]  those that fill its cells
 */
export function matrixTable(context, matrix, ties = []) {
  const { meta, i18n } = context;
  const { t, pick } = i18n;
  const legend = h(
    'ul',
    { class: 'legend', 'aria-label': t('matrix.legend') },
    meta.cells.filter((c) => c.id !== 'outside' || matrix.counts.outside).map((c) =>
      h(
        'li',
        {},
        cellValue(context, c.id),
        h('span', { class: 'count' }, matrix.counts[/** @type {'active'} */ (c.id)] ?? 0),
      ),
    ),
  );
  const narrow = matchMedia('(max-width: 699px)').matches;
  const later = matrix.cells.flat().filter((cell) => isLater(cell, ties)).length;
  const body = narrow ? lists(context, matrix, ties) : grid(context, matrix, ties);
  const element = h(
    'section',
    { class: 'list', 'aria-labelledby': `title-${matrix.id}` },
    h('div', { class: 'list-head' }, h('h2', { id: `title-${matrix.id}` }, pick(matrix.title))),
    h('p', { class: 'hint' }, t('matrix.note')),
    matrix.counts.outside ? h('p', { class: 'hint' }, t('matrix.outside')) : null,
    legend,
    later > 0 ? h('p', { class: 'hint later' }, t('cell.later-legend', { n: later })) : null,
    matrix.cells.some((row) => row.some((c) => c.additional))
      ? h('p', { class: 'hint' }, t('cell.additional-legend'))
      : null,
    body,
  );
  const selected = (/** @type {State} */ state) => {
    for (const cell of element.querySelectorAll('[data-cell]')) {
      cell.classList.toggle('is-selected', cell.getAttribute('data-cell') === state.cell);
    }
  };
  selected(context.state);
  return { element, selected };
}

/**
 * @param {Context} context
 * @param {Matrix} matrix
 * @param {readonly Tie[]} ties
 */
function grid(context, matrix, ties) {
  const { state, i18n } = context;
  const { t, pick } = i18n;
  const head = h(
    'tr',
    {},
    h('td', {}),
    matrix.columns.map((c) =>
      h('th', { scope: 'col' }, h('span', { class: 'code' }, c.id), ' ', softly(pick(c.names))),
    ),
    h('th', { scope: 'col', class: 'total' }, t('matrix.total')),
  );
  const rows = matrix.rows.map((unit, r) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, link(select(state, { node: unit.id }), {}, pick(unit.names))),
      matrix.columns.map((column, c) => {
        const cell = matrix.cells[r]?.[c];
        return cell
          ? h('td', { class: `cell cell-${cell.class}${cell.additional ? ' is-additional' : ''}` }, cellLink(context, matrix, unit, column, cell, isLater(cell, ties)))
          : h('td', {});
      }),
      total(context, matrix.row_counts[r]),
    ),
  );
  const foot = h(
    'tr',
    {},
    h('th', { scope: 'row' }, t('matrix.total')),
    matrix.column_counts.map((c) => total(context, c)),
    total(context, matrix.counts),
  );
  return h(
    'div',
    { class: 'matrix-frame', tabindex: '0', role: 'group', 'aria-label': pick(matrix.title) },
    h(
      'table',
      { class: 'matrix', id: matrix.id, vars: { '--columns': String(matrix.columns.length) } },
      h('caption', { class: 'visually-hidden' }, pick(matrix.title)),
      h('thead', {}, head),
      h('tbody', {}, rows),
      h('tfoot', {}, foot),
    ),
  );
}

/**
 * @param {Context} context
 * @param {import('../types/wire').Counts | undefined} counts
 */
function total({ i18n }, counts) {
  return h(
    'td',
    { class: 'total' },
    counts ? `${i18n.number(counts.active)} / ${i18n.number(counts.total)}` : '',
  );
}

/**
 * @param {Context} context
 * @param {Matrix} matrix
 * @param {Named} unit
 * @param {Named} column
 * @param {Cell} cell
 * @param {boolean} later
 */
function cellLink(context, matrix, unit, column, cell, later) {
  const { state, i18n } = context;
  const id = `${matrix.id}:${unit.id}:${column.id}`;
  return link(
    select(state, { cell: id }),
    { class: 'cell-link', 'data-cell': id, title: later ? i18n.t('cell.later') : null },
    hidden(`${i18n.pick(unit.names)}, ${i18n.pick(column.names)}: `),
    cellValue(context, cell.class),
    later ? hidden(`, ${i18n.t('cell.later')}`) : null,
    cell.additional ? hidden(` (${i18n.t('cell.additional')})`) : null,
  );
}

/**
 * The same for a narrow screen: each unit with its columns, value by value.
 * @param {Context} context
 * @param {Matrix} matrix
 * @param {readonly Tie[]} ties
 */
function lists(context, matrix, ties) {
  const { state, meta, i18n } = context;
  const { pick } = i18n;
  return h(
    'div',
    { class: 'matrix-lists' },
    matrix.rows.map((unit, r) =>
      h(
        'article',
        {},
        h('h3', {}, link(select(state, { node: unit.id }), {}, pick(unit.names))),
        h(
          'dl',
          {},
          meta.cells.flatMap(({ id }) => {
            const columns = matrix.columns.filter((_, c) => matrix.cells[r]?.[c]?.class === id);
            if (columns.length === 0) return [];
            const names = columns.map((column) => {
              const cell = `${matrix.id}:${unit.id}:${column.id}`;
              const own = matrix.cells[r]?.[matrix.columns.indexOf(column)];
              const added = own?.additional ?? false;
              const late = own && isLater(own, ties) ? ` (${i18n.t('cell.later')})` : '';
              return link(
                select(state, { cell }),
                {
                  'data-cell': cell,
                  'aria-label': `${pick(unit.names)}, ${pick(column.names)}: ${wordOf(context, meta.cells, id)}${late}${added ? ` (${i18n.t('cell.additional')})` : ''}`,
                },
                `${pick(column.names)}${added ? ' *' : ''}${late}`,
              );
            });
            return [
              h('dt', {}, cellValue(context, id)),
              h(
                'dd',
                {},
                names.flatMap((n, i) => (i === 0 ? [n] : [' · ', n])),
              ),
            ];
          }),
        ),
      ),
    ),
  );
}

/**
 * Lets a long word part between two like consonants, where both languages allow it.
 * @param {string} text
 */
function softly(text) {
  return text.replace(/\p{L}{14,}/gu, (word) => word.replace(/(.{3,}?)([lmnprst])\2/g, '$1$2\u00ad$2'));
}
