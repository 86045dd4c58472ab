/** The network in tables: actors, ties, and who meets whom. */

/** @import { Goal, Line, Network, Tie } from '../types/wire' */
/** @import { Context } from '../app/context.js' */
/** @import { Column } from '../app/table.js' */
import { actorOf, kindOf, link, nameOf, nodeKind, undatedWord, whenOf, wordOf } from '../app/context.js';
import { h } from '../app/dom.js';
import { passagesOf, quotation, quotations as quoted } from '../app/quote.js';
import { kindLabel, stateValue, swatch } from '../app/shapes.js';
import { select } from '../app/state.js';
import { BETWEEN, csv, table } from '../app/table.js';

/** @typedef {{ id: string, name: string, kind: string, instruments: Tie[], actions: number, ties: number, all: Tie[], areas: string[] }} ActorRow */

/** @typedef {'actors' | 'ties' | 'meetings'} Which */

/**
 * @param {Context} context
 * @param {Network} network
 * @param {readonly Goal[]} goals
 */
export function networkTables(context, network, goals) {
  const { state, i18n, go } = context;
  const { t } = i18n;
  // Without the EU the question is who still meets whom: that table comes first.
  const usual = state.withoutEu ? 'meetings' : 'actors';
  const all = /** @type {const} */ (['actors', 'ties', 'meetings']);
  const which = all.find((w) => w === state.table) ?? usual;
  const tab = (/** @type {Which} */ id, /** @type {string} */ label) =>
    link(
      { ...state, table: id === usual ? '' : id, sort: '' },
      { id: `table-${id}`, class: 'tab', 'aria-current': which === id ? 'true' : null },
      label,
    );
  const actors = actorTable(context, network);
  const ties = tieTable(context, network);
  const meetings = meetingTable(context, goals);
  const tabs = {
    actors: tab('actors', t('network.actors-n', { n: actors.rows.length })),
    ties: tab('ties', t('network.ties-n', { n: ties.rows.length })),
    meetings: tab('meetings', t('network.meetings-n', { n: meetings.rows.length })),
  };
  const onSort = (/** @type {string} */ sort) => go({ ...state, sort });
  const shared = { sort: state.sort, onSort, captionHidden: true, most: 30 };
  const quotations = (/** @type {{ evidence: import('../types/wire').Evidence[] }} */ { evidence }) =>
    evidence.length === 0
      ? null
      : { n: passagesOf(evidence).length, more: () => passagesOf(evidence).map((e) => quotation(context, e)) };
  const shown = {
    actors: () =>
      table(i18n, {
        id: 'actors',
        caption: t('network.actors'),
        ...actors,
        ...shared,
        sort: state.sort || '-ties',
        rowId: (r) => r.id,
      }),
    ties: () =>
      table(i18n, {
        id: 'ties',
        caption: t('network.ties'),
        ...ties,
        ...shared,
        rowId: (r) => r.id,
        detail: quotations,
      }),
    meetings: () =>
      table(i18n, {
        id: 'meetings',
        caption: t('network.meetings'),
        ...meetings,
        ...shared,
        // All of them: whoever comes without the EU comes for these.
        most: Infinity,
        // Those who work together come before those who only sit at one table.
        sort: state.sort || 'level',
        rowId: (r) => r.actors.join('+'),
        detail: (r) => {
          const said = quotations(r);
          return said && { ...said, more: () => [h('p', { class: 'hint' }, t('network.lists-note')), ...said.more()] };
        },
      }),
  }[which]();
  return {
    element: h(
      'section',
      { class: 'twin', id: 'twin', 'aria-labelledby': 'twin-title' },
      h(
        'div',
        { class: 'twin-head' },
        h('h2', { id: 'twin-title' }, t(which === 'meetings' ? 'network.who-meets' : 'network.table')),
        h(
          'div',
          { class: 'tabs', role: 'group', 'aria-label': t('network.table') },
          state.withoutEu ? [tabs.meetings, tabs.actors, tabs.ties] : [tabs.actors, tabs.ties, tabs.meetings],
        ),
      ),
      which === 'meetings' ? h('p', { class: 'hint' }, t('network.meetings-note')) : null,
      shown,
    ),
    name: { actors: t('network.actors'), ties: t('network.ties'), meetings: t('network.meetings') }[which],
    csv: () =>
      ({
        actors: () => csv([...actors.columns, ...ofActor(context)], actors.rows),
        ties: () => csv([...ties.columns, ...ofTie(context)], ties.rows),
        meetings: () => csv([...meetings.columns, quoted(context, (r) => r.evidence)], meetings.rows),
      })[which](),
  };
}

