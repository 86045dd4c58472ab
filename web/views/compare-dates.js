/** Compare: two dates side by side. */

/** @import { Context, Sight } from '../app/context.js' */
import * as api from '../app/api.js';
import { link } from '../app/context.js';
import { documentDays, firstDay, readDay } from '../app/days.js';
import { h } from '../app/dom.js';
import { failure } from '../app/message.js';
import { apiQuery } from '../app/state.js';
import { csv } from '../app/table.js';
import { changeCsv } from './change-csv.js';
import { changeParts, changeSentence } from './change.js';

/**
 * @param {Context} context
 * @param {Sight} sight
 * @returns {Promise<Sight>}
 */
export async function datesSight(context, sight) {
  const { state, meta, i18n } = context;
  const { t, day } = i18n;
  const [from, to] = state.dates;
  const chosen = dateFields(context);
  if (!from || !to) {
    const days = documentDays(meta);
    const next = meta.stops.find((s) => s > meta.dates.as_of);
    const pairs = [
      [days[0] ?? '', meta.dates.as_of],
      [meta.dates.as_of, next ?? ''],
    ].filter(([a, b]) => a !== '' && b !== '' && a !== b);
    return {
      ...sight,
      sentence: t('compare.start-dates'),
      body: [
        chosen,
        waysToBegin(
          context,
          pairs.map((pair) => link({ ...state, dates: pair }, { class: 'way' }, t('date.range', { from: day(pair[0] ?? ''), to: day(pair[1] ?? '') }))),
        ),
      ],
    };
  }
  try {
    const change = await api.compareDates(apiQuery({ ...state, asOf: '' }, { extra: { dates: `${from},${to}` } }));
    const name = `relier-compare-${from}-${to}`;
    const flat = changeCsv(context, change);
    return {
      ...sight,
      title: t('compare.title-dates', { from: day(from), to: day(to) }),
      sentence: changeSentence(context, change),
      body: [chosen, ...changeParts(context, change), notes(context, change.notes)],
      command: change.command,
      downloads: [
        { format: 'csv', name, make: () => csv(flat.columns, flat.rows) },
        { format: 'json', name, make: () => JSON.stringify(change, null, 1) },
      ],
    };
  } catch (error) {
    return { ...sight, body: [chosen, failure(context, error)] };
  }
}

/**
 * Comparisons to begin with, where nothing is compared yet.
 * @param {Context} context
 * @param {readonly Element[]} ways
 */
export function waysToBegin({ i18n }, ways) {
  if (ways.length === 0) return null;
  return h(
    'section',
    { class: 'suggestions', 'aria-labelledby': 'suggestions' },
    h('h2', { id: 'suggestions' }, i18n.t('compare.suggestions')),
    h(
      'ul',
      {},
      ways.map((way) => h('li', {}, way)),
    ),
  );
}

/**
 * @param {Context} context
 * @param {readonly import('../types/wire').Label[]} all
 */
export function notes({ i18n }, all) {
  return h(
    'section',
    { class: 'notes' },
    h('h2', {}, i18n.t('rank.notes')),
    h(
      'ul',
      { class: 'limits' },
      all.map((n) => h('li', {}, i18n.pick(n))),
    ),
  );
}

/**
 * The two days: from the days on which something begins, ends or is published, or any other.
 * @param {Context} context
 */
function dateFields(context) {
  const { state, meta, i18n, go } = context;
  const { t, day } = i18n;
  const usual = [firstDay(meta), meta.dates.as_of];
  const field = (/** @type {number} */ i, /** @type {string} */ id, /** @type {string} */ label) => {
    const now = state.dates[i] ?? usual[i] ?? '';
    const all = [...new Set([...meta.stops, now])].filter((d) => d !== '').sort();
    const other = h('input', {
      type: 'text',
      id: `${id}-other`,
      class: 'other-day',
      hidden: true,
      autocomplete: 'off',
      size: 16,
      placeholder: day(now),
      'aria-label': `${label}: ${t('date.free')}`,
      'aria-describedby': 'dates-problem',
    });
    const choice = h(
      'select',
      {
        id,
        on: {
          change: () => {
            other.hidden = choice.value !== '';
            if (!other.hidden) other.focus();
          },
        },
      },
      all.map((d) => h('option', { value: d, selected: d === now }, day(d))),
      h('option', { value: '' }, t('compare.other-day')),
    );
    const read = () => {
      const found = choice.value === '' ? readDay(other.value.trim()) : choice.value;
      other.setAttribute('aria-invalid', String(found === null));
      if (found === null) {
        problem.textContent = t('date.problem', { text: other.value.trim() });
        other.focus();
      }
      return found;
    };
    return { element: h('div', { class: 'field' }, h('label', { for: id }, label), choice, other), read };
  };
  const problem = h('p', { class: 'field-problem', id: 'dates-problem', role: 'alert' });
  const [first, second] = [field(0, 'date-from', t('compare.from')), field(1, 'date-to', t('compare.to'))];
  return h(
    'form',
    {
      class: 'chooser dates-chooser',
      on: {
        submit: (/** @type {Event} */ event) => {
          event.preventDefault();
          problem.textContent = '';
          const [from, to] = [first.read(), second.read()];
          if (from === null || to === null) return;
          if (from === to) problem.textContent = t('compare.same-day');
          else go({ ...state, dates: [from, to].toSorted() });
        },
      },
    },
    first.element,
    second.element,
    problem,
    h('button', { type: 'submit', id: 'compare-dates-go', class: 'primary' }, t('compare.go')),
  );
}
