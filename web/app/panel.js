/** The evidence panel: what a thing is, its ties, all its quotations, and what the four directions say of it. */

/** @import { Actor, Evidence, Goal, Matrix, Tie } from '../types/wire' */
/** @import { Context } from './context.js' */
/** @import { Child } from './dom.js' */
import * as api from './api.js';
import { actorOf, kindOf, link, nameOf, nodeKind, nodeLine, wordOf } from './context.js';
import { h } from './dom.js';
import { directions, findings, lookedAt, uses } from './findings.js';
import { measures } from './measures.js';
import { distinct, quotation } from './quote.js';
import { cellValue, kindLabel, stateValue } from './shapes.js';
import { apiQuery, select, toView } from './state.js';

/** @typedef {{ kicker: string, title: string, body: Child[] }} Panel */

/**
 * What is looked at; null when nothing is.
 * @param {Context} context
 * @returns {Promise<Panel | null>}
 */
export async function panel(context) {
  const { node, tie, cell } = context.state;
  if (node !== '') return actorPanel(context, node);
  if (tie.startsWith('MEMBER-')) return actorPanel(context, tie.slice('MEMBER-'.length));
  if (tie !== '') return tiePanel(context, tie);
  if (cell !== '') return cellPanel(context, cell);
  return null;
}

/**
 * @param {Context} context
 * @param {string} id
 * @returns {Promise<Panel>}
 */
async function actorPanel(context, id) {
  const { state, i18n } = context;
  const { t, pick } = i18n;
  const query = apiQuery(state);
  const [actor, goals, rank] = await Promise.all([
    api.actor(id, query),
    api.goals(query),
    api.rank(query).catch(() => null),
  ]);
  const { node } = actor;
  // Looked at from a direction: what it says of the actor comes first, with its sentences; from a ranking, the measures.
  const goal = state.view === 'gaps' ? goals.find((g) => g.goal === state.item) : undefined;
  const here = goal && lookedAt(context, findings([goal], (l) => l.actors.includes(node.id)), t('panel.here', { verb: pick(goal.names) }));
  const ranks = rank && measures(context, node.id, rank);
  const focus = { ...toView(state, 'network'), focus: node.id, node: node.id };
  const actions = actor.ties.filter((tie) => tie.kind === 'ACTION').length;
  const groups = tieGroups(context, actor);
  const parts = [
    { label: t('column.instruments'), n: actor.ties.length - actions, part: groups[0] },
    { label: t('column.actions'), n: actions, part: groups.find((g) => g.dataset.kind === 'ACTION') },
    { label: t('panel.short-directions'), n: null, part: directions(context, node.id, goals) },
    { label: t('panel.measures'), n: null, part: ranks },
    { label: t('panel.short-card'), n: actor.card.length, part: card(context, actor) },
    { label: t('panel.short-derived'), n: actor.derived.length, part: derived(context, actor) },
    { label: t('panel.memberships'), n: actor.memberships.length, part: memberships(context, actor) },
  ];
  return {
    kicker: nodeLine(context, node),
    title: pick(node.names),
    body: [
      h('p', { class: 'lead' }, pick(actor.headline)),
      node.note ? h('p', { class: 'coder' }, pick(node.note)) : null,
      jumps(context, parts),
      node.kind === 'hub' ? null : h('p', { class: 'ways' }, link(focus, {}, t('panel.focus'))),
      here ?? null,
      state.view === 'rank' ? ranks : null,
      ...groups,
      ...parts.slice(2).map(({ part }) => (part === ranks && state.view === 'rank' ? null : (part ?? null))),
    ],
  };
}

/**
 * Ways to the parts of a long panel.
 * @param {Context} context
 * @param {readonly { label: string, n: number | null, part: HTMLElement | null | undefined }[]} parts
 */
function jumps({ i18n }, parts) {
  const there = parts.filter(({ part, n }) => part && n !== 0);
  if (there.length < 2) return null;
  return h(
    'div',
    { class: 'jumps', role: 'group', 'aria-label': i18n.t('panel.jump') },
    there.map(({ label, n, part }) => {
      const go = () => {
        part?.scrollIntoView({ block: 'start' });
        const heading = part?.querySelector('h3');
        heading?.setAttribute('tabindex', '-1');
        heading?.focus({ preventScroll: true });
      };
      return h(
        'button',
        { type: 'button', on: { click: go } },
        label,
        n === null ? null : h('span', { class: 'count' }, ` ${n}`),
      );
    }),
  );
}

/**
 * Where the documents describe an actor without a tie.
 * @param {Context} context
 * @param {Actor} actor
 */
