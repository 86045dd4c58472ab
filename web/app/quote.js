/** Quotations: the words of the document, unchanged and in their language, with their place and the way to it. */

/** @import { Evidence } from '../types/wire' */
/** @import { Context } from './context.js' */
import { pieces } from './bytes.js';
import { link } from './context.js';
import { h, hidden } from './dom.js';
import { place } from './place.js';
import { BETWEEN } from './table.js';
import { toPassage } from './state.js';

/** What stands for the words of a sentence that a quotation leaves out. @param {Evidence} evidence */
const before = ({ cut }) => (cut === 'before' || cut === 'both' ? '[…] ' : '');
/** @param {Evidence} evidence */
const after = ({ cut }) => (cut === 'after' || cut === 'both' ? ' […]' : '');

/**
 * A quotation as it is cited: «…» (JOIN(2025) 140 final, section 2, point (4)).
 * @param {Context} context
 * @param {Evidence} evidence
 */
export function citation(context, evidence) {
  const card = context.meta.dataset.documents.find((d) => d.id === evidence.document);
  return `«${before(evidence)}${evidence.quote}${after(evidence)}» (${card?.reference ?? evidence.document}, ${context.i18n.pick(place(evidence.at))})`;
}

/**
 * The column of a CSV that holds what its rows rest on: each quotation once, with its place in words.
 * @template R
 * @param {Context} context
 * @param {(row: R) => readonly Evidence[]} of
 * @returns {import('./table.js').Column<R>}
 */
export function quotations(context, of) {
  return {
    id: 'quotations',
    label: context.i18n.t('panel.quotations'),
    rest: context.i18n.t('column.continued'),
    key: (r) => distinct(of(r)).map((e) => citation(context, e)).join(BETWEEN),
  };
}

/**
 * Where footnotes are called in a document.
 * @param {Context} context
 * @param {string} id
 */
export const calls = ({ meta }, id) => meta.calls.find((c) => c.document === id)?.at ?? [];

/**
 * A stretch of a document, the numbers that call its footnotes raised; not a character is added or left out.
 * @param {Context} context
 * @param {{ document: string, start: number }} where
 * @param {string} text
 * @returns {(string | HTMLElement)[]}
 */
export function raised(context, { document: id, start }, text) {
  const spans = calls(context, id).map(([from = 0, to = 0]) => ({ start: from, end: to }));
  return pieces(text, start, spans).map((piece) => (piece.spans.length === 0 ? piece.text : h('sup', { class: 'call' }, piece.text)));
}

/**
 * @param {Context} context
 * @param {Evidence} evidence
 */
export function quotation(context, evidence) {
  const { i18n, meta, state, announce } = context;
  const card = meta.dataset.documents.find((d) => d.id === evidence.document);
  const where = i18n.pick(place(evidence.at));
  const copy = async () => {
    await navigator.clipboard.writeText(citation(context, evidence));
    announce(i18n.t('copied.citation'), { seen: true });
  };
  return h(
    'figure',
    { class: 'quotation' },
    h(
      'blockquote',
      { lang: card?.language ?? 'fr' },
      h('p', {}, '«', before(evidence), h('span', { class: 'words' }, raised(context, evidence, evidence.quote)), after(evidence), '»'),
    ),
    h(
      'figcaption',
      {},
      h('span', { class: 'source' }, h('cite', {}, card?.reference ?? evidence.document), ', ', where, card?.language === 'fr' && i18n.lang !== 'fr' ? ` (${i18n.t('quote.in-french')})` : ''),
      h(
        'span',
        { class: 'ways' },
        link(
          toPassage(state, evidence),
          { class: 'open-passage' },
          i18n.t('quote.open'),
          hidden(`: ${where}`),
        ),
        h(
          'button',
          { type: 'button', class: 'plain', on: { click: copy } },
          i18n.t('quote.copy'),
          hidden(`: ${where}`),
        ),
      ),
    ),
  );
}

/**
 * Whether two quotations are the same stretch of the same document.
 * @param {Evidence} a
 * @param {Evidence} b
 */
export function same(a, b) {
  return a.document === b.document && a.start === b.start && a.end === b.end;
}

/**
 * Quotations, each once.
 * @param {readonly Evidence[]} evidence
 */
export function distinct(evidence) {
  return evidence.filter((e, i) => evidence.findIndex((other) => same(e, other)) === i);
}

/**
 * Quotations, each once, and none that a longer one holds: as many as there are passages to read.
 * @param {readonly Evidence[]} evidence
 */
export function passagesOf(evidence) {
  const all = distinct(evidence);
  const holds = (/** @type {Evidence} */ a, /** @type {Evidence} */ b) =>
    a !== b && a.document === b.document && a.start <= b.start && b.end <= a.end;
  return all.filter((e) => !all.some((other) => holds(other, e)));
}

/**
 * What every one of several lists cites.
 * @param {readonly (readonly Evidence[])[]} lists
 * @returns {Evidence[]}
 */
export function shared(lists) {
  const [first = [], ...others] = lists;
  return others.length === 0 ? [] : first.filter((e) => others.every((list) => list.some((o) => same(e, o))));
}
