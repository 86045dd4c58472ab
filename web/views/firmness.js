/** How far a direction holds: other codings, one place less, missing evidence; and the lattice of what implies what. */

/** @import { Findings, Line, Missing, RangeCount, UnitRobustness } from '../types/wire' */
/** @import { Context } from '../app/context.js' */
/** @import { State } from '../app/state.js' */
import * as api from '../app/api.js';
import { chart } from '../app/chart.js';
import { link, nameOf, wordOf } from '../app/context.js';
import { h } from '../app/dom.js';
import { failure } from '../app/message.js';
import { place } from '../app/place.js';
import { apiQuery, select } from '../app/state.js';
import { csv, table } from '../app/table.js';
import { resolvedTheme } from '../app/theme.js';
import { parted, whatOf } from './cards.js';

/** @typedef {{ element: HTMLElement, csv: () => string | Promise<string>, selected: (state: State) => void, command?: string, svg?: () => Promise<string> }} Part */

/** As many replicates as the command line draws. @param {Context} context @param {string} goal @returns {Promise<Findings>} */
const findings = ({ state }, goal) => api.robustness(apiQuery(state, { extra: { goal } }));

/**
 * Whether a finding rests on one place of the texts alone; the cells of one row of the annex are one place.
 * @param {Line} line
 */
export function onOnePlace(line) {
  const places = new Set(
    line.evidence.map((e) => `${e.document} ${e.at.replace(/^(annex \d+)\b.*/, '$1')}`),
  );
  return places.size === 1;
}

/**
 * @param {Context} context
 * @param {string} goal
 * @returns {Promise<Part>}
 */
export async function robustnessPart(context, goal) {
  const { i18n } = context;
  const { t, pick, number } = i18n;
  /** @type {Findings} */
  let found;
  try {
    found = await findings(context, goal);
  } catch (error) {
    return { element: failure(context, error), csv: () => '', selected: () => {} };
  }
  const own = found.counts.filter((c) => c.goal === goal);
  const whole = goal === 'deepen';
  return {
    element: h(
      'section',
      { class: 'list robustness', 'aria-labelledby': 'title-robustness' },
      h('h2', { id: 'title-robustness' }, t('firm.title')),
      h('p', { class: 'hint' }, t('firm.note')),
      h(
        'ul',
        { class: 'limits' },
        found.headlines.map((l) => h('li', {}, pick(l))),
      ),
      h('h3', {}, t('firm.codings')),
      codings(context, found, own),
      h(
        'ol',
        { class: 'codings small' },
        found.codings.map((c) => h('li', {}, pick(c.text))),
      ),
      whole ? units(context, found.units) : null,
      whole && found.left_out.length > 0
        ? h(
            'div',
            {},
            h('h3', {}, t('firm.left-out')),
            h(
              'ul',
              { class: 'limits' },
              found.left_out.map((l) => h('li', {}, pick(l.text))),
            ),
          )
        : null,
      whole ? missing(context, found.missing) : null,
      h('p', { class: 'hint' }, t('firm.draws', { replicates: found.replicates, seed: String(found.seed) })),
    ),
    csv: () =>
      csv(
        [
          { id: 'count', label: t('firm.count'), key: (/** @type {RangeCount} */ c) => whatOf(i18n, c) },
          { id: 'base', label: t('firm.base'), key: (c) => number(c.base[0]) },
          ...found.codings.map((coding, i) => ({
            id: coding.id,
            label: pick(coding.text),
            key: (/** @type {RangeCount} */ c) => c.by_coding[i]?.[0] ?? null,
          })),
        ],
        own,
      ),
    selected: () => {},
    command: found.command,
  };
}

/**
 * The counts under each coding, those that differ set off.
 * @param {Context} context
 * @param {Findings} found
 * @param {readonly RangeCount[]} counts
 */