function card(context, { card: evidence }) {
  const { t } = context.i18n;
  if (evidence.length === 0) return null;
  const note = h('p', { class: 'hint' }, t('panel.card-note'));
  return section(t('panel.card'), [note, ...evidence.map((e) => quotation(context, e))], evidence.length);
}

/**
 * @param {string} title
 * @param {Child[]} content
 * @param {number} [count]
 */
function section(title, content, count) {
  return h(
    'section',
    {},
    h('h3', {}, title, count === undefined ? null : h('span', { class: 'count' }, count)),
    content,
  );
}

/**
 * The ties of an actor, kind by kind.
 * @param {Context} context
 * @param {Actor} actor
 */
function tieGroups(context, { node, ties }) {
  const { meta, i18n } = context;
  const groups = meta.kinds
    .map((kind) => ({ kind, ties: ties.filter((tie) => tie.kind === kind.id) }))
    .filter((g) => g.ties.length > 0);
  if (groups.length === 0)
    return [section(i18n.t('panel.ties'), [h('p', { class: 'hint' }, i18n.t('panel.no-ties'))], 0)];
  return groups.map((group) =>
    h(
      'section',
      { class: 'kind-group', 'data-kind': group.kind.id },
      h('h3', {}, kindLabel(context, group.kind.id), h('span', { class: 'count' }, group.ties.length)),
      group.ties.map((tie) => tieCard(context, tie, node.id)),
    ),
  );
}

/**
 * A tie with all its quotations; those that speak of `about` come first.
 * @param {Context} context
 * @param {Tie} tie
 * @param {string} about
 */
export function tieCard(context, tie, about) {
  const { state, i18n } = context;
  const party = tie.parties.find((p) => p.id === about);
  const own = party ? party.evidence.flatMap((i) => tie.evidence[i] ?? []) : tie.evidence;
  const others = tie.evidence.filter((e) => !own.includes(e));
  // A note is read after the sentence that calls it; an action's sentences on others come after those on this actor.
  const order = tie.kind === 'ACTION' ? [...own, ...others] : tie.evidence;
  const heading = h(
    'h4',
    {},
    link(select(state, { tie: tie.id }), { class: 'tie-name' }, i18n.pick(tie.names)),
  );
  const quotations = order.flatMap((e, i) => {
    const element = quotation(context, e);
    if (others.includes(e)) element.classList.add('is-beside');
    const turns = tie.kind === 'ACTION' && i === own.length && i > 0;
    return turns
      ? [h('p', { class: 'also' }, i18n.t('panel.same-tie', { n: others.length })), element]
      : [element];
  });
  return h(
    'article',
    { class: 'tie-card', 'data-tie-card': tie.id },
    heading,
    h(
      'p',
      { class: 'facts' },
      stateValue(context, party?.state ?? tie.state),
      facts(context, tie)
        .map((f) => [' · ', f])
        .flat(),
    ),
    quotations,
    remarks(context, tie),
  );
}

/**
 * What additional sources say of a tie: in our words, with the text and what of it was not read; not machine-checked.
 * @param {Context} context
 * @param {Tie} tie
 */
function remarks({ i18n }, tie) {
  const { t, pick, day } = i18n;
  return (tie.additional ?? []).map(({ source, at, statement, short_quote: words }) =>
    h(
      'div',
      { class: 'remark' },
      h('p', {}, h('strong', {}, t('panel.additional'))),
      h('p', {}, pick(statement)),
      words ? h('p', { lang: source.language }, source.language === 'fr' ? `«${words}»` : `“${words}”`) : null,
      h(
        'p',
        {},
        source.address
          ? h('a', { href: source.address, rel: 'noreferrer', lang: source.language }, source.title)
          : h('cite', { lang: source.language }, source.title),
        ` – ${pick(source.publisher)}, ${day(source.date)}, ${pick(at)}`,
      ),
      h(
        'p',
        { class: 'hint' },
        t('panel.additional-read', { date: day(source.checked), read: pick(source.read) }),
        source.not_checked ? ` ${t('panel.additional-not', { not: pick(source.not_checked) })}` : '',
      ),
    ),
  );
}

/**
 * @param {Context} context
 * @param {Tie} tie
 * @returns {string[]}
 */
function facts(context, tie) {
  const { meta, i18n } = context;
  const { t, day, period } = i18n;
  return [
    tie.row === undefined ? '' : t('tie.row', { row: tie.row }),
    tie.example === undefined ? '' : t('tie.example', { example: tie.example }),
    period(tie.valid),
    tie.valid.expected ? t('tie.expected', { date: day(tie.valid.expected) }) : '',
    ...tie.areas.map((a) => wordOf(context, meta.areas, a)),
    tie.polarity === 'concern' ? t('tie.concern') : '',
    tie.date_conflict ? t('tie.date-conflict') : '',
  ].filter((f) => f !== '');
}

