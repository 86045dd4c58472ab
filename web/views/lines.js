/** The columns of a list of findings: who, on what, with which value, and in words. */

/** @import { Line, Section } from '../types/wire' */
/** @import { Context } from '../app/context.js' */
/** @import { Column } from '../app/table.js' */
import { actorOf, kindOf, link, nameOf, wordOf } from '../app/context.js';
import { h, hidden } from '../app/dom.js';
import { cellValue, stateValue } from '../app/shapes.js';
import { select } from '../app/state.js';
import { onOnePlace } from './firmness.js';

/**
 * @param {Context} context
 * @param {Section} section
 * @returns {Column<Line>[]}
 */
export function lineColumns(context, section) {
  const { state, i18n } = context;
  const { t, pick } = i18n;
  const { lines } = section;
  /** @param {string} id */
  const actor = (id) =>
    actorOf(context.meta, id)
      ? link(select(state, { node: id }), {}, nameOf(context, id))
      : nameOf(context, id);
  /** @type {Column<Line>[]} */
  const columns = [];
  if (lines.some((l) => l.actors.length > 0)) {
    const single = lines.every((l) => l.actors.length === 1);
    columns.push({
      id: 'actors',
      label: t(single ? 'column.partner' : 'column.actors'),
      key: (l) => l.actors.map((a) => nameOf(context, a)).join(', '),
      cell: (l) => [
        ...l.actors.flatMap((a, i) => (i === 0 ? [actor(a)] : [', ', actor(a)])),
        l.scores ? h('span', { class: 'scores' }, l.scores.map((n, i) => `x${i + 1}\u00a0${n}`).join(' · ')) : null,
      ],
    });
  }
  if (new Set(lines.map((l) => l.column)).size > 1) {
    columns.push({
      id: 'column',
      label: t('column.domain'),
      key: (l) => l.column ?? null,
      cell: (l) => columnName(context, l.column ?? ''),
      csv: (l) => columnName(context, l.column ?? ''),
    });
  }
  if (lines.some((l) => l.value !== undefined)) {
    columns.push({
      id: 'value',
      label: t(VALUE_LABELS[section.id] ?? 'column.value'),
      key: (l) => valueKey(l.value ?? ''),
      cell: (l) => (l.told ? [lineValue(context, l.value ?? ''), h('p', { class: 'small muted' }, t('told.line', { text: pick(l.told) }))] : lineValue(context, l.value ?? '')),
      csv: (l) => textOf(lineValue(context, l.value ?? '')),
      numeric: lines.every((l) => /^\d+$/.test(l.value ?? '')),
    });
  }
  if (lines.some((l) => l.scores)) {
    for (const [i, key] of /** @type {const} */ (['score.x1', 'score.x2', 'score.x3']).entries()) {
      columns.push({
        id: `x${i + 1}`,
        label: t(key),
        key: (l) => l.scores?.[i] ?? null,
        numeric: true,
        descending: true,
        room: 'widest',
      });
    }
  }
  if (lines.some((l) => l.ranks)) {
    columns.push({
      id: 'ranks',
      label: t('column.ranks'),
      key: (l) => l.ranks?.median ?? null,
      cell: (l) => (l.ranks ? ranks(context, l.ranks) : ''),
      csv: (l) => (l.ranks ? ranks(context, l.ranks) : ''),
      room: 'widest',
    });
  }
  const firm = held(context, lines);
  const lone = (/** @type {Line} */ l) =>
    l.evidence.length > 0 && onOnePlace(l)
      ? h('span', { class: 'fragile', title: t('firm.lone-note') }, t('firm.lone-mark'))
      : null;
  if (isTold(lines)) {
    if (lines.some((l) => lone(l) !== null))
      columns.push({ id: 'lone', label: t('firm.tab'), key: (l) => lone(l)?.textContent ?? '', cell: lone, room: 'wide' });
    return [...columns, ...firm];
  }
  columns.push({
    id: 'text',
    label: t('column.finding'),
    key: (l) => pick(l.text),
    cell: (l) => [link(select(state, { finding: l.id ?? '' }), { class: 'finding' }, pick(l.text)), lone(l)],
    ...(lines.some((l) => l.actors.length > 0) ? { room: /** @type {const} */ ('wide') } : {}),
  });
  return [...columns, ...firm];
}

