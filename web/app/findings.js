/** What the four directions say of what is looked at: their lines, with the sentences they rest on. */

/** @import { Evidence, Goal, Line } from '../types/wire' */
/** @import { Context } from './context.js' */
import { link } from './context.js';
import { h } from './dom.js';
import { passagesOf, quotation } from './quote.js';
import { toView } from './state.js';

/** @typedef {{ goal: Goal, title: import('../types/wire').Label, line: Line }} Finding */

/**
 * The lines that a test picks, in the order of the directions.
 * @param {readonly Goal[]} goals
 * @param {(line: Line) => boolean} wanted
 * @returns {Finding[]}
 */
export function findings(goals, wanted) {
  return goals.flatMap((goal) =>
    goal.sections.flatMap(({ title, lines }) => lines.filter(wanted).map((line) => ({ goal, title, line }))),
  );
}

/**
 * What the four directions say of an actor, direction by direction.
 * @param {Context} context
 * @param {string} id
 * @param {readonly Goal[]} goals
 */
export function directions(context, id, goals) {
  const { state, i18n } = context;
  const { t, pick } = i18n;
  const said = goals
    .map((goal) => ({ goal, lines: findings([goal], (l) => l.actors.includes(id)) }))
    .filter(({ lines }) => lines.length > 0);
  if (said.length === 0) return null;
  return h(
    'section',
    {},
    h('h3', {}, t('panel.directions')),
    said.map(({ goal, lines }) => {
      const way = link(
        { ...toView(state, 'gaps', goal.goal), node: id },
        { class: 'way' },
        t('panel.to-direction'),
      );
      // A line is of its list: away from it, the list says what is absent, planned or open.
      const lists = [...new Set(lines.map((f) => f.title))];
      const list = h(
        'ul',
        { class: 'lines' },
        lists.map((title) => {
          const said = lines.filter((f) => f.title === title).map((f) => pick(f.line.text));
          const name = h('span', { class: 'muted' }, `${pick(title)}: `);
          return h('li', {}, name, said.length === 1 ? said : h('ul', {}, said.map((text) => h('li', {}, text))));
        }),
      );
      const name = h('span', { class: 'verb' }, pick(goal.names));
      const n = h('span', { class: 'muted' }, t('panel.lines', { n: lines.length }));
      return h('details', { class: 'direction', open: lines.length === 1 }, h('summary', {}, name, ' ', n), list, way);
    }),
  );
}

/**
 * Findings with all their quotations: the gap that one looks at.
 * @param {Context} context
 * @param {readonly Finding[]} found
 * @param {string} title
 */
export function lookedAt(context, found, title) {
  const { t, pick } = context.i18n;
  if (found.length === 0) return null;
  /** @type {Evidence[]} */
  const evidence = passagesOf(found.flatMap((f) => f.line.evidence));
  return h(
    'section',
    { class: 'looked-at' },
    h('h3', {}, title, h('span', { class: 'count' }, found.length)),
    h(
      'ul',
      { class: 'lines' },
      found.map(({ title: list, line }) =>
        h('li', {}, h('span', { class: 'muted' }, `${pick(list)}: `), pick(line.text)),
      ),
    ),
    evidence.length > 0
      ? [h('p', { class: 'also' }, t('panel.rests', { n: evidence.length })), ...evidence.map((e) => quotation(context, e))]
      : [h('p', { class: 'hint' }, t('panel.rests-nothing'))],
  );
}

/**
 * What rests on a tie.
 * @param {Context} context
 * @param {string} tie
 * @param {readonly Goal[]} goals
 */
export function uses(context, tie, goals) {
  const { state, i18n } = context;
  const { t, pick } = i18n;
  const found = findings(goals, (l) => l.ties.includes(tie));
  if (found.length === 0) return null;
  return h(
    'section',
    {},
    h('h3', {}, t('panel.used'), h('span', { class: 'count' }, found.length)),
    h(
      'ul',
      { class: 'lines' },
      found.slice(0, 12).map(({ goal, title, line }) =>
        h('li', {}, link({ ...toView(state, 'gaps', goal.goal), finding: line.id ?? '' }, { class: 'verb' }, pick(goal.names)), ' ', h('span', { class: 'muted' }, `${pick(title)}: `), pick(line.text)),
      ),
    ),
    found.length > 12 ? h('p', { class: 'hint' }, t('panel.used-more', { n: found.length - 12 })) : null,
  );
}