/**
 * @param {Context} context
 * @param {Actor} actor
 */
function derived(context, { derived: ties }) {
  const { state, i18n } = context;
  const { t, pick, list } = i18n;
  if (ties.length === 0) return null;
  const items = ties.map((tie) =>
    h(
      'li',
      {},
      link(select(state, { tie: tie.id }), {}, pick(tie.names)),
      ' ',
      h(
        'span',
        { class: 'muted' },
        stateValue(context, tie.state),
        ' · ',
        t('tie.via', { names: list(tie.via.map((v) => nameOf(context, v))) }),
      ),
    ),
  );
  return section(
    t('panel.derived'),
    [
      h('p', { class: 'hint' }, t('panel.derived-note')),
      h(
        'details',
        {},
        h('summary', {}, t('panel.derived-show', { n: ties.length })),
        h('ul', { class: 'lines' }, items),
      ),
    ],
    ties.length,
  );
}

/**
 * @param {Context} context
 * @param {Actor} actor
 */
function memberships(context, { node, memberships: all }) {
  const { state, i18n } = context;
  const { t, pick, day } = i18n;
  if (all.length === 0) return null;
  const item = (/** @type {Actor['memberships'][number]} */ m) => {
    const members = (m.members ?? []).filter((id) => actorOf(context.meta, id));
    const names = members.map((id) => link(select(state, { node: id }), {}, nameOf(context, id)));
    return h(
      'li',
      {},
      m.group === node.id
        ? h('span', {}, t('panel.members', { n: m.members?.length ?? 0 }))
        : link(select(state, { node: m.group }), {}, pick(m.names)),
      names.length > 0
        ? h(
            'span',
            { class: 'members' },
            ': ',
            names.flatMap((n, i) => (i === 0 ? [n] : [', ', n])),
          )
        : null,
      h(
        'span',
        { class: 'muted small' },
        ` ${t(m.complete ? 'panel.checked' : 'panel.checked-part', { date: day(m.checked) })} `,
        h('a', { href: m.source, rel: 'noreferrer' }, t('panel.public-source')),
      ),
    );
  };
  return section(
    t('panel.memberships'),
    [h('p', { class: 'hint' }, t('panel.memberships-note')), h('ul', { class: 'lines' }, all.map(item))],
    all.length,
  );
}

/**
 * @param {Context} context
 * @param {string} id  of a stated tie, or TIE>MEMBER of a derived one
 * @returns {Promise<Panel>}
 */
async function tiePanel(context, id) {
  const { state, i18n, meta } = context;
  const { t, pick, list } = i18n;
  const [base = id, member] = id.split('>');
  const query = apiQuery(state);
  const [tie, goals] = await Promise.all([api.tie(base, query), api.goals(query)]);
  const kind = kindOf(meta, tie.kind);
  const row = (/** @type {string} */ term, /** @type {Child[]} */ content) =>
    content.length === 0 ? [] : [h('dt', {}, term), h('dd', {}, content)];
  const actors = (/** @type {string[]} */ ids) =>
    ids.flatMap((a, i) => [i > 0 ? ', ' : '', link(select(state, { node: a }), {}, nameOf(context, a))]);
  return {
    kicker: kind ? pick(kind.names) : tie.kind,
    title: pick(tie.names),
    body: [
      member ? h('p', { class: 'notice' }, t('tie.derived', { name: nameOf(context, member) })) : null,
      h(
        'dl',
        { class: 'facts-list' },
        row(t('tie.kind'), [kindLabel(context, tie.kind)]),
        row(t('tie.state'), [stateValue(context, tie.state)]),
        row(
          t('tie.when'),
          [facts(context, { ...tie, areas: [], polarity: '', date_conflict: false }).join(' · ')].filter(
            (f) => f !== '',
          ),
        ),
        row(t('tie.calendar'), tie.calendar ? [h('span', { lang: 'fr' }, `«${tie.calendar}»`)] : []),
        row(t('tie.with'), actors(tie.participants)),
        row(t('tie.programmes'), actors(tie.programmes ?? [])),
        row(
          t('tie.areas'),
          [list(tie.areas.map((a) => wordOf(context, meta.areas, a)))].filter((f) => f !== ''),
        ),
        row(
          t('tie.domains'),
          [list(tie.domains.map((d) => wordOf(context, meta.domains, d)))].filter((f) => f !== ''),
        ),
        row(
          t('tie.same-as'),
          (tie.same_as ?? []).flatMap((s, i) => [i > 0 ? ', ' : '', link(select(state, { tie: s }), {}, s)]),
        ),
        row(
          t('tie.caution'),
          [
            tie.polarity === 'concern' ? t('tie.concern') : '',
            tie.date_conflict ? t('tie.date-conflict') : '',
          ].filter((f) => f !== ''),
        ),
      ),
      ...remarks(context, tie),
      tie.evidence.length > 0 || (tie.additional ?? []).length === 0
        ? section(
            t('panel.quotations'),
            tie.evidence.map((e) => quotation(context, e)),
            tie.evidence.length,
          )
        : null,
      uses(context, base, goals),
      tie.note ? section(t('panel.coding'), [h('p', { class: 'coder', lang: 'en' }, tie.note)]) : null,
    ],
  };
}

