/** What is looked at changes without the view being drawn anew: what was drawn earlier must not bring back what is closed. Pure. */

/** @import { State } from './state.js' */
import { address, unselect } from './state.js';

const LOOKED = /** @type {const} */ (['node', 'tie', 'cell', 'finding', 'at', 'quote', 'find']);

/**
 * A state, looking at what another one looks at.
 * @param {State} next
 * @param {State} now
 * @returns {State}
 */
export function lookingAt(next, now) {
  const { node, tie, cell, finding, at, quote, find } = now;
  return { ...next, node, tie, cell, finding, at, quote, find };
}

/**
 * Where a control of a view leads that was drawn for one state and is used in another: one that changes something else keeps
 * what is looked at now, not what was when it was drawn; one that looks at something leads there.
 * @param {State} next
 * @param {State} drawn
 * @param {State} now
 * @returns {State}
 */
export function carried(next, drawn, now) {
  const asDrawn = LOOKED.every((key) => next[key] === drawn[key]) && LOOKED.some((key) => drawn[key] !== '');
  const elsewhere = address(unselect(next)) !== address(unselect(now));
  return asDrawn && elsewhere && next.view === drawn.view ? lookingAt(next, now) : next;
}
