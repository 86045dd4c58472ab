/**
 * What a reader has unfolded and where the page stood: kept with its step of the history, so that going back shows the page
 * as it was left.
 */

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
