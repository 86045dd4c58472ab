/** The network: the four directions, the wheel, and the same in tables. */

/** @import { Goal, Network, Tie } from '../types/wire' */
/** @import { Context, Sight } from '../app/context.js' */
/** @import { Column } from '../app/table.js' */
import * as api from '../app/api.js';
import { kindOf, link, nameOf, nodeKind, wordOf } from '../app/context.js';
import { h } from '../app/dom.js';
import { problemText } from '../app/message.js';
import { picture } from '../app/picture.js';
import { quotation } from '../app/quote.js';
import { kindLabel, stateValue, swatch } from '../app/shapes.js';
import { apiQuery, commandOptions, isFiltered, select, toView } from '../app/state.js';
import { csv, table } from '../app/table.js';
import { resolvedTheme } from '../app/theme.js';

/** The count that stands for each direction. */
const HEADLINE = /** @type {Readonly<Record<string, string>>} */ ({
  deepen: 'active',
  enlarge: 'candidates',
  connect: 'only-through-eu-working',
  secure: 'digital-only',
});

/**
 * @param {Goal} goal
 */
export function headlineCount(goal) {
  return goal.counts.find((c) => c.id === HEADLINE[goal.goal]) ?? goal.counts[0];
}

/** @param {Context} context @returns {Promise<Sight>} */
export async function networkView(context) {
  const { state, i18n } = context;
  const { t } = i18n;
  const pictureQuery = apiQuery(state, {
    filter: true,
    extra: { lang: state.lang, theme: resolvedTheme(state) },
  });
  const [network, goals, svg] = await Promise.all([
    api.network(apiQuery(state, { filter: true })),
    api.goals(apiQuery(state)),
    api.picture('wheel', pictureQuery, false).catch((/** @type {unknown} */ error) => error),
  ]);
  const sentence = describe(context, network);
  const drawn = typeof svg === 'string' ? picture(context, svg, network, sentence) : null;
  const shown =
    drawn?.element ??
    h(
      'div',
      { class: 'notice' },
      h('p', {}, t('picture.missing')),
      h('p', { class: 'muted' }, problemText(context, svg)),
    );
  const twin = tables(context, network);
  const name = `relier-${t('nav.network').toLowerCase()}-${network.dates.as_of}`;
  const stage = h('section', { class: 'stage', 'aria-label': t('network.picture') }, shown);
  return {
    title: t('network.title'),
    sentence,
    filters: ['dates', 'kind', 'instrument', 'state', 'area', 'class', 'without-eu'],
    aside: cards(context, goals),
    body: matchMedia('(max-width: 699px)').matches ? [twin.element, stage] : [stage, twin.element],
    command: `relier draw wheel${commandOptions(state)} --lang ${state.lang}`,
    downloads: [
      ...(typeof svg === 'string'
        ? [
            {
              format: /** @type {const} */ ('svg'),
              name,
              make: () => api.picture('wheel', pictureQuery, true),
            },
          ]
        : []),
      { format: 'csv', name: `${name}-${twin.name}`, make: twin.csv },
      { format: 'json', name, make: () => JSON.stringify(network, null, 1) },
    ],
    selected: (now) => drawn?.selected(now),
  };
}

/**
 * The view in one sentence; also the picture's text alternative.
 * @param {Context} context
 * @param {Network} network
 */
function describe(context, { nodes, ties, dates }) {
  const { state, meta, i18n } = context;
  const { t, day, list, pick } = i18n;
  const count = (/** @type {string} */ kind) => nodes.filter((n) => n.kind === kind).length;
  const parts = [
    t('n.partners', { n: count('partner') }),
    t('n.groupings', { n: count('grouping') }),
    t('n.forums', { n: count('forum') }),
    t('n.ties', { n: ties.length }),
  ];
  const only = [
    ...state.kind.map((k) => wordOf(context, meta.actor_kinds, k)),
    ...state.instrument.map((k) => pick(kindOf(meta, k)?.short ?? { fr: k, en: k })),
    ...state.state.map((s) => wordOf(context, meta.states, s)),
    ...state.area.map((a) => wordOf(context, meta.areas, a)),
    ...state.domain.map((d) => wordOf(context, meta.domains, d)),
    ...state.class.map((c) => wordOf(context, meta.classes, c)),
  ];
  const eu = t(state.withoutEu ? 'network.without-eu' : 'network.with-eu');
  const around = state.focus === '' ? '' : ` ${t('network.around', { name: nameOf(context, state.focus) })}`;
  const filter =
    isFiltered(state) && only.length > 0 ? ` ${t('network.only', { words: only.join('; ') })}` : '';
  return `${t('network.sentence', { date: day(dates.as_of), eu, parts: list(parts) })}${around}${filter}`;
}

