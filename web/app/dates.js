/** The two dates: on which day things stand, and what had been published by then. */

/** @import { Context } from './context.js' */
import { documentDays, readDay } from './days.js';
import { disclosure, h, hidden } from './dom.js';

/**
 * Whether a day is looked at, or sources are asked for, that lie after the last document.
 * @param {Pick<Context, 'state' | 'meta'>} context
 */
export const isAfter = ({ state, meta: { dates } }) =>
  (state.asOf || dates.as_of) > dates.as_of || (state.known || dates.known) > dates.known;

/**
 * Both dates: a slider over the days on which something changes, a step to either side, and any day at all.
 * @param {Context} context
 */
export function dates(context) {
  const { state, meta, i18n, go } = context;
  const { t, day } = i18n;
  const asOf = state.asOf || meta.dates.as_of;
  const known = state.known || meta.dates.known;
  const label = [
    h('span', { class: 'muted' }, t('date.as-of')),
    ' ',
    h('strong', {}, day(asOf)),
    known < meta.dates.known ? h('span', { class: 'badge' }, t('date.known-short')) : null,
    isAfter(context) ? h('span', { class: 'badge' }, t('date.after-short')) : null,
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
        label: t('date.known-question'),
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
  const days = documentDays(meta);
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
    'aria-describedby': `${id}-hint`,
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
  const understood = h('output', { class: 'hint', id: `${id}-understood`, for: `${id}-date` });
  const input = h('input', {
    type: 'text',
    id: `${id}-date`,
    value: day(value),
    autocomplete: 'off',
    spellcheck: 'false',
    size: 16,
    'aria-describedby': `${id}-date-hint ${id}-problem`,
  });
  const apply = () => {
    const text = input.value.trim();
    const read = readDay(text);
    input.setAttribute('aria-invalid', String(read === null));
    problem.textContent = read === null ? t('date.problem', { text }) : '';
    if (read !== null) set(read);
  };
  input.addEventListener('input', () => {
    const read = readDay(input.value);
    understood.textContent = read === null ? '' : t('date.understood', { day: day(read) });
    if (read !== null) {
      input.setAttribute('aria-invalid', 'false');
      problem.textContent = '';
    }
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') apply();
  });
  return h(
    'div',
    { class: 'field' },
    h('label', { for: `${id}-stop` }, label),
    output,
    h('p', { class: 'hint', id: `${id}-hint` }, hint),
    h('div', { class: 'slider' }, step(-1), slider, step(1)),
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
    understood,
    h('p', { class: 'hint', id: `${id}-date-hint` }, t('date.free-hint')),
    problem,
  );
}
