/** What if: assumptions, what each of them opens, closes and moves, and the next moves; never a fact. */

/** @import { Change, Moves } from '../types/wire' */
/** @import { Context, Sight } from '../app/context.js' */
/** @import { State } from '../app/state.js' */
import * as api from '../app/api.js';
import { link } from '../app/context.js';
import { h } from '../app/dom.js';
import { failure } from '../app/message.js';
import { quotation } from '../app/quote.js';
import { scenarioCommand, scenarioFile } from '../app/scenario.js';
import { apiQuery, commandOptions, unfiltered } from '../app/state.js';
import { csv } from '../app/table.js';
import { told as toldSaid } from '../app/told.js';
import { changeCsv } from './change-csv.js';
import { changeParts, changeSentence } from './change.js';
import { notes } from './compare-dates.js';
import { editForm } from './edits.js';

/** The last scenario of this visit, so that a look elsewhere does not lose it. @type {string[]} */
let last = [];

/** The assumptions whose outcome was last told; null before the first sight. @type {string | null} */
let told = null;

const BUDGETS = [1, 2, 3, 5];

/** @param {Context} context @returns {Promise<Sight>} */
export async function whatifView(context) {
  const { state, i18n, go } = context;
  const { t } = i18n;
  const edits = state.edit;
  if (edits.length > 0) last = edits;
  const goal = state.item === '' ? 'deepen' : state.item;
  const asked = apiQuery(state, { extra: { edit: edits } });
  const [network, change, next] = await Promise.all([
    api.network(apiQuery(state)),
    edits.length === 0 ? null : api.whatif(asked).catch((/** @type {unknown} */ error) => error),
    nextMoves(state, goal),
  ]);
  const found = isChange(change) ? change : null;
  const assume = (/** @type {readonly string[]} */ more) =>
    go({ ...state, edit: [...edits, ...more.filter((e) => !edits.includes(e))], table: '', sort: '' });
  const name = `relier-whatif-${network.dates.as_of}`;
  const flat = found && changeCsv(context, found);
  const [outcome, ...rest] = found ? changeParts(context, found) : [];
  // A change of the assumptions is told, and what it moved comes into sight.
  const key = edits.join('\n');
  let fresh = told !== null && told !== key;
  told = key;
  const tell = () => {
    if (!fresh) return;
    fresh = false;
    context.announce(found ? changeSentence(context, found) : t(edits.length === 0 ? 'whatif.none' : 'whatif.mend'));
    const result = document.querySelector('.change-goals h2, .change-failed');
    if (!(result instanceof HTMLElement)) return;
    result.tabIndex = -1;
    result.focus({ preventScroll: true });
    window.scrollTo({ top: 0, behavior: 'instant' });
  };
  return {
    title: t('whatif.title'),
    question: t('whatif.question'),
    sentence: found ? changeSentence(context, found) : edits.length > 0 ? '' : t('whatif.start'),
    filters: ['dates'],
    body: [
      h('p', { class: 'assumption-mark' }, h('strong', {}, t('whatif.mark')), ' ', t('whatif.mark-note')),
      ...(edits.length === 0
        ? []
        : [
            outcome ??
              h('div', { class: 'change-failed' }, failure(context, change, h('span', {}, t('whatif.mend')))),
          ]),
      h(
        'div',
        { class: 'bench' },
        h(
          'section',
          { class: 'assumptions', 'aria-labelledby': 'assumptions' },
          h(
            'h2',
            { id: 'assumptions' },
            t('whatif.assumptions'),
            ' ',
            ' ',
            h('span', { class: 'count' }, edits.length),
          ),
          assumptions(context, found),
          editForm(context, network, (edit) => assume([edit])),
        ),
        h(
          'section',
          { class: 'moves', 'aria-labelledby': 'moves' },
          h('h2', { id: 'moves' }, t('moves.title')),
          directions(context, goal),
          isMoves(next.moves) ? movesPart(context, next.moves, assume, next.under) : failure(context, next.moves),
        ),
      ),
      ...rest,
      found ? notes(context, found.notes) : null,
    ],
    selected: tell,
    command: edits.length === 0 ? '' : scenarioCommand(edits, commandOptions(unfiltered(state))),
    downloads: [
      ...(flat ? [{ format: /** @type {const} */ ('csv'), name, make: () => csv(flat.columns, flat.rows) }] : []),
      ...(found
        ? [{ format: /** @type {const} */ ('json'), name, make: () => JSON.stringify(found, null, 1) }]
        : []),
      ...(edits.length > 0
        ? [
            {
              format: /** @type {const} */ ('toml'),
              name: 'scenario',
              make: () => scenarioFile(edits, t('whatif.title')),
            },
          ]
        : []),
    ],
  };
}

