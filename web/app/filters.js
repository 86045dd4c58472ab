/** The filter: named menus with counts, and each choice as a chip that can be taken off. */

/** @import { Context, FilterName } from './context.js' */
/** @import { Counts } from './facets.js' */
/** @import { ListKey, State } from './state.js' */
import { chips } from './chips.js';
import { FAMILIES, familyOf } from './context.js';
import { dates } from './dates.js';
import { chevron, disclosure, h, hidden, replace } from './dom.js';
import { classes, classesAtHand } from './facets.js';
import { swatch } from './shapes.js';
import { toggle } from './state.js';

/** @typedef {{ id: string, label: string, mark?: Node }} Option */
/** @typedef {{ key: ListKey, title?: string, options: Option[] }} Group */

/**
 * @param {Context} context
 * @param {readonly FilterName[]} which  the menus
 * @param {HTMLElement} place  where the bar stands; its open menus stay open
 */
export function filters(context, which, place) {
  const { state, i18n } = context;
  const { t } = i18n;
  const open = new Set([...place.querySelectorAll('details[open]')].map((d) => d.id));
  const shown = place.querySelector('#filters-button')?.getAttribute('aria-expanded') === 'true';
  if (which.length === 0) {
    replace(place);
    return;
  }
  const all = {
    dates: () => dates(context),
    ...lists(context),
    'without-eu': () => [
      toggleSwitch(context, 'without-eu', t('filter.without-eu'), state.withoutEu, {
        ...state,
        withoutEu: !state.withoutEu,
        splitEu: false,
      }),
      which.includes('kind')
        ? toggleSwitch(context, 'split-eu', t('filter.split-eu'), state.splitEu, {
            ...state,
            splitEu: !state.splitEu,
            withoutEu: false,
          })
        : null,
    ],
  };
  const menus = which.flatMap((name) => [all[name]()].flat());
  // Open before they stand there: what is shut cannot have the focus back.
  for (const made of menus)
    for (const menu of made ? [made, ...made.querySelectorAll('details')] : [])
      if (menu instanceof HTMLDetailsElement) menu.open = open.has(menu.id);
  const chosen = chips(context, which);
  const n = chosen?.querySelectorAll('.chip').length ?? 0;
  // On a narrow screen the menus stand behind one button.
  const button = h(
    'button',
    {
      type: 'button',
      id: 'filters-button',
      class: 'filters-button',
      'aria-expanded': String(shown),
      'aria-controls': 'menus',
      on: {
        click: () => {
          const now = button.getAttribute('aria-expanded') !== 'true';
          button.setAttribute('aria-expanded', String(now));
        },
      },
    },
    t('filter.button'),
    n > 0 ? h('span', { class: 'badge' }, n) : null,
    chevron(),
  );
  replace(
    place,
    which.length > 1 ? button : null,
    h(
      'div',
      { class: which.length > 1 ? 'menus' : 'menus is-short', id: 'menus', role: 'group', 'aria-label': t('filter.label') },
      menus,
    ),
    chosen,
  );
}

/** @param {Context} context */
function lists(context) {
  const { meta, i18n } = context;
  const { t, pick } = i18n;
  /** @param {readonly { id: string, names: import('../types/wire').Label }[]} words @returns {Option[]} */
  const options = (words) =>
    words.map(({ id, names }) => ({ id, label: pick(names) }));
  const kinds = FAMILIES.map((family) => ({
    key: /** @type {ListKey} */ ('instrument'),
    title: t(family.label),
    options: options(
      meta.kinds.filter((k) => familyOf(k.id) === family.id),
    ).map((o) => ({ ...o, mark: swatch(o.id) })),
  })).filter((g) => g.options.length > 0);
  return {
    kind: () => menu(context, 'kind', t('filter.kind'), [{ key: 'kind', options: options(meta.actor_kinds) }]),
    instrument: () => menu(context, 'instrument', t('filter.instrument'), kinds, 'broad'),
    state: () => menu(context, 'state', t('filter.state'), [{ key: 'state', options: options(meta.states) }]),
    area: () =>
      menu(context, 'area', t('filter.area'), [
        { key: 'area', title: t('filter.area-group'), options: options(meta.areas) },
        { key: 'domain', title: t('filter.domain-group'), options: options(meta.domains) },
      ]),
    class: () => {
      const made = menu(context, 'class', t('filter.class'), [
        { key: 'class', title: t('filter.class-note'), options: options(classesAtHand(context)) },
      ]);
      made.addEventListener('toggle', () => made.open && countClasses(context, made));
      return made;
    },
  };
}

