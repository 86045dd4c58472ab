/** What is looked at: opens the panel, fills it, closes it, and gives the focus back to where one came from. */

/** @import { Context } from './context.js' */
/** @import { State } from './state.js' */
import * as api from './api.js';
import { link } from './context.js';
import { h, replace } from './dom.js';
import { failure, problemText } from './message.js';
import { address, deselect, unselect } from './state.js';

/** @typedef {Readonly<Record<'layout' | 'body' | 'panel', HTMLElement>>} Places */

/** What one came from. @type {Element | null} */
let opener = null;

/**
 * Whether anything is looked at.
 * @param {import('./state.js').State} state
 */
export const looksAt = ({ node, tie, cell, finding }) => [node, tie, cell, finding].some((id) => id !== '');

/**
 * Makes room for the panel, or takes it back, without moving what the reader looks at.
 * @param {Places} parts
 * @param {'panel' | 'none'} aside
 */
export function settle(parts, aside) {
  if (parts.layout.dataset.aside === aside) return;
  const before = parts.body.getBoundingClientRect().top;
  parts.layout.dataset.aside = aside;
  window.scrollBy({ top: parts.body.getBoundingClientRect().top - before, behavior: 'instant' });
}

/** What a state looks at. */
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

/**
 * While a menu is open nothing under the pointer moves, whatever a choice adds above it or takes away: takes note of where it
 * stands.
 * @param {HTMLElement} place  where the menus are
 * @param {HTMLElement} above  what stands above them, and has its own height back once no menu is open
 * @returns {() => void}  puts the menu back to where it stood
 */
export function steady(place, above) {
  const open = place.querySelector('details.menu[open]');
  if (!open) {
    above.style.minHeight = '';
    return () => {};
  }
  const { top } = open.getBoundingClientRect();
  const { height } = above.getBoundingClientRect();
  return () => {
    const now = document.getElementById(open.id);
    if (!now) return;
    // What has become shorter keeps its room; what has become longer goes up, out of the way.
    above.style.minHeight = `${height}px`;
    window.scrollBy({ top: now.getBoundingClientRect().top - top, behavior: 'instant' });
  };
}

/**
 * The panel: what is looked at.
 * @param {Context} context
 * @param {Places} parts
 * @param {() => boolean} current  whether nothing else has been asked for since
 */
export async function look(context, parts, current) {
  const {
    state,
    announce,
    i18n: { t },
  } = context;
  const id = [state.node, state.tie, state.cell, state.finding].join('|');
  const any = looksAt(state);
  settle(parts, any ? 'panel' : 'none');
  if (!any) {
    const had = parts.panel.dataset.of;
    parts.panel.dataset.of = '';
    replace(parts.panel);
    parts.panel.hidden = true;
    // Who has been led to a place already, as from a quotation to its passage, stays there.
    const led = document.activeElement?.matches('.passage.is-lit') ?? false;
    if (led) opener = null;
    else if (had && (opener === document.body || !opener?.isConnected))
      document.querySelector('h1')?.focus({ preventScroll: true });
    else if (had && opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    else if (had && opener instanceof SVGElement)
      opener.focus({ preventScroll: true });
    opener = null;
    return;
  }
  const first = !parts.panel.dataset.of;
  if (first) opener = document.activeElement;
  const close = () =>
    link(
      deselect(state),
      { class: 'close', id: 'panel-close', 'aria-label': t('panel.close') },
      h('span', { 'aria-hidden': 'true' }, '×'),
    );
  const write = (
    /** @type {string} */ kicker,
    /** @type {string} */ title,
    /** @type {import('./dom.js').Child[]} */ body,
  ) =>
    replace(
      parts.panel,
      h(
        'header',
        {},
        h('p', { class: 'kicker' }, kicker),
        h('h2', { id: 'panel-title', tabindex: '-1' }, title),
        close(),
      ),
      h('div', { class: 'panel-body' }, body),
    );
  const made = await import('./panel.js').catch(() => null);
  if (!current()) return;
  parts.panel.hidden = false;
  const early = made?.expected(context);
  if (early && parts.panel.dataset.of !== id)
    write(early.kicker, early.title, [h('p', { class: 'muted' }, t('loading'))]);
  try {
    if (!made) throw new api.Failure({ status: 0, title: 'no answer', detail: '' });
    const found = await made.panel(context);
    if (!current() || !found) return;
    write(found.kicker, found.title, found.body);
    announce(found.title);
  } catch (error) {
    if (!current()) return;
    if (!(error instanceof api.Failure)) console.error(error);
    write(t('problem.title'), [state.node, state.tie, state.cell, state.finding].filter(Boolean).join(' '), [
      failure(context, error, link(deselect(state), { class: 'way' }, t('panel.close'))),
    ]);
    announce(problemText(context, error));
  }
  if (parts.panel.dataset.of !== id) {
    parts.panel.scrollTop = 0;
    const drawer = getComputedStyle(parts.panel).position === 'fixed';
    if (drawer || document.activeElement === document.body || parts.panel.contains(document.activeElement))
      document.getElementById('panel-title')?.focus({ preventScroll: true });
  }
  parts.panel.dataset.of = id;
}
