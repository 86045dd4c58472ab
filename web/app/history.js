/**
 * Undo and redo. Every change of the page's state is a step of the browser's history, so that undo is back and redo is
 * forward; the steps are numbered, so that undo never leaves the page. With each step is kept what the reader has unfolded and
 * where the page stood, so that going back shows the page as it was left.
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

/**
 * @typedef {object} Left
 * @property {number} y  how far down the page stood
 * @property {number} top  where its body began in the window: what comes later above the body moves nothing
 * @property {number} panel  how far down the panel stood
 * @property {string[]} open  what was unfolded
 * @property {string} spot  the link or button that one used last
 */

const PLACES = /** @type {const} */ (['body', 'panel']);

/** @param {string} id */
const part = (id) => document.getElementById(id);

/** The foldable parts of a place that are no menus, each under a name that does not hang on its neighbours. @param {string} place */
function folds(place) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  const all = /** @type {NodeListOf<HTMLDetailsElement>} */ (
    part(place)?.querySelectorAll('details:not(.menu)') ?? document.querySelectorAll('details.none')
  );
  return [...all].map((details) => {
    const said = details.querySelector('summary')?.textContent ?? '';
    const n = seen.get(said) ?? 0;
    seen.set(said, n + 1);
    return { details, name: `${place}/${n}/${said}` };
  });
}

/** An address without its language: one may come back in another. @param {string} href */
const spoken = (href) => href.replace(/([?&])lang=\w+&?/, '$1');

/** @returns {Left} */
export function left() {
  const rows = [...document.querySelectorAll('#body tr.more:not([hidden])')].map((row) => row.id);
  const whole = [...document.querySelectorAll('#body [data-whole]')].map((frame) => `${frame.getAttribute('data-whole')}-all`);
  const open = PLACES.flatMap(folds).flatMap(({ details, name }) => (details.open ? [name] : []));
  const at = document.activeElement;
  return {
    y: Math.round(scrollY),
    top: Math.round(part('body')?.getBoundingClientRect().top ?? 0),
    panel: Math.round(part('panel')?.scrollTop ?? 0),
    open: [...whole, ...rows, ...open],
    spot: at?.id || spoken(at?.getAttribute('href') ?? ''),
  };
}

/**
 * Unfolds in a place what was unfolded there.
 * @param {(typeof PLACES)[number]} place
 * @param {readonly string[]} open
 */
export function unfold(place, open) {
  const wanted = new Set(open);
  if (place === 'body') {
    // Rows that had been asked for come first: one of them may be unfolded.
    for (const id of open) if (id.endsWith('-all')) part(id)?.click();
    for (const button of document.querySelectorAll('#body button.unfold[aria-expanded=false]'))
      if (button instanceof HTMLElement && wanted.has(button.getAttribute('aria-controls') ?? '')) button.click();
  }
  for (const { details, name } of folds(place)) if (wanted.has(name)) details.open = true;
}

/**
 * Puts the page where it stood; a page that is new begins at its top.
 * @param {Partial<Left>} was
 */
export function scrollBack({ y = 0, top = 0 }) {
  const now = part('body')?.getBoundingClientRect().top ?? 0;
  window.scrollTo({ top: top < 0 ? scrollY + now - top : y, behavior: 'instant' });
}

/**
 * What one used last, where it still stands in the body.
 * @param {string | undefined} spot
 */
export function spotOf(spot) {
  if (!spot) return null;
  const body = part('body');
  const found =
    body?.querySelector(`[id="${CSS.escape(spot)}"]`) ??
    [...(body?.querySelectorAll('a[href^="#/"]') ?? [])].find((a) => spoken(a.getAttribute('href') ?? '') === spot);
  return found instanceof HTMLElement && found.getClientRects().length > 0 ? found : null;
}
