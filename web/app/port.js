/** The frame of a picture: look closer, and move about in it. */

/** @import { Context } from './context.js' */
import { h } from './dom.js';

/** How far one looks closer, step by step. */
const ZOOMS = [1, 1.5, 2, 3];

/** The least size of letters that is read without effort, in pixels. */
const READABLE = 11;

/**
 * The steps for a picture as it stands: where its names are too small to be read, the first step makes them readable.
 * @param {SVGSVGElement} svg
 */
function steps(svg) {
  const own = Math.min(...[...svg.querySelectorAll('[data-node] text')].map((name) => parseFloat(getComputedStyle(name).fontSize)));
  const scale = svg.getScreenCTM()?.a ?? 0;
  if (!Number.isFinite(own) || scale === 0) return ZOOMS;
  const needed = Math.ceil((READABLE / (own * scale)) * 10) / 10;
  return needed <= 1.5 ? ZOOMS : [1, needed, needed * 1.5];
}

/**
 * The frame: look closer, and move about in it.
 * @param {Context} context
 * @param {SVGSVGElement} svg
 * @param {string} keys  how one moves about in it by keyboard, in words
 * @param {{ tools?: Node | null, note?: Node | null, below?: Node | null }} [more]
 */
export function port({ i18n }, svg, keys, { tools = null, note = null, below = null } = {}) {
  const { t } = i18n;
  let zoom = 0;
  /** @type {number[]} */
  let zooms = [];
  const port = h('div', { class: 'port', tabindex: '-1' }, svg);
  const level = h('span', { class: 'level', 'aria-live': 'polite' }, '100 %');
  /** @param {number} to */
  const set = (to) => {
    if (zoom === 0) zooms = steps(svg);
    const before = zooms[zoom] ?? 1;
    zoom = Math.max(0, Math.min(zooms.length - 1, to));
    const now = zooms[zoom] ?? 1;
    const [x, y] = [port.scrollLeft + port.clientWidth / 2, port.scrollTop + port.clientHeight / 2];
    port.style.setProperty('--zoom', String(now));
    port.classList.toggle('is-zoomed', now > 1);
    port.scrollTo((x * now) / before - port.clientWidth / 2, (y * now) / before - port.clientHeight / 2);
    level.textContent = `${Math.round(now * 100)} %`;
    closer.disabled = zoom === zooms.length - 1;
    farther.disabled = zoom === 0;
  };
  const closer = h(
    'button',
    { type: 'button', id: 'zoom-in', 'aria-label': t('picture.closer'), on: { click: () => set(zoom + 1) } },
    '+',
  );
  const farther = h(
    'button',
    {
      type: 'button',
      id: 'zoom-out',
      disabled: true,
      'aria-label': t('picture.farther'),
      on: { click: () => set(zoom - 1) },
    },
    '−',
  );
  drag(port);
  // Where a wheel is wider than its frame, one looks at its middle first; what has lines is read from their beginning.
  const round = svg.dataset.picture === 'wheel' || svg.dataset.picture === 'force';
  requestAnimationFrame(() => {
    if (round && port.scrollLeft === 0) port.scrollLeft = (port.scrollWidth - port.clientWidth) / 2;
  });
  return h(
    'div',
    { class: 'picture' },
    h(
      'div',
      { class: 'picture-tools' },
      tools,
      h('div', { class: 'zoom', role: 'group', 'aria-label': t('picture.zoom') }, farther, level, closer),
    ),
    port,
    note,
    h('p', { class: 'hint keys' }, keys),
    below,
  );
}

/**
 * Moves a magnified picture with the pointer; a touch screen scrolls by itself.
 * @param {HTMLElement} port
 */
function drag(port) {
  /** @type {{ x: number, y: number, left: number, top: number } | null} */
  let start = null;
  let moved = false;
  port.addEventListener('pointerdown', (event) => {
    moved = false;
    if (event.pointerType === 'mouse' && port.scrollWidth > port.clientWidth) {
      start = { x: event.clientX, y: event.clientY, left: port.scrollLeft, top: port.scrollTop };
    }
  });
  port.addEventListener('pointermove', (event) => {
    if (!start) return;
    moved = moved || Math.hypot(event.clientX - start.x, event.clientY - start.y) > 4;
    port.scrollTo(start.left - event.clientX + start.x, start.top - event.clientY + start.y);
  });
  port.addEventListener('click', (event) => moved && event.stopPropagation(), { capture: true });
  for (const end of ['pointerup', 'pointerleave', 'pointercancel'])
    port.addEventListener(end, () => (start = null));
}
