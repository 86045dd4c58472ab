/** The words that a view cannot do without, in plain language, where one meets them. */

/** @import { Context } from './context.js' */
/** @import { Key } from './i18n.js' */
/** @import { ViewName } from './state.js' */
import { h } from './dom.js';

/** @typedef {readonly [word: Key, means: Key]} Word */

const UNIT = /** @type {Word} */ (['word.unit', 'word.unit-is']);
const ABSENT = /** @type {Word} */ (['word.absent', 'word.absent-is']);
const SILENT = /** @type {Word} */ (['word.silent', 'word.silent-is']);
const CELL = /** @type {Word} */ (['word.cell', 'word.cell-is']);
const CODING = /** @type {Word} */ (['word.coding', 'word.coding-is']);
const MEETING = /** @type {Word} */ (['word.level', 'word.level-is']);
const PERIMETER = /** @type {Word} */ (['word.perimeter', 'word.perimeter-is']);

/** Which words which view explains. @type {Readonly<Partial<Record<ViewName, readonly Word[]>>>} */
const WORDS = {
  matrix: [UNIT, CELL, ABSENT, SILENT],
  gaps: [
    UNIT,
    CELL,
    ABSENT,
    SILENT,
    ['word.stratum', 'word.stratum-is'],
    ['word.front', 'word.front-is'],
    MEETING,
    ['word.parallel', 'word.parallel-is'],
    ['word.leg', 'word.leg-is'],
    CODING,
  ],
  rank: [
    ['word.betweenness', 'word.betweenness-is'],
    ['word.constraint', 'word.constraint-is'],
    ['word.tau', 'word.tau-is'],
    MEETING,
  ],
  compare: [UNIT, CELL, ABSENT, PERIMETER],
  whatif: [UNIT, CELL, PERIMETER, ['word.move', 'word.move-is']],
};

/**
 * The words of a view, behind a press; none where a view needs none.
 * @param {Context} context
 */
export function glossary({ state, i18n }) {
  const words = WORDS[state.view];
  if (!words) return null;
  const { t } = i18n;
  return h(
    'details',
    { class: 'glossary', id: 'glossary' },
    h('summary', { id: 'glossary-button' }, t('word.title')),
    h(
      'dl',
      {},
      words.flatMap(([word, means]) => [h('dt', {}, t(word)), h('dd', {}, t(means))]),
    ),
  );
}
