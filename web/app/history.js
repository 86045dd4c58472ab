/**
 * Undo and redo. Every change of the page's state is a step of the browser's history, so that undo is back and redo is
 * forward; the steps are numbered, so that undo never leaves the page.
 */

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

/**
 * A new step. From another view into the reader, it knows where it came from.
 * @param {string} to
 */
export function push(to) {
  const before = location.hash;
  const from = isReader(to) ? (isReader(before) ? history.state?.from : before) : undefined;
  steps.at += 1;
  steps.last = steps.at;
  history.pushState({ n: steps.at, last: steps.last, from }, '', to);
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