/**
 * Pairs of partners that meet without going through the EU, and where.
 * @param {Context} context
 * @param {readonly Goal[]} goals
 * @returns {{ columns: Column<Line>[], rows: Line[] }}
 */
function meetingTable(context, goals) {
  const { state, meta, i18n } = context;
  const { t, pick } = i18n;
  const lines = goals
    .find((g) => g.goal === 'connect')
    ?.sections.find((s) => s.id === 'meetings')
    ?.lines.filter((l) => state.focus === '' || l.actors.includes(state.focus));
  /** @param {string} id */
  const actor = (id) =>
    actorOf(meta, id) ? link(select(state, { node: id }), {}, nameOf(context, id)) : nameOf(context, id);
  const where = (/** @type {Line} */ l) => pick(l.text).replace(/^[^:]*: /, '');
  return {
    rows: lines ?? [],
    columns: [
      {
        id: 'pair',
        label: t('network.pair'),
        key: (l) => l.actors.map((a) => nameOf(context, a)).join(' – '),
        cell: (l) => l.actors.flatMap((a, i) => (i === 0 ? [actor(a)] : [' – ', actor(a)])),
      },
      {
        id: 'level',
        label: t('column.level'),
        key: (l) => meta.levels.findIndex((v) => v.id === l.value),
        cell: (l) => wordOf(context, meta.levels, l.value ?? ''),
        csv: (l) => wordOf(context, meta.levels, l.value ?? ''),
      },
      { id: 'where', label: t('network.where'), key: where, room: 'wide' },
    ],
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
  // Split into its Member States the Union has no line of its own.
  const rows = nodes
    .filter((n) => actors.includes(n.kind) && !(state.splitEu && n.kind === 'hub'))
    .map((node) => {
      const own = ties.filter((tie) => tie.participants.includes(node.id));
      const instruments = own.filter((tie) => tie.kind !== 'ACTION');
      return {
        id: node.id,
        name: pick(node.names),
        kind: node.kind,
        instruments,
        ties: own.length,
        all: own,
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
  const { t, pick, list } = i18n;
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
        csv: (r) => pick(kindOf(meta, r.kind)?.names ?? { fr: r.kind, en: r.kind }),
        room: 'wide',
      },
      {
        id: 'state',
        label: t('column.state'),
        key: (r) => meta.states.findIndex((s) => s.id === r.state),
        cell: (r) =>
          r.by_text
            ? h('span', {}, stateValue(context, r.state), h('span', { class: 'muted' }, `, ${t('tie.undated', { state: wordOf(context, meta.states, r.by_text) })}`))
            : stateValue(context, r.state),
        csv: (r) => wordOf(context, meta.states, r.state) + (r.by_text ? `, ${t('tie.undated', { state: wordOf(context, meta.states, r.by_text) })}` : ''),
      },
      {
        id: 'class',
        label: t('column.class'),
        key: (r) => r.class,
        cell: (r) => classWord(context, r.class),
        csv: (r) => classWord(context, r.class),
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
        cell: (r) => whenOf(context, r) || h('span', { class: 'muted' }, undatedWord(context, r)),
        csv: (r) => whenOf(context, r) || undatedWord(context, r),
        room: 'wide',
      },
      { id: 'id', label: t('column.id'), key: (r) => r.id, room: 'widest' },
    ],
  };
}

/**
 * What states each tie, for who takes the table away: on the screen a tie is opened to read it.
 * @param {Context} context
 * @returns {Column<Tie>[]}
 */
function ofTie(context) {
  const said = quoted(context, (/** @type {Tie} */ r) => r.evidence);
  return [{ ...said, key: (r) => said.key(r) || r.source || '' }];
}

/**
 * The ties of an actor and what states them, for who takes the table away.
 * @param {Context} context
 * @returns {Column<ActorRow>[]}
 */
function ofActor(context) {
  const { t, pick } = context.i18n;
  return [
    { id: 'names', label: t('column.own-ties'), rest: t('column.continued'), key: (r) => r.all.map((tie) => pick(tie.names)).join(BETWEEN) },
    quoted(context, (r) => r.all.flatMap((tie) => tie.evidence)),
  ];
}

/** @param {Context} context @param {string} id */
const classWord = ({ i18n }, id) => i18n.t(CLASS_WORDS[id] ?? 'class.stated');

/** @type {Readonly<Record<string, import('../app/i18n.js').Key>>} */
const CLASS_WORDS = { stated: 'class.stated', derived: 'class.derived', structural: 'class.structural', additional: 'class.additional' };

/** @param {string[]} names */
function summary(names) {
  return names.length > 4 ? `${names.slice(0, 3).join(', ')} + ${names.length - 3}` : names.join(', ');
}