function codings({ i18n }, found, counts) {
  const { t, pick, number } = i18n;
  const of = (/** @type {[number, number] | undefined} */ pair) =>
    pair ? t('change.of', { n: number(pair[0]), of: number(pair[1]) }) : '–';
  return h(
    'div',
    { class: 'matrix-frame', tabindex: '0', role: 'group', 'aria-label': t('firm.codings') },
    h(
      'table',
      { class: 'small-table codings-table' },
      h('caption', { class: 'visually-hidden' }, t('firm.codings')),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('th', { scope: 'col' }, t('firm.count')),
          h('th', { scope: 'col' }, t('firm.base')),
          found.codings.map((c, i) => h('th', { scope: 'col', title: pick(c.text) }, t('firm.coding', { n_: i + 1 }))),
        ),
      ),
      h(
        'tbody',
        {},
        counts.map((c) =>
          h(
            'tr',
            {},
            h('th', { scope: 'row', title: parted(whatOf(i18n, c)).formula || null }, parted(whatOf(i18n, c)).words),
            h('td', { class: 'nowrap' }, h('strong', {}, of(c.base))),
            c.by_coding.map((pair) =>
              h(
                'td',
                { class: pair[0] === c.base[0] && pair[1] === c.base[1] ? 'nowrap muted' : 'nowrap is-other' },
                of(pair),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}

/**
 * @param {Context} context
 * @param {readonly UnitRobustness[]} all
 */
function units(context, all) {
  const { state, i18n, go } = context;
  const { t, pick, number, list } = i18n;
  const range = (/** @type {UnitRobustness} */ u) => {
    const given = u.by_coding.flatMap((n) => (n === null ? [] : [n]));
    return [Math.min(u.active, ...given), Math.max(u.active, ...given)];
  };
  const lone = (/** @type {UnitRobustness} */ u) =>
    list(
      u.single_source.map(([domain, at]) => {
        const locator = at.replace(/^\S+ /, '');
        const row = /^annex (\d+)$/.exec(locator)?.[1];
        const where = row ? t('tie.row', { row: Number(row) }) : pick(place(locator));
        return `${wordOf(context, context.meta.domains, domain)} (${where})`;
      }),
    );
  return h(
    'div',
    {},
    h('h3', {}, t('firm.units')),
    table(i18n, {
      id: 'firm-units',
      caption: t('firm.units'),
      captionHidden: true,
      columns: [
        {
          id: 'firm-unit',
          label: t('column.partner'),
          key: (u) => pick(u.names),
          cell: (u) => link(select(state, { node: u.id }), {}, pick(u.names)),
        },
        { id: 'firm-active', label: t('firm.running'), key: (u) => u.active, numeric: true, descending: true },
        {
          id: 'firm-range',
          label: t('firm.by-coding'),
          key: (u) => range(u)[1] ?? 0,
          cell: (u) => range(u).map(number).join('–'),
          csv: (u) => range(u).join('–'),
          numeric: true,
          descending: true,
        },
        { id: 'firm-most', label: t('firm.not-excluded'), key: (u) => u.not_excluded, numeric: true, descending: true, room: 'wide' },
        { id: 'firm-lone', label: t('firm.lone'), key: lone, room: 'wide' },
      ],
      rows: [...all],
      sort: state.sort.replace(/^(-?)(?!firm-).*/, ''),
      onSort: (sort) => go({ ...state, sort }),
      rowId: (u) => u.id,
    }),
  );
}

/**
 * Where a unit would come if some of what the texts do not say were so.
 * @param {Context} context
 * @param {readonly Missing[]} all
 */
function missing(context, all) {
  const { t, number } = context.i18n;
  const shares = [...new Set(all.map((m) => m.q))];
  const ids = [...new Set(all.map((m) => m.id))];
  const percent = (/** @type {number} */ p) => t('value.percent', { n_: number(Math.round(p * 100)) });
  const n = ids.length;
  return h(
    'div',
    {},
    h('h3', {}, t('firm.missing')),
    h('p', { class: 'hint' }, t('firm.missing-note')),
    h(
      'table',
      { class: 'small-table' },
      h('caption', { class: 'visually-hidden' }, t('firm.missing')),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('th', { scope: 'col' }, t('column.partner')),
          h('th', { scope: 'col' }, t('column.rank')),
          shares.map((q) => h('th', { scope: 'col' }, t('firm.if', { share: percent(q) }))),
        ),
      ),
      h(
        'tbody',
        {},
        ids.map((id) => {
          const own = shares.map((q) => all.find((m) => m.id === id && m.q === q));
          return h(
            'tr',
            {},
            h('th', { scope: 'row' }, link(select(context.state, { node: id }), {}, nameOf(context, id))),
            h('td', {}, number(own[0]?.rank ?? 0)),
            own.map((m) =>
              h(
                'td',
                { class: 'nowrap' },
                m ? [band(m.ranks, n), ' ', t('firm.band', { low: m.ranks[0], high: m.ranks[2] })] : '–',
              ),
            ),
          );
        }),
      ),
    ),
  );
}

/**
 * A band from the best to the worst rank, with the median; the words stand beside it.
 * @param {readonly [number, number, number]} ranks
 * @param {number} n
 */
function band([low, median, high], n) {
  const at = (/** @type {number} */ rank) => (n > 1 ? (rank - 1) / (n - 1) : 0);
  return h('span', {
    class: 'band',
    'aria-hidden': 'true',
    vars: { '--low': String(at(low)), '--median': String(at(median)), '--high': String(at(high)) },
  });
}

/**
 * Which coverage implies which: the picture, and the same in words.
 * @param {Context} context
 * @returns {Promise<Part>}
 */
export async function latticePart(context) {
  const { state, i18n } = context;
  const { t, pick, list } = i18n;
  const query = apiQuery(state, { extra: { lang: state.lang, theme: resolvedTheme(state) } });
  try {
    const [lattice, svg] = await Promise.all([api.lattice(apiQuery(state)), api.picture('lattice', query, false)]);
    const group = (/** @type {number} */ i) => list((lattice.groups[i]?.columns ?? []).map((c) => pick(c.names)));
    const held = (/** @type {number} */ i) => lattice.groups[i]?.units ?? [];
    const rows = [
      ...lattice.covers.map(([a, b]) => ({ a, b, but: '' })),
      ...lattice.near.map((n) => ({ a: n.from, b: n.to, but: pick(n.exception.names) })),
    ];
    /** @typedef {typeof rows[number]} Row */
    /** @type {import('../app/table.js').Column<Row>[]} */
    const columns = [
      { id: 'if', label: t('lattice.if'), key: (r) => group(r.a) },
      { id: 'then', label: t('lattice.then'), key: (r) => group(r.b) },
      { id: 'but', label: t('lattice.but'), key: (r) => r.but || t('lattice.none') },
      { id: 'who', label: t('lattice.who'), key: (r) => list(held(r.a).map((u) => pick(u.names))), room: 'wide' },
    ];
    const drawn = chart(context, svg, {
      alternative: t('lattice.title'),
      marks: '[data-columns]',
      what: () => null,
      keys: '',
    });
    return {
      element: h(
        'section',
        { class: 'list', 'aria-labelledby': 'title-lattice' },
        h('h2', { id: 'title-lattice' }, t('lattice.title')),
        h('p', { class: 'hint' }, t('lattice.note')),
        h('div', { class: 'stage chart-stage' }, drawn.element),
        table(i18n, {
          id: 'lattice',
          caption: t('lattice.title'),
          captionHidden: true,
          columns,
          rows,
          sort: state.sort,
          onSort: (sort) => context.go({ ...state, sort }),
        }),
      ),
      csv: () => csv(columns, rows),
      selected: () => {},
      command: `${lattice.command} --lang ${state.lang}`,
      svg: () => api.picture('lattice', query, true),
    };
  } catch (error) {
    return { element: failure(context, error), csv: () => '', selected: () => {} };
  }
}
