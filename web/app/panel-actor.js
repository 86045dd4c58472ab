/** An actor in the panel: its ties kind by kind, what the directions and the measures say, and where it belongs. */

/** @import { Actor } from '../types/wire' */
/** @import { Context } from './context.js' */
/** @import { Panel } from './panel.js' */
import * as api from './api.js';
import { actorOf, further, goalsOf, link, nameOf, nodeLine } from './context.js';
import { h } from './dom.js';
import { directions, findings, lookedAt } from './findings.js';
import { measures } from './measures.js';
import { meets } from './panel-meets.js';
import { section, tieCard } from './panel-tie.js';
import { quotation } from './quote.js';
import { kindLabel, stateValue } from './shapes.js';
import { apiQuery, select, toView } from './state.js';
import { toldBeside } from './told.js';

/**
 * @param {Context} context
 * @param {string} id
 * @returns {Promise<Panel>}
 */
export async function actorPanel(context, id) {
  const { state, i18n } = context;
  const { t, pick } = i18n;
  const query = apiQuery(state);
  const [actor, goals, rank, met] = await Promise.all([
    api.actor(id, query),
    goalsOf(context, query),
    api.rank(query).catch(() => null),
    // Without the EU one asks who meets whom; what each has with the EU comes after.
    state.view === 'network' && state.withoutEu && id !== 'EU' ? meets(context, id) : null,
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
    { label: t('panel.meets'), n: Number(met?.dataset.met ?? 0), part: met },
    { label: t('column.instruments'), n: actor.ties.length - actions - further(actor.ties).length, part: groups[0] },
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
      state.view === 'network' && ['', 'wheel'].includes(state.item) && !state.withoutEu && !state.splitEu && node.kind !== 'hub'
        ? h('p', { class: 'hint small' }, t('panel.lit'))
        : null,
      node.kind === 'hub' ? null : h('p', { class: 'ways' }, link(focus, {}, t('panel.focus'))),
      here ?? null,
      met,
      state.view === 'rank' ? ranks : null,
      toldBeside(context, node.id, actor.ties),
      ...groups,
      ...parts.slice(3).map(({ part }) => (part === ranks && state.view === 'rank' ? null : (part ?? null))),
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
  return groups.map((group) => {
    const more = further(group.ties);
    const own = group.ties.filter((tie) => !more.includes(tie));
    return h(
      'section',
      { class: 'kind-group', 'data-kind': group.kind.id },
      h('h3', {}, kindLabel(context, group.kind.id), h('span', { class: 'count' }, own.length)),
      own.map((tie) => tieCard(context, tie, node.id)),
      more.length > 0 ? h('p', { class: 'hint' }, i18n.t('panel.further', { n: more.length })) : null,
      more.map((tie) => tieCard(context, tie, node.id)),
    );
  });
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
function memberships(context, { node, memberships: all, dates }) {
  const { state, i18n } = context;
  const { t, pick, day } = i18n;
  if (all.length === 0) return null;
  const item = (/** @type {Actor['memberships'][number]} */ m) => {
    const members = (m.members ?? []).filter((id) => actorOf(context.meta, id));
    const names = members.map((id) => link(select(state, { node: id }), {}, nameOf(context, id)));
    // The EU’s own Member States have no place of their own here.
    const others = (m.members ?? []).length - members.length;
    return h(
      'li',
      {},
      m.group === node.id
        ? h('span', {}, t(m.complete ? 'panel.members' : 'panel.members-least', { n: m.members?.length ?? 0 }))
        : link(select(state, { node: m.group }), {}, pick(m.names)),
      names.length > 0
        ? h(
            'span',
            { class: 'members' },
            ': ',
            names.flatMap((n, i) => (i === 0 ? [n] : [', ', n])),
            others > 0 && m.group === node.id ? ` ${t('panel.members-states', { n: others })}` : null,
          )
        : null,
      m.since ? h('span', {}, `. ${pick(m.since)}.`) : null,
      m.note && m.group === node.id ? h('span', {}, ` ${pick(m.note)}`) : null,
      h(
        'span',
        { class: 'muted small' },
        ` ${t(m.complete ? 'panel.checked' : 'panel.checked-part', { date: day(m.checked) })} `,
        m.source,
        m.checked > dates.known ? `. ${t('panel.checked-later', { known: day(dates.known) })}` : '',
      ),
    );
  };
  return section(
    t('panel.memberships'),
    [h('p', { class: 'hint' }, t('panel.memberships-note')), h('ul', { class: 'lines' }, all.map(item))],
    all.length,
  );
}