/**
 * The cell of a matrix that `MATRIX:ROW:COLUMN` names.
 * @param {readonly Goal[]} goals
 * @param {string} cell
 */
export function findCell(goals, cell) {
  const id = cell.split(':')[0];
  return inMatrix(
    goals.flatMap((g) => g.matrices).find((m) => m.id === id),
    cell,
  );
}

/**
 * The matrix of all partners in which a cell stands: its column says against what.
 * @param {Context} context
 * @param {string} cell
 */
function partners({ state, meta }, cell) {
  const column = cell.split(':')[2];
  const against = meta.kinds.some((k) => k.id === column)
    ? 'kinds'
    : meta.areas.some((a) => a.id === column)
      ? 'areas'
      : 'domains';
  return api.matrix(apiQuery({ ...state, level: '' }, { filter: true, extra: { against, units: 'named' } }));
}

/**
 * @param {Matrix | undefined} matrix
 * @param {string} cell
 */
function inMatrix(matrix, cell) {
  const [, rowId, columnId] = cell.split(':');
  const row = matrix?.rows.findIndex((r) => r.id === rowId) ?? -1;
  const column = matrix?.columns.findIndex((c) => c.id === columnId) ?? -1;
  const found = matrix?.cells[row]?.[column];
  const unit = matrix?.rows[row];
  const about = matrix?.columns[column];
  return matrix && found && unit && about ? { matrix, cell: found, unit, about } : null;
}

/**
 * @param {Context} context
 * @param {string} id
 * @returns {Promise<Panel>}
 */
async function cellPanel(context, id) {
  const { state, i18n } = context;
  const { t, pick, list } = i18n;
  const query = apiQuery(state);
  const goals = await api.goals(query);
  const found = id.startsWith('partners:')
    ? inMatrix((await partners(context, id)).matrix, id)
    : findCell(goals, id);
  if (!found)
    throw new api.Failure({ status: 404, title: 'not found', detail: t('problem.cell', { cell: id }) });
  const { matrix, cell, unit, about } = found;
  const ties = await Promise.all(cell.ties.map((tie) => api.tie(tie, query)));
  /** @type {Evidence[]} */
  const spoken = distinct(ties.flatMap((tie) => tie.evidence));
  const said = findings(goals, (l) => l.actors.includes(unit.id) && l.column === about.id);
  return {
    kicker: pick(matrix.title),
    title: `${pick(unit.names)} × ${pick(about.names)}`,
    body: [
      h('p', { class: 'lead' }, cellValue(context, cell.class)),
      h('p', {}, t(CELL_NOTES[cell.class] ?? 'cell.silent')),
      cell.additional ? h('p', { class: 'remark' }, h('strong', {}, t('cell.additional'))) : null,
      cell.via ? h('p', {}, t('tie.via', { names: list(cell.via.map((v) => nameOf(context, v))) })) : null,
      h(
        'p',
        { class: 'ways' },
        link(select(state, { node: unit.id }), {}, t('panel.all-of', { name: pick(unit.names) })),
      ),
      ties.length > 0
        ? section(
            t('panel.ties'),
            ties.map((tie) => tieCard(context, tie, unit.id)),
            ties.length,
          )
        : null,
      // A closed list speaks by what it leaves out: its sentence is cited by the finding, not by a tie.
      lookedAt(context, said, t('panel.cell-findings')),
      cell.class !== 'outside' && spoken.length === 0 && said.every((f) => f.line.evidence.length === 0)
        ? h('p', { class: 'hint' }, t('cell.nothing'))
        : null,
    ],
  };
}

/** @type {Readonly<Record<string, import('./i18n.js').Key>>} */
const CELL_NOTES = {
  active: 'cell.active',
  planned: 'cell.planned',
  grouping: 'cell.grouping',
  absent: 'cell.absent',
  silent: 'cell.silent',
  outside: 'cell.outside',
};

/** What kind of actor is looked at, for a heading before its data has come. @param {Context} context */
export function expected(context) {
  const { state, meta, i18n } = context;
  const actor = state.node === '' ? undefined : actorOf(meta, state.node);
  return actor ? { kicker: nodeKind(context, actor.kind), title: i18n.pick(actor.names) } : null;
}