/**
 * @param {Context} context
 * @param {readonly Goal[]} goals
 */
function cards(context, goals) {
  const { state, i18n } = context;
  const { t, pick, number } = i18n;
  const list = goals.map((goal, i) => {
    const count = headlineCount(goal);
    return h(
      'li',
      { class: `card direction-${goal.goal}` },
      h(
        'h3',
        {},
        h('span', { class: 'ordinal' }, i + 1),
        ' ',
        link(toView(state, 'gaps', goal.goal), {}, pick(goal.names)),
      ),
      count &&
        h(
          'p',
          { class: 'figure' },
          h('span', { class: 'n' }, number(count.n)),
          h('span', { class: 'of' }, ` ${t('count.of', { of: count.of })}`),
        ),
      count && h('p', { class: 'what' }, pick(count.label)),
      h(
        'p',
        { class: 'sentence' },
        pick(goal.headline),
        ' ',
        link(
          toView(state, 'gaps', goal.goal),
          { class: 'way', id: `card-${goal.goal}` },
          t('card.way', { verb: pick(goal.names) }),
        ),
      ),
    );
  });
  return [
    h(
      'section',
      { class: 'cards', 'aria-labelledby': 'cards-title' },
      h('h2', { id: 'cards-title', class: 'visually-hidden' }, t('cards.title')),
      h('ol', {}, list),
    ),
  ];
}

/** @typedef {{ id: string, name: string, kind: string, instruments: Tie[], actions: number, ties: number, areas: string[] }} ActorRow */

/**
 * @param {Context} context
 * @param {Network} network
 */
function tables(context, network) {
  const { state, i18n, go } = context;
  const { t } = i18n;
  const which = state.table === 'ties' ? 'ties' : 'actors';
  const tab = (/** @type {'actors' | 'ties'} */ id, /** @type {string} */ label) =>
    link(
      { ...state, table: id === 'actors' ? '' : id, sort: '' },
      { id: `table-${id}`, class: 'tab', 'aria-current': which === id ? 'true' : null },
      label,
    );
  const actors = actorTable(context, network);
  const ties = tieTable(context, network);
  const onSort = (/** @type {string} */ sort) => go({ ...state, sort });
  const shared = { sort: state.sort, onSort, captionHidden: true, most: 30 };
  const shown =
    which === 'ties'
      ? table(i18n, {
          id: 'ties',
          caption: t('network.ties'),
          ...ties,
          ...shared,
          rowId: (r) => r.id,
          detail: (r) =>
            r.evidence.length === 0
              ? null
              : {
                  n: r.evidence.length,
                  more: () => r.evidence.map((e) => quotation(context, e)),
                },
        })
      : table(i18n, {
          id: 'actors',
          caption: t('network.actors'),
          ...actors,
          ...shared,
          sort: state.sort || '-ties',
          rowId: (r) => r.id,
        });
  return {
    element: h(
      'section',
      { class: 'twin', 'aria-labelledby': 'twin-title' },
      h(
        'div',
        { class: 'twin-head' },
        h('h2', { id: 'twin-title' }, t('network.table')),
        h(
          'div',
          { class: 'tabs', role: 'group', 'aria-label': t('network.table') },
          tab('actors', t('network.actors-n', { n: actors.rows.length })),
          tab('ties', t('network.ties-n', { n: ties.rows.length })),
        ),
      ),
      shown,
    ),
    name: which === 'ties' ? t('network.ties') : t('network.actors'),
    csv: () => (which === 'ties' ? csv(ties.columns, ties.rows) : csv(actors.columns, actors.rows)),
  };
}

/**
 * @param {Context} context
 * @param {Network} network
 * @returns {{ columns: Column<ActorRow>[], rows: ActorRow[] }}
 */
