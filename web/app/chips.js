/** What is filtered, each choice as a chip that can be taken off. */

/** @import { Context, FilterName } from './context.js' */
/** @import { ListKey, State } from './state.js' */
import { nameOf, wordOf } from './context.js';
import { h, hidden } from './dom.js';
import { isFiltered, toggle, unfiltered } from './state.js';

/**
 * @param {Context} context
 * @param {readonly FilterName[]} which
 */
export function chips(context, which) {
  const { state, meta, i18n, go } = context;
  const { t, day, pick } = i18n;
  /** @type {Node[]} */
  const out = [];
  /** @param {string} text @param {State} without @param {string} id */
  const chip = (text, without, id) =>
    out.push(
      h(
        'li',
        {},
        h(
          'button',
          { type: 'button', class: 'chip', id: `chip-${id}`, on: { click: () => go(without) } },
          h('span', {}, text),
          h('span', { class: 'cross', 'aria-hidden': 'true' }, '×'),
          hidden(` – ${t('filter.remove')}`),
        ),
      ),
    );
  // A date that a copied link says though it is the documents' own takes nothing away.
  if (state.asOf !== '' && state.asOf !== meta.dates.as_of) chip(`${t('date.as-of')} ${day(state.asOf)}`, { ...state, asOf: '' }, 'as-of');
  if (state.known !== '' && state.known !== meta.dates.known) chip(`${t('date.known')}: ${day(state.known)}`, { ...state, known: '' }, 'known');
  if (state.additional) chip(t('filter.additional'), { ...state, additional: false }, 'additional');
  /** @type {Record<ListKey, readonly { id: string, names: import('../types/wire').Label }[]>} */
  const words = {
    kind: meta.actor_kinds,
    instrument: meta.kinds,
    state: meta.states,
    area: meta.areas,
    domain: meta.domains,
    class: meta.classes,
  };
  const whole = which.includes('kind');
  for (const key of /** @type {ListKey[]} */ (Object.keys(words))) {
    if (!whole && !which.some((name) => name === key || (name === 'area' && key === 'domain'))) continue;
    for (const value of state[key]) {
      const name = words[key].find((w) => w.id === value);
      chip(name ? pick(name.names) : value, toggle(state, key, value), `${key}-${value}`);
    }
  }
  if (whole && state.level !== '')
    chip(wordOf(context, meta.levels, state.level), { ...state, level: '' }, 'level');
  if (whole && state.focus !== '')
    chip(
      t('filter.focus', { name: nameOf(context, state.focus) }),
      { ...state, focus: '', depth: '' },
      'focus',
    );
  if (whole && state.withoutEu) chip(t('filter.without-eu'), { ...state, withoutEu: false }, 'without-eu');
  if (whole && state.splitEu) chip(t('filter.split-eu'), { ...state, splitEu: false }, 'split-eu');
  const idle = isFiltered(state) && !whole ? h('li', { class: 'note' }, t('filter.not-here')) : null;
  if (out.length === 0 && !idle) return null;
  const all = h(
    'li',
    {},
    h(
      'button',
      {
        type: 'button',
        class: 'plain',
        id: 'chip-all',
        on: { click: () => go({ ...unfiltered(state), asOf: '', known: '' }) },
      },
      t('filter.remove-all'),
    ),
  );
  return h(
    'ul',
    { class: 'chips', 'aria-label': t('filter.chosen') },
    out,
    out.length > 1 ? all : null,
    idle,
  );
}
