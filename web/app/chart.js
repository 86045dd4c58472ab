/** A chart brought to life: the server's own SVG of a table or of time, whose cells and bars can be reached and chosen. */

/** @import { Context } from './context.js' */
/** @import { State } from './state.js' */
import { h } from './dom.js';
import { read, untitled, wordsOf } from './picture.js';
import { port } from './port.js';
import { select, unselect } from './state.js';

/**
 * @typedef {object} Stop
 * @property {SVGElement} mark
 * @property {Partial<Pick<State, 'node' | 'tie' | 'cell'>>} what
 * @property {number} row
 * @property {number} column
 */

/**
 * @param {Context} context
 * @param {string} text  the SVG
 * @param {object} how
 * @param {string} how.alternative  the chart in one sentence
 * @param {(mark: SVGElement) => Stop['what'] | null} how.what  what a mark stands for
 * @param {string} how.marks  which elements are marks
 * @param {string} how.keys  how one moves about in it, in words
 * @param {Node | null} [how.tools]  what stands beside the magnifier
 */
export function chart(context, text, { alternative, what, marks, keys, tools = null }) {
  const { i18n } = context;
  const svg = read(text);
  if (!svg)
    return { element: h('p', { class: 'notice' }, i18n.t('picture.unreadable')), selected: () => {} };
  svg.setAttribute('role', 'group');
  svg.setAttribute('aria-label', alternative);
  svg.setAttribute('aria-roledescription', i18n.t('picture.role'));
  svg.removeAttribute('width');
  svg.removeAttribute('height');
  svg.classList.add('alive');
  untitled(svg);
  const stops = places(svg, marks, what);
  for (const { mark } of stops) {
    mark.setAttribute('tabindex', '-1');
    mark.setAttribute('role', 'button');
    mark.classList.add('stop');
    const name = nameOf(mark);
    if (name !== '') mark.setAttribute('aria-label', name);
  }
  stops[0]?.mark.setAttribute('tabindex', '0');
  /** @type {State} */
  let state = context.state;
  const is = (/** @type {Stop} */ { what: w }) =>
    (w.cell !== undefined && w.cell === state.cell) ||
    (w.tie !== undefined && w.tie === state.tie) ||
    (w.node !== undefined && w.node === state.node);
  /** @param {Stop} stop */
  const focus = (stop) => {
    for (const { mark } of stops) mark.setAttribute('tabindex', '-1');
    stop.mark.setAttribute('tabindex', '0');
    stop.mark.focus();
  };
  /** @param {Stop} stop */
  const choose = (stop) => context.go(is(stop) ? unselect(state) : select(state, stop.what));
  const stopOf = (/** @type {Event} */ event) =>
    stops.find((s) => s.mark === /** @type {Element} */ (event.target).closest('.stop'));
  svg.addEventListener('click', (event) => {
    const stop = stopOf(event);
    if (stop) {
      focus(stop);
      choose(stop);
    } else if (state.cell !== '' || state.tie !== '' || state.node !== '') context.go(unselect(state));
  });
  svg.addEventListener('keydown', (event) => {
    const stop = stopOf(event);
    if (!stop) return;
    const to = beside(stops, stop, event.key);
    if (to) focus(to);
    else if (event.key === 'Enter' || event.key === ' ') choose(stop);
    else return;
    event.preventDefault();
  });
  /** @param {State} now */
  const selected = (now) => {
    state = now;
    for (const stop of stops) {
      stop.mark.classList.toggle('is-selected', is(stop));
      stop.mark.setAttribute('aria-pressed', String(is(stop)));
    }
  };
  selected(state);
  return { element: port(context, svg, keys, { tools }), selected };
}

/**
 * What a mark is called: its title, and what is written in it where the title does not say it.
 * @param {SVGElement} mark
 */
function nameOf(mark) {
  const { title, written } = wordsOf(mark);
  const plain = (/** @type {string} */ text) => ` ${text.replace(/[^\p{L}\p{N}+]+/gu, ' ').trim()} `;
  return written === '' || plain(title).includes(plain(written)) ? title : [title, written].filter(Boolean).join(', ');
}

/**
 * The marks with their places: those at one height stand in a row.
 * @param {SVGSVGElement} svg
 * @param {string} marks
 * @param {(mark: SVGElement) => Stop['what'] | null} what
 * @returns {Stop[]}
 */
function places(svg, marks, what) {
  /** @type {string[]} */
  const rows = [];
  /** @type {Map<string, number>} */
  const filled = new Map();
  return /** @type {SVGElement[]} */ ([...svg.querySelectorAll(marks)]).flatMap((mark) => {
    const it = what(mark);
    if (!it) return [];
    const name = mark.dataset.row ?? String(rows.length);
    if (!rows.includes(name)) rows.push(name);
    const column = filled.get(name) ?? 0;
    filled.set(name, column + 1);
    return [{ mark, what: it, row: rows.indexOf(name), column }];
  });
}

/**
 * Where a key leads.
 * @param {readonly Stop[]} stops
 * @param {Stop} stop
 * @param {string} key
 */
function beside(stops, { row, column }, key) {
  const last = stops.at(-1)?.row ?? 0;
  const wide = stops.some((s) => s.column > 0);
  const at = (/** @type {number} */ r, /** @type {number} */ c) =>
    stops.find((s) => s.row === r && s.column === c);
  if (key === 'ArrowUp' || (!wide && key === 'ArrowLeft')) return at(row - 1, column);
  if (key === 'ArrowDown' || (!wide && key === 'ArrowRight')) return at(row + 1, column);
  if (key === 'ArrowLeft') return at(row, column - 1);
  if (key === 'ArrowRight') return at(row, column + 1);
  if (key === 'Home') return at(wide ? row : 0, 0);
  if (key === 'End') return wide ? stops.findLast((s) => s.row === row) : at(last, 0);
  return undefined;
}