/**
 * The next moves of a direction, on top of the assumptions. Where these cannot be read, and in a file that opens without the program,
 * those of the documents alone.
 * @param {State} state
 * @param {string} goal
 * @returns {Promise<{ moves: unknown, under: boolean }>}
 */
async function nextMoves(state, goal) {
  const ask = (/** @type {readonly string[]} */ edit) => api.moves(goal, apiQuery(state, { extra: { budget: state.budget, edit } }));
  if (state.edit.length > 0) {
    const moves = await ask(state.edit).catch(() => null);
    if (moves) return { moves, under: true };
  }
  return { moves: await ask([]).catch((/** @type {unknown} */ error) => error), under: false };
}

/** @param {unknown} answer @returns {answer is Change} */
const isChange = (answer) => typeof answer === 'object' && answer !== null && 'goals' in answer;

/** @param {unknown} answer @returns {answer is Moves} */
const isMoves = (answer) => typeof answer === 'object' && answer !== null && 'moves' in answer;

/**
 * The assumptions, each with the way to take it back.
 * @param {Context} context
 * @param {Change | null} change
 */
function assumptions(context, change) {
  const { state, i18n, go } = context;
  const { t, pick } = i18n;
  if (state.edit.length === 0)
    return h(
      'div',
      { class: 'nothing-yet' },
      h('p', {}, t('whatif.none')),
      last.length === 0
        ? null
        : h(
            'p',
            {},
            link({ ...state, edit: last }, { class: 'way', id: 'resume' }, t('whatif.resume', { n: last.length })),
          ),
    );
  return [
    h(
      'ol',
      { class: 'assumed' },
      state.edit.map((edit, i) => {
        const said = change?.assumptions?.[i];
        return h(
          'li',
          {},
          // Why it changes nothing stands beside what changes.
          h('span', { class: 'text' }, said ? pick(said.text).replace(said.idle ? pick(said.idle) : '', '').trim() : edit),
          h('code', {}, edit),
          toldOfEdit(context, edit),
          h(
            'button',
            {
              type: 'button',
              class: 'plain',
              id: `unassume-${i}`,
              'aria-label': t('whatif.remove-one', { text: said ? pick(said.text) : edit }),
              on: { click: () => go({ ...state, edit: state.edit.filter((_, j) => j !== i) }) },
            },
            t('whatif.remove'),
          ),
        );
      }),
    ),
    state.edit.length > 1
      ? h(
          'p',
          {},
          h(
            'button',
            { type: 'button', class: 'plain', id: 'unassume-all', on: { click: () => go({ ...state, edit: [] }) } },
            t('whatif.remove-all'),
          ),
        )
      : null,
  ];
}

/**
 * An addition of which another public text tells is no mere assumption: it says so, with the way there.
 * @param {Context} context
 * @param {string} edit
 */
function toldOfEdit(context, edit) {
  const [verb, kind, actors = ''] = edit.split(' ');
  const wanted = actors.split(',').map((id) => id.toUpperCase());
  return verb === 'add' ? toldSaid(context, (one) => one.kind === kind && one.actors.some((id) => wanted.includes(id))) : null;
}

/**
 * @param {Context} context
 * @param {string} goal
 */
