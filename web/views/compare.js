/** Compare: two to four actors, or two dates, side by side; words first. */

/** @import { Compare, CompareRow, Dimension } from '../types/wire' */
/** @import { Context, Sight } from '../app/context.js' */
/** @import { State } from '../app/state.js' */
import * as api from '../app/api.js';
import { actorOf, goalsOf, link, nameOf } from '../app/context.js';
import { h } from '../app/dom.js';
import { failure } from '../app/message.js';
import { actorOptions, picker } from '../app/picker.js';
import { passagesOf, quotation, quotations } from '../app/quote.js';
import { cellSign } from '../app/shapes.js';
import { apiQuery, select } from '../app/state.js';
import { csv, table } from '../app/table.js';
import { told } from '../app/told.js';
import { datesSight, notes, waysToBegin } from './compare-dates.js';

/** How many actors stand side by side at most. */
const MOST = 4;

/** @param {Context} context @returns {Promise<Sight>} */
export async function compareView(context) {
  const { state, i18n } = context;
  const { t } = i18n;
  const byDates = state.dates.length > 0 || state.item === 'dates';
  const sight = {
    title: t('compare.title'),
    filters: /** @type {readonly import('../app/context.js').FilterName[]} */ (byDates ? [] : ['dates']),
    sentence: '',
    body: [],
    question: t(byDates ? 'compare.question-dates' : 'compare.question'),
    before: modes(context, byDates),
    command: '',
    downloads: [],
  };
  return byDates ? datesSight(context, sight) : actorsSight(context, sight);
}

/**
 * @param {Context} context
 * @param {boolean} byDates
 */
function modes({ state, i18n }, byDates) {
  const { t } = i18n;
  const tab = (/** @type {State} */ next, /** @type {string} */ id, /** @type {boolean} */ on) =>
    h(
      'li',
      {},
      link(
        { ...next, table: '', sort: '' },
        { id: `compare-${id}`, class: 'tab', 'aria-current': on ? 'page' : null },
        t(id === 'dates' ? 'compare.dates' : 'compare.actors'),
      ),
    );
  return h(
    'nav',
    { class: 'directions', 'aria-label': t('compare.what') },
    h(
      'ul',
      { class: 'tabs' },
      tab({ ...state, item: '', dates: [] }, 'actors', !byDates),
      tab({ ...state, item: 'dates', actors: [], asOf: '' }, 'dates', byDates),
    ),
  );
}

/**
 * @param {Context} context
 * @param {Sight} sight
 * @returns {Promise<Sight>}
 */
async function actorsSight(context, sight) {
  const { state, i18n } = context;
  const { t, pick } = i18n;
  const chosen = chooser(context);
  if (state.actors.length < 2)
    return { ...sight, sentence: t('compare.start'), body: [chosen, await suggestions(context)] };
  const query = apiQuery(state, { extra: { actors: state.actors.join(',') } });
  /** @type {Compare} */
  let found;
  try {
    found = await api.compare(query);
  } catch (error) {
    return { ...sight, body: [chosen, failure(context, error)] };
  }
  const name = `relier-compare-${state.actors.join('-')}-${found.dates.as_of}`;
  const rows = found.dimensions.flatMap((d) => d.rows.map((row) => ({ d, row })));
  return {
    ...sight,
    title: `${t('compare.title')}: ${i18n.list(found.actors.map((a) => pick(a.names)))}`,
    sentence: t('compare.common', { parts: common(context, found) }),
    body: [
      chosen,
      ...found.dimensions.map((d) => dimension(context, found, d)),
      notes(context, found.notes),
    ],
    command: found.command,
    downloads: [
      {
        format: 'csv',
        name,
        make: () =>
          csv(
            [
              { id: 'dimension', label: t('compare.dimension'), key: (r) => pick(r.d.title) },
              { id: 'id', label: t('column.id'), key: (r) => r.row.id },
              { id: 'row', label: t('compare.row'), key: (r) => pick(r.row.names) },
              ...found.actors.map((a, i) => ({
                id: a.id,
                label: pick(a.names),
                key: (/** @type {typeof rows[number]} */ r) => pick(r.row.labels[i] ?? { fr: '', en: '' }),
              })),
              quotations(context, (r) => r.row.evidence),
            ],
            rows,
          ),
      },
      { format: 'json', name, make: () => JSON.stringify(found, null, 1) },
    ],
  };
}

/**
 * What is common, dimension by dimension; the forums are too many for a sentence.
 * @param {Context} context
 * @param {Compare} found
 */
function common({ i18n }, found) {
  return found.dimensions
    .filter((d) => d.id !== 'forums')
    .map((d) => {
      const said_ = i18n.pick(d.sentences[0] ?? { fr: '', en: '' });
      return `${i18n.pick(d.title)}: ${said_.slice(said_.indexOf(':') + 1).trim().replace(/\.$/, '')}`;
    })
    .join('; ');
}

/**
 * Who is compared, each one to be taken off, and a field to add another.
 * @param {Context} context
 */
function chooser(context) {
  const { state, i18n, go } = context;
  const { t } = i18n;
  const { actors } = state;
  const chips = actors.map((id) =>
    h(
      'li',
      {},
      h(
        'button',
        {
          type: 'button',
          class: 'chip',
          id: `compared-${id}`,
          'aria-label': t('compare.remove', { name: nameOf(context, id) }),
          on: { click: () => go({ ...state, actors: actors.filter((a) => a !== id) }) },
        },
        h('span', {}, nameOf(context, id)),
        h('span', { class: 'cross', 'aria-hidden': 'true' }, '×'),
      ),
    ),
  );
  return h(
    'div',
    { class: 'chooser' },
    chips.length > 0 ? h('ul', { class: 'chips', 'aria-label': t('compare.chosen') }, chips) : null,
    actors.length >= MOST
      ? h('p', { class: 'hint' }, t('compare.full', { most: MOST }))
      : picker(context, {
          id: 'compare-add',
          label: t(actors.length === 0 ? 'compare.first' : 'compare.add'),
          placeholder: t('picker.placeholder'),
          options: actorOptions(context, { kinds: ['partner', 'grouping', 'member-state'], without: actors }),
          onPick: ({ id }) => go({ ...state, actors: [...actors, id] }),
        }),
  );
}