function actorTable(context, { nodes, ties }) {
  const { state, meta, i18n } = context;
  const { t, pick, list } = i18n;
  const actors = ['hub', 'member-state', 'partner', 'grouping', 'forum'];
  const rows = nodes
    .filter((n) => actors.includes(n.kind))
    .map((node) => {
      const own = ties.filter((tie) => tie.participants.includes(node.id));
      const instruments = own.filter((tie) => tie.kind !== 'ACTION');
      return {
        id: node.id,
        name: pick(node.names),
        kind: node.kind,
        instruments,
        ties: own.length,
        actions: own.length - instruments.length,
        areas: [...new Set(own.flatMap((tie) => tie.areas))],
      };
    });
  /** @param {ActorRow} row */
  const kinds = (row) => meta.kinds.filter((k) => row.instruments.some((tie) => tie.kind === k.id));
  return {
    rows,
    columns: [
      {
        id: 'actor',
        label: t('column.actor'),
        key: (r) => r.name,
        cell: (r) => link(select(state, { node: r.id }), {}, r.name),
      },
      { id: 'kind', label: t('column.kind'), key: (r) => nodeKind(context, r.kind), room: 'wide' },
      { id: 'ties', label: t('column.ties'), key: (r) => r.ties, numeric: true, descending: true },
      {
        id: 'instruments',
        label: t('column.instruments'),
        key: (r) => r.instruments.length,
        room: 'wide',
        numeric: true,
        descending: true,
      },
      {
        id: 'actions',
        label: t('column.actions'),
        key: (r) => r.actions,
        room: 'wide',
        numeric: true,
        descending: true,
      },
      {
        id: 'kinds',
        label: t('column.kinds'),
        key: (r) => kinds(r).length,
        descending: true,
        room: 'wide',
        cell: (r) =>
          h(
            'span',
            { class: 'kinds' },
            kinds(r).map((k) => h('span', { class: 'kind' }, swatch(k.id), h('span', {}, pick(k.short)))),
          ),
        csv: (r) => list(kinds(r).map((k) => pick(k.short))),
      },
      { id: 'id', label: t('column.id'), key: (r) => r.id, room: 'widest' },
    ],
  };
}

/**
 * @param {Context} context
 * @param {Network} network
 * @returns {{ columns: Column<Tie>[], rows: Tie[] }}
 */
function tieTable(context, { ties }) {
  const { state, meta, i18n } = context;
  const { t, pick, period, list } = i18n;
  const others = (/** @type {Tie} */ r) =>
    r.participants.filter((p) => p !== 'EU').map((p) => nameOf(context, p));
  return {
    rows: ties,
    columns: [
      {
        id: 'tie',
        label: t('column.tie'),
        key: (r) => pick(r.names),
        cell: (r) => link(select(state, { tie: r.id }), {}, pick(r.names)),
      },
      {
        id: 'kind',
        label: t('column.kind'),
        key: (r) => meta.kinds.findIndex((k) => k.id === r.kind),
        cell: (r) => kindLabel(context, r.kind),
        csv: (r) => r.kind,
        room: 'wide',
      },
      {
        id: 'state',
        label: t('column.state'),
        key: (r) => meta.states.findIndex((s) => s.id === r.state),
        cell: (r) => stateValue(context, r.state),
        csv: (r) => wordOf(context, meta.states, r.state),
      },
      {
        id: 'class',
        label: t('column.class'),
        key: (r) => r.class,
        cell: (r) => t(CLASS_WORDS[r.class] ?? 'class.stated'),
        room: 'wide',
      },
      {
        id: 'with',
        label: t('column.with'),
        key: (r) => others(r).length,
        cell: (r) => summary(others(r)),
        csv: (r) => list(others(r)),
        room: 'wide',
      },
      {
        id: 'when',
        label: t('column.when'),
        key: (r) => r.valid.from ?? r.valid.to,
        cell: (r) => period(r.valid),
        csv: (r) => period(r.valid),
        room: 'wide',
      },
      { id: 'id', label: t('column.id'), key: (r) => r.id, room: 'widest' },
    ],
  };
}

/** @type {Readonly<Record<string, import('../app/i18n.js').Key>>} */
const CLASS_WORDS = { stated: 'class.stated', derived: 'class.derived', structural: 'class.structural' };

/** @param {string[]} names */
function summary(names) {
  return names.length > 4 ? `${names.slice(0, 3).join(', ')} + ${names.length - 3}` : names.join(', ');
}