function directions({ state, meta, i18n, go }, goal) {
  const { t, pick } = i18n;
  const budget = h(
    'select',
    {
      id: 'budget',
      on: { change: () => go({ ...state, budget: budget.value === '2' ? '' : budget.value }) },
    },
    [...new Set([...BUDGETS, Number(state.budget) || 2])]
      .sort((a, b) => a - b)
      .map((n) => h('option', { value: n, selected: n === (Number(state.budget) || 2) }, i18n.number(n))),
  );
  return h(
    'div',
    { class: 'choices' },
    h(
      'div',
      { class: 'tabs boxed', role: 'group', 'aria-label': t('gaps.directions') },
      meta.goals.map((g) =>
        link(
          { ...state, item: g.id === 'deepen' ? '' : g.id },
          { id: `moves-${g.id}`, class: 'tab', 'aria-current': g.id === goal ? 'true' : null },
          pick(g.names),
        ),
      ),
    ),
    goal === 'enlarge'
      ? null
      : h('div', { class: 'field inline' }, h('label', { for: 'budget' }, t('moves.budget')), budget),
  );
}

/**
 * @param {Context} context
 * @param {Moves} moves
 * @param {(edits: readonly string[]) => void} assume
 * @param {boolean} under  whether they start from the assumptions
 */
function movesPart(context, moves, assume, under) {
  const { state, i18n } = context;
  const { t, pick } = i18n;
  const flag = (/** @type {string} */ id) => moves.flags.find((f) => f.id === id);
  const assumed = state.edit.length > 0;
  const open = moves.moves.flatMap((m) => m.edit).filter((e) => !state.edit.includes(e));
  return h(
    'div',
    { class: 'moves-list' },
    h('p', { class: 'lead' }, assumed ? h('strong', {}, t(under ? 'moves.under' : 'moves.beside')) : null, pick(moves.headline)),
    assumed && !under ? h('p', { class: 'hint' }, t('moves.beside-note')) : null,
    h('p', { class: 'hint' }, pick(moves.method)),
    h(
      'ol',
      { class: 'next' },
      moves.moves.map((m, i) => {
        const taken = state.edit.includes(m.edit);
        return h(
          'li',
          { class: taken ? 'is-taken' : null },
          h('p', { class: 'text' }, pick(m.text)),
          h(
            'p',
            { class: 'small muted' },
            moves.goal === 'enlarge' ? null : `${t('moves.closes', { n: m.gain })} · `,
            h('span', { title: flag(m.feasibility) ? pick(flag(m.feasibility)?.rule ?? { fr: '', en: '' }) : null }, pick(flag(m.feasibility)?.label ?? { fr: '', en: '' })),
          ),
          m.closes.length + m.evidence.length === 0
            ? null
            : h(
                'details',
                {},
                h('summary', { class: 'small' }, t('moves.why')),
                h(
                  'ul',
                  { class: 'limits small' },
                  m.closes.map((c) => h('li', {}, pick(c))),
                ),
                m.evidence.map((e) => quotation(context, e)),
              ),
          h(
            'button',
            {
              type: 'button',
              id: `assume-${i}`,
              disabled: taken,
              'aria-label': `${t(taken ? 'moves.taken' : 'moves.take')}: ${pick(m.text)}`,
              on: { click: () => assume([m.edit]) },
            },
            t(taken ? 'moves.taken' : 'moves.take'),
          ),
        );
      }),
    ),
    open.length > 1 && moves.goal !== 'enlarge'
      ? h(
          'p',
          {},
          h(
            'button',
            { type: 'button', id: 'assume-all', on: { click: () => assume(open) } },
            t('moves.take-all', { n: open.length }),
          ),
        )
      : null,
    h(
      'details',
      { class: 'moves-notes' },
      h('summary', { class: 'small' }, t('moves.notes')),
      h(
        'ul',
        { class: 'limits small' },
        moves.notes.map((n) => h('li', {}, pick(n))),
        moves.optimum ? h('li', {}, pick(moves.optimum.text)) : null,
        moves.flags.map((f) => h('li', {}, `${pick(f.label)}: ${pick(f.rule)}`)),
      ),
    ),
  );
}
