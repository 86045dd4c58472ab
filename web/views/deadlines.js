/** What the Council has set a day for, and the instruments that await their next state. */

/** @import { Monitor, Tie } from '../types/wire' */
/** @import { Context } from '../app/context.js' */
/** @import { Column } from '../app/table.js' */
import { link } from '../app/context.js';
import { h } from '../app/dom.js';
import { passagesOf, quotation } from '../app/quote.js';
import { kindLabel, stateValue } from '../app/shapes.js';
import { select } from '../app/state.js';
import { table } from '../app/table.js';

/**
 * @param {Context} context
 * @param {Monitor} monitor
 */
export function deadlines(context, { deadlines: all }) {
  const { t, pick } = context.i18n;
  if (all.length === 0) return null;
  return h(
    'section',
    { 'aria-labelledby': 'title-deadlines' },
    h('h2', { id: 'title-deadlines' }, t('actions.deadlines'), ' ', h('span', { class: 'count' }, all.length)),
    h(
      'ul',
      { class: 'deadlines' },
      all.map((d) =>
        h(
          'li',
          { class: d.passed ? 'is-passed' : null },
          h('p', { class: 'lead' }, pick(d.text)),
          quotation(context, d.evidence),
        ),
      ),
    ),
  );
}

/**
 * @param {Context} context
 * @param {Monitor} monitor
 */
export function awaited(context, { awaited: all }) {
  const { state, i18n } = context;
  const { t, pick, day } = i18n;
  if (all.length === 0) return null;
  /** @type {Column<Tie>[]} */
  const columns = [
    {
      id: 'instrument',
      label: t('column.instrument'),
      key: (r) => pick(r.names),
      cell: (r) => link(select(state, { tie: r.id }), {}, pick(r.names)),
    },
    {
      id: 'kind',
      label: t('column.kind'),
      key: (r) => r.kind,
      cell: (r) => kindLabel(context, r.kind),
      room: 'wide',
    },
    { id: 'state', label: t('column.state'), key: (r) => r.state, cell: (r) => stateValue(context, r.state) },
    {
      id: 'expected',
      label: t('column.expected'),
      key: (r) => r.valid.expected ?? null,
      room: 'wide',
      cell: (r) =>
        r.valid.expected
          ? day(r.valid.expected) + (r.state === 'unconfirmed' ? ` (${t('actions.passed')})` : '')
          : h('span', { class: 'muted' }, t('actions.no-date')),
    },
  ];
  return h(
    'section',
    { class: 'list', 'aria-labelledby': 'title-awaited' },
    h('h2', { id: 'title-awaited', tabindex: '-1' }, t('actions.awaited'), ' ', h('span', { class: 'count' }, all.length)),
    h('p', { class: 'hint' }, t('actions.awaited-note')),
    table(i18n, {
      id: 'awaited',
      caption: t('actions.awaited'),
      captionHidden: true,
      columns,
      rows: all,
      sort: state.sort,
      onSort: (sort) => context.go({ ...state, sort }),
      rowId: (r) => r.id,
      detail: (r) => ({
        n: passagesOf(r.evidence).length,
        more: () => passagesOf(r.evidence).map((e) => quotation(context, e)),
      }),
    }),
  );
}