/**
 * Under how many of the alternative codings each line holds; where one undoes it, which.
 * @param {Context} context
 * @param {readonly Line[]} lines
 * @returns {Column<Line>[]}
 */
function held({ i18n: { t, pick } }, lines) {
  if (!lines.some((l) => l.holds)) return [];
  const share = (/** @type {Line} */ l) => (l.holds ? `${l.holds.under}/${l.holds.of}` : '');
  return [
    {
      id: 'holds',
      label: t('firm.codings-held'),
      title: t('firm.codings-held-note'),
      key: (l) => (l.holds ? l.holds.under / Math.max(1, l.holds.of) : null),
      cell: (l) => (l.holds?.fragile ? h('span', { class: 'fragile', title: pick(l.holds.text) }, share(l), hidden(`: ${pick(l.holds.text)}`)) : share(l)),
      csv: (l) => (l.holds ? pick(l.holds.text) : ''),
      room: 'widest',
    },
  ];
}

/**
 * Whether the columns say what the sentences say: these then stand with the quotations, where a line unfolds.
 * @param {readonly Line[]} lines
 */
export function isTold(lines) {
  return lines.length > 0 && lines.every((l) => l.scores !== undefined && l.evidence.length > 0);
}

/**
 * The ranks over all weightings, in words.
 * @param {Context} context
 * @param {import('../types/wire').Ranks} ranks
 */
function ranks({ i18n }, { best, worst, median }) {
  return i18n.t('value.ranks', { best, worst, median });
}

/** @type {Readonly<Record<string, import('../app/i18n.js').Key>>} */
const VALUE_LABELS = {
  candidates: 'column.front',
  exclusions: 'column.reason',
  trade: 'column.state',
  'digital-only': 'column.security-leg',
  both: 'column.legs',
  'security-only': 'column.legs',
  parallel: 'column.areas',
  'only-through-eu': 'column.level',
  meetings: 'column.level',
  'without-eu': 'column.level',
  formats: 'column.level',
};

/** @type {Readonly<Record<string, import('../app/i18n.js').Key>>} */
const VALUES = {
  none: 'value.none',
  both: 'value.both',
  'security-only': 'value.security-only',
  concern: 'value.concern',
  'not-a-state': 'value.not-a-state',
};

/**
 * A value in words, with its sign where it is a cell's or a state's.
 * @param {Context} context
 * @param {string} value
 */
function lineValue(context, value) {
  const { meta, i18n } = context;
  const front = /^front-(\d+)$/.exec(value)?.[1];
  if (front) return i18n.t('value.front', { front });
  const key = VALUES[value];
  if (key) return i18n.t(key);
  if (meta.cells.some((c) => c.id === value)) return cellValue(context, value);
  if (meta.states.some((s) => s.id === value)) return stateValue(context, value);
  if (meta.levels.some((l) => l.id === value)) return wordOf(context, meta.levels, value);
  return value;
}

/** @param {string} value */
function valueKey(value) {
  const number = /(\d+)$/.exec(value)?.[1];
  return number ? Number(number) : value;
}

/** @param {string | HTMLElement} content */
function textOf(content) {
  return typeof content === 'string' ? content : (content.textContent ?? '').trim();
}

/**
 * The name of a domain, an area or a kind.
 * @param {Context} context
 * @param {string} id
 */
function columnName(context, id) {
  const { meta, i18n } = context;
  const entry =
    meta.domains.find((d) => d.id === id) ?? meta.areas.find((a) => a.id === id) ?? kindOf(meta, id);
  return entry ? i18n.pick(entry.names) : id;
}
