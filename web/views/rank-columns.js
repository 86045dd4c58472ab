/** The columns of a ranking, on the page and in a spreadsheet. */

/** @import { Card, Rank, RankRow } from '../types/wire' */
/** @import { Context } from '../app/context.js' */
/** @import { Column } from '../app/table.js' */
/** @import { Reading } from './rank.js' */
import { link } from '../app/context.js';
import { h } from '../app/dom.js';
import { select } from '../app/state.js';

/** The least that three digits can tell from nothing. */
const LEAST = 0.001;

/**
 * Counts are whole; what is not is given to three digits.
 * @param {Context} context
 * @param {Reading} reading_
 * @param {string} id
 */
export function value({ i18n }, { rank, at, rows }, id) {
  const n = rows.get(id)?.values[at];
  if (n === null || n === undefined) return '–';
  const whole = rank.rows.every((r) => Number.isInteger(r.values[at] ?? 0));
  if (whole || n === 0) return i18n.number(n);
  // What is little is not written as nothing.
  return n > 0 && n < LEAST / 2 ? `<\u00a0${i18n.decimal(LEAST)}` : i18n.decimal(n);
}

/**
 * @param {Context} context
 * @param {Card} measure
 * @param {Reading} first
 * @param {Reading} second
 * @returns {Column<RankRow>[]}
 */
export function rankColumns(context, measure, first, second) {
  const { state, i18n } = context;
  const { t, pick, number } = i18n;
  const top = first.rank.robustness?.top ?? 0;
  /** @param {Reading} r @param {string} id @returns {Column<RankRow>[]} */
  const pair = (r, id) => {
    const partners = [...r.rows.values()].filter((row) => row.kind !== 'hub');
    const highest = Math.max(0, ...partners.map((row) => row.values[r.at] ?? 0));
    const of = (/** @type {RankRow} */ row) => r.rows.get(row.id)?.values[r.at] ?? null;
    const rankOf = (/** @type {RankRow} */ row) => (r.rows.get(row.id)?.ranks[r.at] ?? null);
    const where = t(r.withoutEu ? 'rank.without-eu' : 'rank.with-eu');
    const second_ = id === '' ? {} : { room: /** @type {const} */ ('wide') };
    return [
      {
        id: `place${id}`,
        label: `${t('column.rank')}, ${where}`,
        key: rankOf,
        cell: (row) => {
          const n = rankOf(row);
          return r.orderless ? h('span', { class: 'muted', title: t('rank.no-order') }, '–') : n === null ? '–' : number(n);
        },
        numeric: true,
        title: t('rank.place'),
        ...second_,
      },
      {
        id: `value${id}`,
        label: `${pick(measure.names)}, ${where}`,
        key: of,
        cell: (row) =>
          h(
            'span',
            { class: 'read' },
            h('span', {
              class: 'bar',
              'aria-hidden': 'true',
              vars: { '--part': String(highest > 0 ? (of(row) ?? 0) / highest : 0) },
            }),
            h('span', { class: 'n' }, value(context, r, row.id)),
          ),
        numeric: true,
        descending: measure.higher_is_more,
        ...second_,
      },
    ];
  };
  return [
    {
      id: 'actor',
      label: t('column.actor'),
      key: (r) => pick(r.names),
      cell: (r) => link(select(state, { node: r.id }), {}, pick(r.names)),
    },
    ...pair(first, ''),
    {
      id: 'stays',
      label: t('rank.stays', { n: top }),
      key: (r) => first.stays.get(r.id) ?? null,
      cell: (r) => stays(context, first.stays.get(r.id)),
      csv: (r) => first.stays.get(r.id) ?? null,
      numeric: true,
      descending: true,
      title: t('rank.stays-note'),
      room: 'wide',
    },
    ...pair(second, '-other'),
  ];
}

/**
 * In how many of the replicates an actor stays among the first.
 * @param {Context} context
 * @param {number | undefined} share
 */
export function stays({ i18n }, share) {
  if (share === undefined) return '';
  return i18n.t('value.percent', { n_: i18n.number(Math.round(share * 100)) });
}

/**
 * @param {Context} context
 * @param {Rank} rank
 * @returns {Column<RankRow>[]}
 */
export function csvColumns({ i18n }, rank) {
  const { t, pick } = i18n;
  return [
    { id: 'id', label: t('column.id'), key: (r) => r.id },
    { id: 'actor', label: t('column.actor'), key: (r) => pick(r.names) },
    ...rank.measures.flatMap((m, i) => [
      { id: m.id, label: `${pick(m.names)} (${m.id})`, key: (/** @type {RankRow} */ r) => r.values[i] ?? null },
      {
        id: `${m.id}-rank`,
        label: `${t('column.rank')}: ${pick(m.names)} (${m.id})`,
        key: (/** @type {RankRow} */ r) => r.ranks[i] ?? null,
      },
    ]),
  ];
}