/**
 * Writes into the bar how many ties each choice would leave; what one is typing there stays.
 * @param {Context} context
 * @param {Counts} counts
 * @param {HTMLElement} place
 */
export function fillCounts(context, counts, place) {
  for (const option of place.querySelectorAll('label.option')) {
    const [, list = '', word = ''] = /^filter-([a-z]+)-(.*)$/.exec(option.querySelector('input')?.id ?? '') ?? [];
    const known = counts[/** @type {ListKey} */ (list)];
    if (!known) continue;
    const n = known.get(word) ?? 0;
    option.querySelector('.count')?.remove();
    option.classList.toggle('is-empty', n === 0);
    option.append(countOf(context, n));
    const chip = place.querySelector(`#${CSS.escape(`chip-${list}-${word}`)}`);
    chip?.querySelector('.count')?.remove();
    chip?.querySelector('.cross')?.before(countOf(context, n));
  }
}

/**
 * The classes of evidence are counted when one asks: the derived ties are many.
 * @param {Context} context
 * @param {HTMLElement} menu
 */
function countClasses(context, menu) {
  classes(context).then(
    (counts) => {
      for (const [id, n] of counts) {
        const option = menu.querySelector(`#filter-class-${CSS.escape(id)}`)?.closest('label');
        option?.querySelector('.count')?.remove();
        option?.append(countOf(context, n));
      }
    },
    () => {},
  );
}

/** @param {Context} context @param {number} n */
function countOf({ i18n }, n) {
  return h('span', { class: 'count' }, i18n.number(n), hidden(` ${i18n.t('n.ties-word', { n })}`));
}

/**
 * @param {Context} context
 * @param {string} id
 * @param {string} label
 * @param {Group[]} groups
 * @param {string} [shape]
 */
function menu(context, id, label, groups, shape = '') {
  const { state, i18n, go } = context;
  const chosen = [...new Set(groups.map((g) => g.key))].reduce((n, key) => n + state[key].length, 0);
  const fields = groups.map(({ key, title, options }) =>
    h(
      'fieldset',
      {},
      h('legend', { class: title ? null : 'visually-hidden' }, title ?? label),
      options.map(({ id: word, label: text, mark }) =>
        h(
          'label',
          { class: 'option' },
          h('input', {
            type: 'checkbox',
            id: `filter-${key}-${word}`,
            checked: state[key].includes(word),
            on: { change: () => go(toggle(state, key, word)) },
          }),
          mark ?? null,
          h('span', { class: 'text' }, text),
        ),
      ),
    ),
  );
  const more = id === 'instrument' ? i18n.t('filter.counted-instrument') : id === 'state' || id === 'area' ? i18n.t('filter.counted-more') : '';
  const note = h('p', { class: 'hint counted' }, i18n.t('filter.counted'), ' ', more);
  return disclosure(
    `menu-${id}`,
    [label, chosen > 0 ? h('span', { class: 'badge' }, chosen) : null],
    [...fields, note],
    shape,
  );
}

/**
 * @param {Context} context
 * @param {string} id
 * @param {string} label
 * @param {boolean} on
 * @param {State} next
 */
function toggleSwitch({ go }, id, label, on, next) {
  return h(
    'label',
    { class: 'switch' },
    h('input', { type: 'checkbox', role: 'switch', id, checked: on, on: { change: () => go(next) } }),
    h('span', { class: 'track', 'aria-hidden': 'true' }),
    h('span', {}, label),
  );
}
