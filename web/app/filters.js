/** The filter: named menus with counts, and each choice as a chip that can be taken off. */

/** @import { Network } from '../types/wire' */
/** @import { Context, FilterName } from './context.js' */
/** @import { Child } from './dom.js' */
/** @import { ListKey, State } from './state.js' */
import { FAMILIES, familyOf, nameOf, wordOf } from './context.js';
import { h, hidden, replace, s } from './dom.js';
import { swatch } from './shapes.js';
import { isFiltered, toggle, unfiltered } from './state.js';

/** @typedef {{ id: string, label: string, count?: number | undefined, mark?: Node }} Option */
/** @typedef {{ title?: string, options: Option[] }} Group */

/**
 * How many actors and ties bear each word, in the whole network on the dates.
 * @param {Network} network
 * @returns {Record<ListKey, Map<string, number>>}
 */
export function tally({ nodes, ties }) {
  /** @param {string[]} words */
  const count = (words) => {
    /** @type {Map<string, number>} */
    const out = new Map();
    for (const word of words) out.set(word, (out.get(word) ?? 0) + 1);
    return out;
  };
  return {
    kind: count(nodes.map((n) => n.kind)),
    instrument: count(ties.flatMap((t) => (t.carries ? [t.kind, t.carries] : [t.kind]))),
    state: count(ties.map((t) => t.state)),
    area: count(ties.flatMap((t) => t.areas)),
    domain: count(ties.flatMap((t) => t.domains)),
    class: count(ties.map((t) => t.class)),
  };
}

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
 * @param {Network | null} network  the whole network on the dates, for the counts
 * @param {HTMLElement} place  where the bar stands; its open menus stay open
 */
export function filters(context, which, network, place) {
  const { t } = context.i18n;
  const open = new Set([...place.querySelectorAll('details[open]')].map((d) => d.id));
  if (which.length === 0) {
    replace(place);
    return;
  }
  const counts = network && tally(network);
  const all = {
    dates: () => dates(context),
    ...lists(context, counts),
    'without-eu': () => withoutEu(context),
  };
  const menus = which.map((name) => all[name]());
  replace(
    place,
    h('div', { class: 'menus', role: 'group', 'aria-label': t('filter.label') }, menus),
    chips(context, which, counts),
  );
  for (const menu of place.querySelectorAll('details')) menu.open = open.has(menu.id);
}

/**
 * @param {Context} context
 * @param {Record<ListKey, Map<string, number>> | null} counts
 */
function lists(context, counts) {
  const { meta, i18n } = context;
  const { t, pick } = i18n;
  /** @param {ListKey} key @param {readonly { id: string, names: import('../types/wire').Label }[]} words */
  const options = (key, words) =>
    words.map(({ id, names }) => ({
      id,
      label: pick(names),
      count: counts?.[key].get(id) ?? (counts ? 0 : undefined),
    }));
  const kinds = FAMILIES.map((family) => ({
    title: t(family.label),
    options: options(
      'instrument',
      meta.kinds.filter((k) => familyOf(k.id) === family.id),
    ).map((o) => ({ ...o, mark: swatch(o.id) })),
  })).filter((g) => g.options.length > 0);
  const classes = options('class', meta.classes).map((o) =>
    o.id === 'stated' ? o : { ...o, count: undefined },
  );
  return {
    kind: () => menu(context, 'kind', t('filter.kind'), [{ options: options('kind', meta.actor_kinds) }]),
    instrument: () => menu(context, 'instrument', t('filter.instrument'), kinds, 'broad'),
    state: () => menu(context, 'state', t('filter.state'), [{ options: options('state', meta.states) }]),
    area: () => menu(context, 'area', t('filter.area'), [{ options: options('area', meta.areas) }]),
    class: () =>
      menu(context, 'class', t('filter.class'), [{ title: t('filter.class-note'), options: classes }]),
  };
}

/**
 * @param {Context} context
 * @param {ListKey} key
 * @param {string} label
 * @param {Group[]} groups
 * @param {string} [shape]
 */
function menu({ state, i18n, go }, key, label, groups, shape = '') {
  const chosen = state[key].length;
  const fields = groups.map(({ title, options }) =>
    h(
      'fieldset',
      {},
      h('legend', { class: title ? null : 'visually-hidden' }, title ?? label),
      options.map(({ id, label: text, count, mark }) =>
        h(
          'label',
          { class: count === 0 ? 'option is-empty' : 'option' },
          h('input', {
            type: 'checkbox',
            id: `filter-${key}-${id}`,
            checked: state[key].includes(id),
            on: { change: () => go(toggle(state, key, id)) },
          }),
          mark ?? null,
          h('span', { class: 'text' }, text),
          count === undefined ? null : h('span', { class: 'count' }, i18n.number(count)),
        ),
      ),
    ),
  );
  return disclosure(
    `menu-${key}`,
    [label, chosen > 0 ? h('span', { class: 'badge' }, chosen) : null],
    fields,
    shape,
  );
}

/**
 * @param {string} id
 * @param {Child[]} label
 * @param {Child[]} content
 * @param {string} [shape]
 */
