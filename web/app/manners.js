/** How the page behaves under hand and key, whatever the view: menus, links that are steps, and the keys of `keys.js`. */

/** @import { State } from './state.js' */
import { isField, nextQuotation } from './keys.js';
import { deselect, parse } from './state.js';

/**
 * @typedef {object} Acts
 * @property {(next: State, how?: { replace?: boolean }) => void} go
 * @property {(to: string, from?: Element) => void} follow  goes to the address of a link
 * @property {() => void} undo
 * @property {() => void} redo
 * @property {() => void} help
 * @property {(by: 1 | -1) => boolean} step  lets the view step through what it shows; false when it has no steps
 */

/** @param {Acts} acts */
export function manners(acts) {
  menus();
  links(acts);
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
    if ((event.ctrlKey || event.metaKey) && !event.altKey) chord(event, acts);
    else if (event.key === 'Escape') escape(acts);
    else if (!event.ctrlKey && !event.metaKey && !event.altKey) single(event, acts);
  });
}

/** Menus close when one looks elsewhere, and one is open at a time. */
function menus() {
  const open = () => /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll('details.menu[open]'));
  document.addEventListener('pointerdown', (event) => {
    for (const menu of open()) if (!menu.contains(/** @type {Node} */ (event.target))) menu.open = false;
  });
  document.addEventListener('focusin', (event) => {
    for (const menu of open())
      if (!menu.contains(/** @type {Node} */ (event.target)) && event.target !== document.body) menu.open = false;
  });
  document.addEventListener(
    'toggle',
    (event) => {
      const opened = event.target;
      if (!(opened instanceof HTMLDetailsElement) || !opened.open || !opened.classList.contains('menu')) return;
      for (const menu of open()) if (menu !== opened) menu.open = false;
    },
    true,
  );
}

/**
 * A link to another state is a step of the page, not a jump of the browser.
 * @param {Acts} acts
 */
function links({ follow }) {
  document.addEventListener('click', (event) => {
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    const anchor = /** @type {Element} */ (event.target).closest?.('a[href^="#/"]');
    if (!(anchor instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    follow(anchor.getAttribute('href') ?? '', anchor);
  });
}

/** @param {Acts} acts */
function escape({ go }) {
  const menu = document.querySelector('details.menu[open]');
  if (menu instanceof HTMLDetailsElement) {
    menu.open = false;
    menu.querySelector('summary')?.focus();
    return;
  }
  const expanded = document.querySelector('#views-button[aria-expanded=true]');
  if (expanded instanceof HTMLElement && expanded.getClientRects().length > 0) {
    expanded.click();
    expanded.focus();
    return;
  }
  const { state } = parse(location.hash);
  if (state.node !== '' || state.tie !== '' || state.cell !== '' || state.finding !== '') go(deselect(state));
}

/**
 * Undo and redo; in a field they are the field's own.
 * @param {KeyboardEvent} event
 * @param {Acts} acts
 */
function chord(event, { undo, redo }) {
  if (isField(event.target)) return;
  const key = event.key.toLowerCase();
  if (key === 'z' && !event.shiftKey) undo();
  else if (key === 'z' || (key === 'y' && !event.shiftKey)) redo();
  else return;
  event.preventDefault();
}

/**
 * Keys of one character; they can be turned off, and never act in a field.
 * @param {KeyboardEvent} event
 * @param {Acts} acts
 */
function single(event, { follow, help, step }) {
  if (isField(event.target) || parse(location.hash).state.keys === 'off') return;
  const focus = document.activeElement;
  const panel = document.getElementById('panel');
  switch (event.key) {
    case '?':
      help();
      break;
    case '/':
      document.getElementById('search')?.focus();
      break;
    case 'p':
      if (!panel || panel.hidden) return;
      document.getElementById('panel-title')?.focus();
      break;
    case 'r':
      if (!document.getElementById('return')) return;
      document.getElementById('return')?.click();
      break;
    case 'o': {
      const within = focus?.closest('.quotation');
      const seen = panel && !panel.hidden ? panel : document.getElementById('layout');
      const open = (within ?? seen)?.querySelector('a.open-passage');
      if (!(open instanceof HTMLAnchorElement)) return;
      follow(open.getAttribute('href') ?? '');
      break;
    }
    case 'j':
    case 'k': {
      const by = event.key === 'j' ? 1 : -1;
      const inside = panel && !panel.hidden ? panel : document.getElementById('layout');
      if (!(inside === panel && panel?.contains(focus)) && step(by)) break;
      const to = inside && nextQuotation(inside, by);
      if (!to) return;
      to.tabIndex = -1;
      to.focus({ preventScroll: true });
      to.scrollIntoView({ block: 'nearest' });
      break;
    }
    case 'Enter':
      // On a quotation itself, not on one of its buttons.
      if (!focus?.matches('.quotation')) return;
      follow(focus.querySelector('a.open-passage')?.getAttribute('href') ?? '');
      break;
    default:
      return;
  }
  event.preventDefault();
}