/**
 * Comparisons to begin with: the partners with most running, two by two.
 * @param {Context} context
 */
async function suggestions(context) {
  const { state, i18n } = context;
  const goals = await goalsOf(context, apiQuery(state));
  const matrix = goals.flatMap((g) => g.matrices)[0];
  const units = (matrix?.rows ?? [])
    .map((r, i) => ({ id: r.id, n: matrix?.row_counts[i]?.active ?? 0 }))
    .sort((a, b) => b.n - a.n)
    .map((r) => r.id);
  const first = state.actors[0];
  const pairs = first
    ? units.filter((id) => id !== first).slice(0, 4).map((id) => [first, id])
    : [units.slice(0, 2), units.slice(2, 4), units.slice(-3)].filter((p) => p.length > 1);
  if (pairs.length === 0) return null;
  return waysToBegin(
    context,
    pairs.map((pair) =>
      link({ ...state, actors: pair }, { class: 'way', id: `suggest-${pair.join('-')}` }, i18n.list(pair.map((id) => nameOf(context, id)))),
    ),
  );
}

/**
 * @param {Context} context
 * @param {Compare} found
 * @param {Dimension} d
 */
function dimension(context, found, d) {
  const { state, i18n, go } = context;
  const { t, pick } = i18n;
  const id = `compare-${d.id}`;
  return h(
    'section',
    { class: 'list compared', 'aria-labelledby': `title-${id}` },
    h('h2', { id: `title-${id}` }, pick(d.title)),
    h(
      'ul',
      { class: 'said' },
      d.sentences.map((s) => h('li', {}, said(pick(s)))),
    ),
    d.rows.length === 0
      ? h('p', { class: 'muted' }, t('compare.nothing'))
      : matchMedia('(max-width: 699px)').matches
        ? stacked(context, found, d)
        : table(i18n, {
          id,
          caption: pick(d.title),
          captionHidden: true,
          columns: [
            {
              id: 'row',
              label: pick(d.title),
              key: (/** @type {CompareRow} */ r) => pick(r.names),
              cell: (r) =>
                d.id === 'forums' && actorOf(context.meta, r.id)
                  ? link(select(state, { node: r.id }), {}, pick(r.names))
                  : pick(r.names),
            },
            ...found.actors.map((a, i) => ({
              id: a.id,
              label: pick(a.names),
              key: (/** @type {CompareRow} */ r) => ORDER.indexOf(r.classes[i] ?? ''),
              cell: (/** @type {CompareRow} */ r) => value(context, r, i, a.id),
              csv: (/** @type {CompareRow} */ r) => pick(r.labels[i] ?? { fr: '', en: '' }),
            })),
          ],
          rows: d.rows,
          sort: state.sort,
          onSort: (sort) => go({ ...state, sort }),
          rowId: (r) => r.id,
          rowClass: (r) => (r.classes.every((c) => c === r.classes[0]) && r.labels.every((l) => pick(l) === pick(r.labels[0] ?? l)) ? 'is-same' : 'is-other'),
          detail: (r) =>
            r.evidence.length === 0
              ? null
              : { n: passagesOf(r.evidence).length, more: () => passagesOf(r.evidence).map((e) => quotation(context, e)) },
        }),
  );
}

/**
 * The rows one under the other, for a narrow screen.
 * @param {Context} context
 * @param {Compare} found
 * @param {Dimension} d
 */
function stacked(context, found, d) {
  const { t, pick } = context.i18n;
  return h(
    'div',
    { class: 'stacked', id: `compare-${d.id}` },
    d.rows.map((r) =>
      h(
        'article',
        { 'data-row': r.id },
        h('h3', {}, pick(r.names)),
        h(
          'dl',
          {},
          found.actors.flatMap((a, i) => [h('dt', {}, pick(a.names)), h('dd', {}, value(context, r, i, a.id))]),
        ),
        r.evidence.length === 0
          ? null
          : h(
              'details',
              {},
              h('summary', { class: 'small' }, t('table.n-quotations', { n: passagesOf(r.evidence).length })),
              passagesOf(r.evidence).map((e) => quotation(context, e)),
            ),
      ),
    ),
  );
}

const ORDER = ['active', 'planned', 'grouping', 'absent', 'silent'];

/**
 * A value, and the way to the tie that gives it.
 * @param {Context} context
 * @param {CompareRow} row
 * @param {number} i
 * @param {string} actor
 */
function value(context, row, i, actor) {
  const { state, i18n } = context;
  const sign = cellSign(row.classes[i] ?? 'silent', i18n.pick(row.labels[i] ?? { fr: '', en: '' }));
  const tie = row.ties[i]?.[0];
  const shown = tie === undefined ? sign : link(select(state, { tie }), { class: 'quiet' }, sign);
  return [shown, told(context, (one) => one.kind === row.id && one.actors.includes(actor))];
}

/**
 * What is said before the colon stands out.
 * @param {string} text
 */
function said(text) {
  const at = text.indexOf(':');
  return at < 0 ? [text] : [h('strong', {}, text.slice(0, at + 1)), text.slice(at + 1)];
}