function disclosure(id, label, content, shape = '') {
  const chevron = s(
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
  return h(
    'details',
    { id, class: `menu ${shape}` },
    h('summary', { id: `${id}-button` }, label, chevron),
    h('div', { class: 'sheet' }, content),
  );
}

/** @param {Context} context */
function withoutEu({ state, i18n, go }) {
  return h(
    'label',
    { class: 'switch' },
    h('input', {
      type: 'checkbox',
      role: 'switch',
      id: 'without-eu',
      checked: state.withoutEu,
      on: { change: () => go({ ...state, withoutEu: !state.withoutEu, splitEu: false }) },
    }),
    h('span', { class: 'track', 'aria-hidden': 'true' }),
    h('span', {}, i18n.t('filter.without-eu')),
  );
}

/** @param {Context} context */
function dates(context) {
  const { state, meta, i18n, go } = context;
  const { t, day } = i18n;
  const asOf = state.asOf || meta.dates.as_of;
  /** @param {string} date */
  const set = (date) => go({ ...state, asOf: date === meta.dates.as_of ? '' : date });
  const { stops } = meta;
  const after = stops.findIndex((s_) => s_ >= asOf);
  const at = after < 0 ? stops.length - 1 : after;
  const output = h('output', { class: 'stop', for: 'as-of-stop' }, day(asOf));
  const slider = h('input', {
    type: 'range',
    id: 'as-of-stop',
    min: 0,
    max: stops.length - 1,
    value: at,
    'aria-valuetext': day(asOf),
    on: {
      input: () => {
        const stop = stops[Number(slider.value)] ?? asOf;
        output.textContent = day(stop);
        slider.setAttribute('aria-valuetext', day(stop));
      },
      change: () => set(stops[Number(slider.value)] ?? asOf),
    },
  });
  const problem = h('p', { class: 'field-problem', id: 'as-of-problem', role: 'alert' });
  const input = h('input', {
    type: 'text',
    id: 'as-of-date',
    value: asOf,
    inputmode: 'numeric',
    autocomplete: 'off',
    spellcheck: 'false',
    size: 12,
    'aria-describedby': 'as-of-hint as-of-problem',
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
  const known = h(
    'select',
    {
      id: 'known',
      on: { change: () => go({ ...state, known: known.value === meta.dates.known ? '' : known.value }) },
    },
    knownDates(context).map((date) =>
      h('option', { value: date, selected: date === (state.known || meta.dates.known) }, day(date)),
    ),
  );
  const step = (/** @type {number} */ by) => {
    const stop = by < 0 ? stops.findLast((s_) => s_ < asOf) : stops.find((s_) => s_ > asOf);
    return h(
      'button',
      {
        type: 'button',
        id: by < 0 ? 'as-of-before' : 'as-of-after',
        disabled: stop === undefined,
        'aria-label': t(by < 0 ? 'date.before' : 'date.after'),
        on: { click: () => stop && set(stop) },
      },
      by < 0 ? '‹' : '›',
    );
  };
  const label = [h('span', { class: 'muted' }, t('date.as-of')), ' ', h('strong', {}, day(asOf))];
  return disclosure(
    'menu-date',
    label,
    [
      h(
        'div',
        { class: 'field' },
        h('label', { for: 'as-of-stop' }, t('date.stops')),
        output,
        h('div', { class: 'slider' }, step(-1), slider, step(1)),
        h('p', { class: 'hint' }, t('date.stops-hint')),
      ),
      h(
        'div',
        { class: 'field' },
        h('label', { for: 'as-of-date' }, t('date.free')),
        h(
          'div',
          { class: 'row' },
          input,
          h('button', { type: 'button', id: 'as-of-apply', on: { click: apply } }, t('date.apply')),
        ),
        h('p', { class: 'hint', id: 'as-of-hint' }, t('date.free-hint')),
        problem,
      ),
      h(
        'div',
        { class: 'field' },
        h('label', { for: 'known' }, t('date.known')),
        known,
        h('p', { class: 'hint' }, t('date.known-hint')),
      ),
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

/** @param {Context} context */
function knownDates({ state, meta }) {
  const days = meta.dataset.documents.map((d) => d.date);
  if (state.additional && meta.additional_until !== null) days.push(meta.additional_until);
  if (state.known !== '' && !days.includes(state.known)) days.push(state.known);
  return [...new Set(days)].sort();
}

/**
 * @param {Context} context
 * @param {readonly FilterName[]} which
 * @param {Record<ListKey, Map<string, number>> | null} counts
 */
function chips(context, which, counts) {
  const { state, meta, i18n, go } = context;
  const { t, day, pick } = i18n;
  /** @type {Node[]} */
  const out = [];
  /** @param {string} text @param {State} without @param {string} id @param {number} [count] */
  const chip = (text, without, id, count) =>
    out.push(
      h(
        'li',
        {},
        h(
          'button',
          { type: 'button', class: 'chip', id: `chip-${id}`, on: { click: () => go(without) } },
          h('span', {}, text),
          count === undefined ? null : h('span', { class: 'count' }, i18n.number(count)),
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
    if (!whole && !which.some((name) => name === key)) continue;
    for (const value of state[key]) {
      const count = key === 'class' ? undefined : counts?.[key].get(value);
      const name = words[key].find((w) => w.id === value);
      chip(name ? pick(name.names) : value, toggle(state, key, value), `${key}-${value}`, count);
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
