/** What differs between two readings, as rows for a spreadsheet. */

/** @import { Change } from '../types/wire' */
/** @import { Context } from '../app/context.js' */
/** @import { Column } from '../app/table.js' */
import { quotations } from '../app/quote.js';
import { SORTS, rows } from './change.js';

/**
 * The change as rows for a spreadsheet: the gaps on the perimeter that is shown, those on the other, the ties that differ; each with
 * its quotations.
 * @param {Context} context
 * @param {Change} change
 */
export function changeCsv(context, change) {
  const { t, pick } = context.i18n;
  const shown = context.state.table === 'live' ? 'live' : 'frozen';
  const gaps = change.goals
    .flatMap((goal) => goal.perimeters.map((perimeter) => ({ goal, perimeter })))
    .toSorted((a, b) => Number(b.perimeter.id === shown) - Number(a.perimeter.id === shown))
    .flatMap(({ goal, perimeter }) =>
      rows(perimeter).map(({ sort, line }) => ({
        cells: [pick(goal.names), pick(perimeter.label), t(SORTS[sort].one), pick(line.text), line.ties.join(' ')],
        evidence: line.evidence,
      })),
    );
  const ties = change.ties.map((tie) => ({
    cells: ['', '', t('column.tie'), pick(tie.text), tie.id],
    evidence: tie.evidence,
  }));
  const heads = [t('column.direction'), t('change.perimeter'), t('change.sort'), t('column.finding'), t('column.ties')];
  /** @type {Column<typeof ties[number]>[]} */
  const columns = heads.map((label, i) => ({ id: String(i), label, key: (r) => r.cells[i] ?? '' }));
  columns.push(quotations(context, (r) => r.evidence));
  return { rows: [...gaps, ...ties], columns };
}
