/** A matrix as rows for a spreadsheet: its values in words, and what states them. */

/** @import { Matrix, Tie } from '../types/wire' */
/** @import { Context } from '../app/context.js' */
/** @import { Column } from '../app/table.js' */
import { wordOf } from '../app/context.js';
import { citation, distinct } from '../app/quote.js';
import { BETWEEN, csv } from '../app/table.js';
import { isLater } from './grid.js';

/**
 * @param {Context} context
 * @param {Matrix} matrix
 * @param {readonly Tie[]} ties  those that the cells cite, at the least
 */
export function matrixCsv(context, matrix, ties) {
  const { meta, i18n } = context;
  const { t, pick } = i18n;
  const evidence = new Map(ties.map((tie) => [tie.id, tie.evidence]));
  const label = (/** @type {number} */ i) => {
    const { id = '', names = { fr: '', en: '' } } = matrix.columns[i] ?? {};
    return `${id} ${pick(names)}`;
  };
  /** What states a row's values, column by column. @param {number} r */
  const stated = (r) =>
    (matrix.cells[r] ?? []).flatMap((cell, i) => {
      const said = distinct(cell.ties.flatMap((id) => evidence.get(id) ?? []));
      return said.length === 0 ? [] : [`${label(i)}: ${said.map((e) => citation(context, e)).join(' ')}`];
    });
  /** @type {Column<number>[]} */
  const columns = [
    { id: 'id', label: t('column.id'), key: (r) => matrix.rows[r]?.id ?? '' },
    { id: 'unit', label: t('column.actor'), key: (r) => pick(matrix.rows[r]?.names ?? { fr: '', en: '' }) },
    ...matrix.columns.map((c, i) => ({
      id: c.id,
      label: label(i),
      key: (/** @type {number} */ r) => {
        const cell = matrix.cells[r]?.[i];
        return wordOf(context, meta.cells, cell?.class ?? '') + (cell && isLater(cell, ties) ? `, ${t('cell.later')}` : '');
      },
    })),
    { id: 'quotations', label: t('panel.quotations'), rest: t('column.continued'), key: (r) => stated(r).join(BETWEEN) },
  ];
  return csv(
    columns,
    matrix.rows.map((_, i) => i),
  );
}
