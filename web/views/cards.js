/** The four directions, each with its count, its sentence and the way in. */

/** @import { Goal } from '../types/wire' */
/** @import { Context } from '../app/context.js' */
import { link, nameOf } from '../app/context.js';
import { h, hidden } from '../app/dom.js';
import { isFiltered, toView } from '../app/state.js';

/** The count that stands for each direction. */
const HEADLINE = /** @type {Readonly<Record<string, string>>} */ ({
  deepen: 'active',
  enlarge: 'candidates',
  connect: 'only-through-eu-working',
  secure: 'digital-only',
});

/** Of what each count counts. @type {Readonly<Record<string, import('../app/i18n.js').Key>>} */
const OF = {
  active: 'of.cells',
  'active-or-planned': 'of.cells',
  'not-excluded': 'of.cells',
  'units-wide': 'of.units',
  'units-strict': 'of.units',
  'without-partner': 'of.rows',
  candidates: 'of.states',
  'first-front': 'of.candidates',
  apart: 'of.states',
  excluded: 'of.states',
  trade: 'of.units',
  'only-through-eu-working': 'of.pairs',
  'only-through-eu-agenda': 'of.pairs',
  parallel: 'of.pairs',
  'isolates-working': 'of.partners',
  'isolates-agenda': 'of.partners',
  both: 'of.units',
  'digital-only': 'of.units',
  'security-only': 'of.security',
  alongside: 'of.cells',
  inside: 'of.cells',
};

/**
 * What a count is of, in words: of how many, and of what.
 * @param {import('../app/i18n.js').I18n} i18n
 * @param {string} id
 * @param {number} of
 */
export function ofWhat({ t }, id, of) {
  const key = OF[id];
  return key ? t(key, { n: of }) : t('count.of', { of });
}

/** Counts whose own label is a formula, or another's but for its last word: each says what it counts. @type {Readonly<Record<string, import('../app/i18n.js').Key>>} */
const WHAT = {
  'units-wide': 'count.units-wide',
  'units-strict': 'count.units-strict',
  'only-through-eu-working': 'count.no-working-table',
  'only-through-eu-agenda': 'count.no-table',
};

/**
 * What a count counts.
 * @param {import('../app/i18n.js').I18n} i18n
 * @param {{ id: string, label: import('../types/wire').Label }} count
 */
export const whatOf = ({ t, pick }, { id, label }) => (WHAT[id] ? t(WHAT[id]) : pick(label));

/**
 * Whom every pair of a count is with, where it is the same for all.
 * @param {Context} context
 * @param {Goal} goal
 * @param {{ id: string, n: number }} count
 */
export function allWith(context, goal, { id, n }) {
  const lines = id === 'only-through-eu-agenda' ? (goal.sections.find((s) => s.id === 'only-through-eu')?.lines ?? []) : [];
  if (lines.length < 2 || lines.length !== n) return '';
  const one = lines[0]?.actors.find((a) => lines.every((l) => l.actors.includes(a)));
  return one ? context.i18n.t('count.all-with', { name: nameOf(context, one) }) : '';
}

/**
 * @param {Goal} goal
 */
export function headlineCount(goal) {
  return goal.counts.find((c) => c.id === HEADLINE[goal.goal]) ?? goal.counts[0];
}

/**
 * A label and the formula behind it, which those who open the page first can do without.
 * @param {string} label
 * @returns {{ words: string, formula: string }}
 */
export function parted(label) {
  const [, words = label, formula = ''] = /^(.*\S)\s+(\([^a-z)]*\)|\{[^}]*\})$/.exec(label) ?? [];
  return { words, formula };
}

/** That who sits at a table was read later than the day by which sources count. @param {Context} context */
function lists({ state, meta, i18n: { t } }) {
  const known = state.known || meta.dates.known;
  const n = meta.lists_read.filter((read) => read > known).length;
  return n === 0 ? '' : ` ${t('card.lists-later', { n, of: meta.lists_read.length })}`;
}

/** The day of the closed list stands in the sentence of the card, and need not stand above it too. @param {import('../app/i18n.js').I18n} i18n @param {import('../types/wire').Goal['counts'][number]} count */
const onCard = (i18n, count) => (count.id === 'digital-only' ? i18n.t('card.no-security-leg') : parted(whatOf(i18n, count)).words);

/**
 * @param {Context} context
 * @param {readonly Goal[]} goals
 */
export function cards(context, goals) {
  const { state, i18n } = context;
  const { t, pick, number } = i18n;
  // Before the documents, one sentence says for all four in which texts they read.
  const [first] = goals;
  const later = first ? pick(first.headline).slice(0, -pick(first.answer).length).trim() : '';
  const list = goals.map((goal, i) => {
    const count = headlineCount(goal);
    // What is on its way is told with its state where there is room for it.
    const told = (goal.told ?? []).filter((one) => one.state === 'active').map((one) => nameOf(context, one.actor));
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
          h('span', { class: 'of' }, ` ${ofWhat(i18n, count.id, count.of)}`),
        ),
      count && h('p', { class: 'what' }, onCard(i18n, count)),
      h(
        'p',
        { class: 'sentence' },
        pick(goal.answer),
        goal.goal === 'connect' ? lists(context) : '',
        told.length > 0 ? ` ${t('card.told', { names: i18n.list(told) })}` : '',
        ' ',
        link(
          toView(state, 'gaps', goal.goal),
          { class: 'way', id: `card-${goal.goal}` },
          [t('card.see'), hidden(` «${pick(goal.names)}»`)],
        ),
      ),
    );
  });
  return h(
    'section',
    { class: 'cards', 'aria-labelledby': 'cards-title' },
    h('h2', { id: 'cards-title' }, t('cards.title')),
    later === '' ? null : h('p', { class: 'hint' }, later),
    isFiltered(state) ? h('p', { class: 'hint' }, t('cards.unfiltered')) : null,
    h('ol', {}, list),
  );
}

