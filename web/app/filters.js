/** The filter: named menus with counts, and each choice as a chip that can be taken off. */

/** @import { Context, FilterName } from './context.js' */
/** @import { Child } from './dom.js' */
/** @import { Counts } from './facets.js' */
/** @import { ListKey, State } from './state.js' */
import { FAMILIES, familyOf, nameOf, wordOf } from './context.js';
import { h, hidden, replace, s } from './dom.js';
import { classes, classesAtHand } from './facets.js';
import { swatch } from './shapes.js';
import { isFiltered, toggle, unfiltered } from './state.js';

/** @typedef {{ id: string, label: string, mark?: Node }} Option */
/** @typedef {{ key: ListKey, title?: string, options: Option[] }} Group */

/**
 * Whether a text is a day of the calendar.
 * @param {string} text
 */
export function isDate(text) {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  return y > 0 && m >= 1 && m <= 12 && d >= 1 && d <= new Date(Date.UTC(y, m, 0)).getUTCDate();
}

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
  for (const menu of place.querySelectorAll('details')) menu.open = open.has(menu.id);
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
  const note = h('p', { class: 'hint counted' }, i18n.t('filter.counted'));
  return disclosure(
    `menu-${id}`,
    [label, chosen > 0 ? h('span', { class: 'badge' }, chosen) : null],
    [...fields, note],
    shape,
  );
}

function chevron() {
  return s(
    'svg',
    {
      class: 'chevron',
      viewBox: '0 0 16 16',
      width: 10,
      height: 10,
      'aria-hidden': 'true',
      focusable: 'false',
    },
    s('path', { d: 'M3 6l5 5 5-5', class: 'outline' }),
  );
}

/**
 * @param {string} id
 * @param {Child[]} label
 * @param {Child[]} content
 * @param {string} [shape]
 */
function disclosure(id, label, content, shape = '') {
  return h(
    'details',
    { id, class: `menu ${shape}` },
    h('summary', { id: `${id}-button` }, label, chevron()),
    h('div', { class: 'sheet' }, content),
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

/**
 * Both dates: a slider over the days on which something changes, a step to either side, and any day at all.
 * @param {Context} context
 */
function dates(context) {
  const { state, meta, i18n, go } = context;
  const { t, day } = i18n;
  const asOf = state.asOf || meta.dates.as_of;
  const known = state.known || meta.dates.known;
  const label = [
    h('span', { class: 'muted' }, t('date.as-of')),
    ' ',
    h('strong', {}, day(asOf)),
    known === meta.dates.known ? null : h('span', { class: 'badge' }, t('date.known-short')),
  ];
  return disclosure(
    'menu-date',
    label,
    [
      dateField(context, {
        id: 'as-of',
        label: t('date.stops'),
        hint: t('date.stops-hint'),
        stops: meta.stops,
        value: asOf,
        set: (date) => go({ ...state, asOf: date === meta.dates.as_of ? '' : date }),
      }),
      dateField(context, {
        id: 'known',
        label: t('date.known'),
        hint: t('date.known-hint'),
        stops: knownDays(context),
        value: known,
        set: (date) => go({ ...state, known: date === meta.dates.known ? '' : date }),
      }),
      meta.additional_until === null ? null : additional(context),
    ],
    'dates',
  );
}

/**
 * What other public texts say: outside the documents, not machine-checked, and off until asked for.
 * @param {Context} context
 */
function additional({ state, i18n, go }) {
  const change = () => go({ ...state, additional: !state.additional });
  return h(
    'div',
    { class: 'field' },
    h(
      'label',
      { class: 'switch' },
      h('input', { type: 'checkbox', role: 'switch', id: 'additional', checked: state.additional, on: { change } }),
      h('span', { class: 'track', 'aria-hidden': 'true' }),
      h('span', {}, i18n.t('filter.additional')),
    ),
    h('p', { class: 'hint' }, i18n.t('filter.additional-hint')),
  );
}

/**
 * The days by which sources count: those of the documents, and with the additional sources the day until which they were read.
 * @param {Context} context
 */
function knownDays({ state, meta }) {
  const days = meta.dataset.documents.map((d) => d.date);
  if (state.additional && meta.additional_until !== null) days.push(meta.additional_until);
  return [...new Set(days)].sort();
}

/**
 * @param {Context} context
 * @param {{ id: string, label: string, hint: string, stops: readonly string[], value: string, set: (date: string) => void }} given
 */
function dateField({ i18n }, { id, label, hint, stops, value, set }) {
  const { t, day } = i18n;
  const after = stops.findIndex((stop) => stop >= value);
  const output = h('output', { class: 'stop', for: `${id}-stop` }, day(value));
  const slider = h('input', {
    type: 'range',
    id: `${id}-stop`,
    min: 0,
    max: Math.max(0, stops.length - 1),
    value: after < 0 ? stops.length - 1 : after,
    'aria-valuetext': day(value),
    on: {
      input: () => {
        const stop = stops[Number(slider.value)] ?? value;
        output.textContent = day(stop);
        slider.setAttribute('aria-valuetext', day(stop));
      },
      change: () => set(stops[Number(slider.value)] ?? value),
    },
  });
  const step = (/** @type {number} */ by) => {
    const stop = by < 0 ? stops.findLast((one) => one < value) : stops.find((one) => one > value);
    const name = stop ? `${t(by < 0 ? 'date.before' : 'date.after')}: ${day(stop)}` : t(by < 0 ? 'date.before' : 'date.after');
    return h(
      'button',
      {
        type: 'button',
        id: by < 0 ? `${id}-before` : `${id}-after`,
        'aria-disabled': stop === undefined ? 'true' : null,
        'aria-label': name,
        title: name,
        on: { click: () => stop && set(stop) },
      },
      by < 0 ? '‹' : '›',
    );
  };
  const problem = h('p', { class: 'field-problem', id: `${id}-problem`, role: 'alert' });
  const input = h('input', {
    type: 'text',
    id: `${id}-date`,
    value,
    inputmode: 'numeric',
    autocomplete: 'off',
    spellcheck: 'false',
    size: 12,
    'aria-describedby': `${id}-date-hint ${id}-problem`,
  });
  const apply = () => {
    const text = input.value.trim();
    const fine = isDate(text);
    input.setAttribute('aria-invalid', String(!fine));
    problem.textContent = fine ? '' : t('date.problem', { text });
    if (fine) set(text);
  };
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') apply();
  });
  return h(
    'div',
    { class: 'field' },
    h('label', { for: `${id}-stop` }, label),
    output,
    h('div', { class: 'slider' }, step(-1), slider, step(1)),
    h('p', { class: 'hint' }, hint),
    h('label', { for: `${id}-date`, class: 'exact' }, t('date.free')),
    h(
      'div',
      { class: 'row' },
      input,
      h(
        'button',
        { type: 'button', id: `${id}-apply`, on: { click: apply } },
        t('date.apply'),
        hidden(`: ${label}`),
      ),
    ),
    h('p', { class: 'hint', id: `${id}-date-hint` }, t('date.free-hint')),
    problem,
  );
}

/**
 * @param {Context} context
 * @param {readonly FilterName[]} which
 */
function chips(context, which) {
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
  if (state.asOf !== '') chip(`${t('date.as-of')} ${day(state.asOf)}`, { ...state, asOf: '' }, 'as-of');
  if (state.known !== '') chip(`${t('date.known')}: ${day(state.known)}`, { ...state, known: '' }, 'known');
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
