/** Small signs that stand beside their word, never in its place: cells, states, kinds of tie. */

/** @import { Context } from './context.js' */
import { familyOf, kindOf, wordOf } from './context.js';
import { h, s } from './dom.js';

/** @param {string} name @param {...Node} children */
function sign(name, ...children) {
  return s(
    'svg',
    {
      class: `sign sign-${name}`,
      viewBox: '0 0 16 16',
      width: 14,
      height: 14,
      'aria-hidden': 'true',
      focusable: 'false',
    },
    ...children,
  );
}

/** @param {import('./dom.js').Properties} [more] */
const disc = (more) => s('circle', { cx: 8, cy: 8, r: 6, class: 'solid', ...more });
const ring = (more = {}) => s('circle', { cx: 8, cy: 8, r: 5.5, class: 'outline', ...more });
/** @param {string} d */
const stroke = (d) => s('path', { d, class: 'outline' });
const half = () => s('path', { d: 'M8 2.5a5.5 5.5 0 0 1 0 11z', class: 'solid' });

/**
 * The signs of cells are those of the matrix that the program draws (src/draw/matrix.rs).
 * @type {Readonly<Record<string, () => Node[]>>}
 */
const CELLS = {
  active: () => [disc()],
  planned: () => [ring()],
  grouping: () => [stroke('M8 2.2l5.8 5.8L8 13.8 2.2 8z')],
  absent: () => [stroke('M3 3l10 10M13 3L3 13')],
  silent: () => [disc({ r: 1.6 })],
  outside: () => [stroke('M4 8h8')],
};

/** @type {Readonly<Record<string, () => Node[]>>} */
const STATES = {
  active: () => [disc()],
  agreed: () => [ring(), disc({ r: 2.6 })],
  negotiating: () => [ring(), half()],
  proposed: () => [ring()],
  unconfirmed: () => [ring({ 'stroke-dasharray': '2.4 2' }), stroke('M8 4.6v4.2M8 10.6v.8')],
  suspended: () => [ring(), stroke('M6.4 5.6v4.8M9.6 5.6v4.8')],
  dormant: () => [ring({ 'stroke-dasharray': '2.4 2' })],
  ended: () => [ring(), stroke('M3.8 12.2l8.4-8.4')],
  unknown: () => [disc({ r: 1.6 })],
  unbegun: () => [ring(), stroke('M5.2 8h5.6')],
};

/**
 * A value of a coverage cell: sign and word.
 * @param {Context} context
 * @param {string} value
 */
export function cellValue(context, value) {
  return cellSign(value, wordOf(context, context.meta.cells, value));
}

/**
 * The sign of a cell's value beside other words for it.
 * @param {string} value
 * @param {string} words
 */
export function cellSign(value, words) {
  return h(
    'span',
    { class: `value value-${value}` },
    sign(value, ...(CELLS[value]?.() ?? [])),
    ' ',
    h('span', {}, words),
  );
}

/**
 * A state: sign and words.
 * @param {Context} context
 * @param {string} value
 */
export function stateValue(context, value) {
  return h(
    'span',
    { class: `state state-${value}` },
    sign(value, ...(STATES[value]?.() ?? [])),
    ' ',
    h('span', {}, wordOf(context, context.meta.states, value)),
  );
}

/**
 * The line of a kind, stroke for stroke that of the pictures and their legend.
 * @param {string} kind
 */
export function swatch(kind) {
  return s(
    'svg',
    {
      class: 'relier swatch',
      viewBox: '0 0 17 5',
      width: 27,
      height: 8,
      'aria-hidden': 'true',
      focusable: 'false',
    },
    s(
      'g',
      { class: `f-${familyOf(kind)} k-${kind}` },
      s('path', { class: 'line', d: 'M0 2.5H17' }),
      s('path', { class: 'lay', d: 'M0 2.5H17' }),
    ),
  );
}

/**
 * A kind of tie: its line and its short name.
 * @param {Context} context
 * @param {string} kind
 */
export function kindLabel(context, kind) {
  const entry = kindOf(context.meta, kind);
  return h(
    'span',
    { class: 'kind' },
    swatch(kind),
    h('span', {}, entry ? context.i18n.pick(entry.names) : kind),
  );
}
