/**
 * Undo and redo. Every change of the page's state is a step of the browser's history, so that undo is back and redo is
 * forward; the steps are numbered, so that undo never leaves the page.
 */

/** @import { Left } from './kept.js' */
import { left } from './kept.js';
import { parse } from './state.js';

const steps = { at: 0, last: 0 };

/** @param {string} hash */
const isReader = (hash) => parse(hash).state.view === 'documents';

/** Takes note of the step at which the page stands: after loading, and whenever the browser has moved. */
export function arrived() {
  const { n, last } = history.state ?? {};
  if (typeof n === 'number') {
    steps.at = n;
    steps.last = Math.max(steps.last, typeof last === 'number' ? last : n);
  } else {
    // An address typed by hand, or the first of all.
    const first = history.state === null && steps.at === 0 && steps.last === 0;
    steps.at = first ? 0 : steps.at + 1;
    steps.last = steps.at;
  }
  history.replaceState({ ...history.state, n: steps.at, last: steps.last }, '');
}

/** Keeps with the present step what is unfolded and where the page stands, unless another view is on its way. */
export function note() {
  if (document.getElementById('layout')?.hasAttribute('aria-busy')) return;
  history.replaceState({ ...history.state, ...left() }, '');
}

/** Where the reader is on a page is kept all along. */
export function keep() {
  history.scrollRestoration = 'manual';
  let wait = 0;
  const soon = () => {
    clearTimeout(wait);
    wait = setTimeout(note, 150);
  };
  for (const event of ['scroll', 'click', 'toggle']) document.addEventListener(event, soon, { passive: true, capture: true });
}

/** @param {string} hash */
const placeOf = (hash) => {
  const { state } = parse(hash);
  return `${state.view}/${state.item}`;
};

/**
 * A new step. From another view into the reader, it knows where it came from and how that was left; within a view, what is
 * unfolded stays unfolded.
 * @param {string} to
 * @param {Left | null} [was]  how the view was left that it leads back to
 */
export function push(to, was = null) {
  note();
  const before = location.hash;
  const here = history.state;
  const came = isReader(before) ? { from: here?.from, was: here?.was } : { from: before, was: left() };
  const open = placeOf(to) === placeOf(before) ? here?.open : undefined;
  steps.at += 1;
  steps.last = steps.at;
  const own = { n: steps.at, last: steps.last };
  history.pushState({ ...own, ...(isReader(to) ? came : {}), ...(was ?? { open }) }, '', to);
}

/**
 * The same step, with another address.
 * @param {string} to
 */
export function amend(to) {
  history.replaceState(history.state, '', to);
}

export const canUndo = () => steps.at > 0;
export const canRedo = () => steps.at < steps.last;

/** @returns {boolean} whether there was a step to undo */
export function undo() {
  if (!canUndo()) return false;
  history.back();
  return true;
}

/** @returns {boolean} */
export function redo() {
  if (!canRedo()) return false;
  history.forward();
  return true;
}
