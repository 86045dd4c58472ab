/** The matrix: partners against kinds, domains or areas, as the picture draws it and as a table. */

/** @import { PartnersMatrix } from '../types/wire' */
/** @import { Context, Sight } from '../app/context.js' */
import * as api from '../app/api.js';
import { chart } from '../app/chart.js';
import { link } from '../app/context.js';
import { h } from '../app/dom.js';
import { problemText } from '../app/message.js';
import { apiQuery } from '../app/state.js';
import { resolvedTheme } from '../app/theme.js';
import { matrixTable } from './grid.js';
import { matrixCsv } from './matrix-csv.js';

/** The id under which the cells of this matrix stand in the address. */
const ID = 'partners';

/** @type {readonly { id: string, label: import('../app/i18n.js').Key }[]} */
const AGAINST = [
  { id: 'domains', label: 'matrix.domains' },
  { id: 'areas', label: 'matrix.areas' },
  { id: 'kinds', label: 'matrix.kinds' },
];

/** @type {readonly { id: string, label: import('../app/i18n.js').Key }[]} */
const UNITS = [
  { id: 'core', label: 'matrix.core' },
  { id: 'named', label: 'matrix.named' },
];

/** @param {Context} context @returns {Promise<Sight>} */
export async function matrixView(context) {
  const { i18n } = context;
  const { t, pick } = i18n;
  // A matrix draws no table at which partners meet: from which level on they do is no question of it.
  const state = { ...context.state, level: '' };
  const which = { against: state.against, units: state.units };
  const pictureQuery = apiQuery(state, {
    filter: true,
    extra: { ...which, lang: state.lang, theme: resolvedTheme(state) },
  });
  const [partners, svg] = await Promise.all([
    api.matrix(apiQuery(state, { filter: true, extra: which })),
    api.picture('matrix', pictureQuery, false).catch((/** @type {unknown} */ error) => error),
  ]);
  const { matrix } = partners;
  const narrow = matchMedia('(max-width: 699px)').matches;
  const sentence = describe(context, partners);
  const drawn =
    typeof svg === 'string'
      ? chart(context, svg, {
          alternative: `${pick(matrix.title)}. ${sentence}`,
          marks: '[data-row][data-column]',
          what: ({ dataset: { row, column } }) => ({ cell: `${ID}:${row}:${column}` }),
          keys: t('chart.keys-cells'),
          tools: narrow ? null : choices(context, partners),
        })
      : null;
  const twin = matrixTable(context, matrix, partners.ties);
  const stage = h(
    'section',
    { class: 'stage chart-stage', 'aria-label': t('matrix.picture') },
    drawn?.element ??
      h(
        'div',
        { class: 'notice' },
        h('p', {}, t('picture.missing')),
        h('p', { class: 'muted' }, problemText(context, svg)),
      ),
  );
  const name = `relier-matrix-${partners.against}-${partners.units}-${partners.dates.as_of}`;
  return {
    title: t('matrix.title'),
    question: t('matrix.question'),
    sentence,
    filters: ['dates', 'kind', 'instrument', 'state', 'area', 'class', 'without-eu'],
    body: [
      narrow || !drawn ? choices(context, partners) : null,
      ...(narrow ? [twin.element, stage] : [stage, twin.element]),
      h('p', { class: 'hint' }, t('matrix.without', { n: partners.without_partner })),
    ],
    command: `${partners.command} --lang ${state.lang}`,
    downloads: [
      ...(typeof svg === 'string'
        ? [
            {
              format: /** @type {const} */ ('svg'),
              name,
              make: () => api.picture('matrix', pictureQuery, true),
            },
            { format: /** @type {const} */ ('png'), name, make: () => api.png('matrix', pictureQuery) },
          ]
        : []),
      { format: 'csv', name, make: () => matrixCsv(context, matrix, partners.ties) },
      { format: 'json', name, make: () => JSON.stringify(partners, null, 1) },
    ],
    selected: (now) => {
      drawn?.selected(now);
      twin.selected(now);
    },
  };
}

/**
 * The matrix in one sentence.
 * @param {Context} context
 * @param {PartnersMatrix} partners
 */
function describe({ i18n }, { selection, matrix: { rows, columns, counts, column_counts } }) {
  const { t, pick, list } = i18n;
  if (rows.length === 0) return t('matrix.nobody');
  const empty = columns.filter((_, i) => column_counts[i]?.active === 0).map((c) => pick(c.names));
  const body = t('matrix.sentence', {
    rows: rows.length,
    columns: columns.length,
    cells: counts.total,
    active: counts.active,
    planned: counts.planned,
    silent: counts.silent,
  });
  if (selection && selection.length > 0) {
    const chosen = t('matrix.selection', {
      words: selection.map((s) => pick(s.words)).join('; '),
      outside: counts.outside ?? 0,
    });
    return `${body} ${chosen}`;
  }
  return empty.length === 0 || empty.length === columns.length
    ? body
    : `${body} ${t('matrix.empty', { n: empty.length, names: list(empty) })}`;
}

/**
 * @param {Context} context
 * @param {PartnersMatrix} partners
 */
function choices({ state, i18n }, partners) {
  const { t } = i18n;
  /**
   * @param {'against' | 'units'} key
   * @param {import('../app/i18n.js').Key} label
   * @param {typeof AGAINST} words
   * @param {string} current
   * @param {string} usual
   */
  const group = (key, label, words, current, usual) =>
    h(
      'div',
      { class: 'tabs boxed', role: 'group', 'aria-label': t(label) },
      words.map((w) =>
        link(
          { ...state, [key]: w.id === usual ? '' : w.id, cell: '' },
          { id: `${key}-${w.id}`, class: 'tab', 'aria-current': w.id === current ? 'true' : null },
          t(w.label),
        ),
      ),
    );
  return h(
    'div',
    { class: 'choices' },
    group('units', 'matrix.units', UNITS, partners.units, 'core'),
    group('against', 'matrix.against', AGAINST, partners.against, 'domains'),
  );
}
