/** The text of a document: each passage with its cited stretches, those found, and what rests on the one looked at. */

/** @import { Mark, Passage, Reader } from '../types/wire' */
/** @import { Context } from '../app/context.js' */
/** @import { Child } from '../app/dom.js' */
/** @import { State } from '../app/state.js' */
import * as api from '../app/api.js';
import { pieces } from '../app/bytes.js';
import { link, nameOf } from '../app/context.js';
import { h } from '../app/dom.js';
import { calls } from '../app/quote.js';
import { stateValue } from '../app/shapes.js';
import { address, apiQuery, select, toView } from '../app/state.js';

/** @typedef {{ start: number, end: number, ties: string[], hit: number, call?: boolean }} Stretch  `hit` is its number among those found, or -1 */
/** @typedef {{ passage: number, start: number, end: number }} Hit */
/**
 * What is shown of a passage beside its words.
 * @typedef {object} Light
 * @property {string} quote  the stretch looked at: START-END
 * @property {readonly (Hit & { n: number })[]} hits
 * @property {number} current  the number of the one looked at
 */

/** @type {Light} */
export const DARK = { quote: '', hits: [], current: -1 };

/** @param {Passage} passage */
export function depth({ at }) {
  if (/^annex (objective|subheading)/.test(at)) return at.includes('subheading') ? 3 : 2;
  if (at.includes('examples')) return 3;
  return /^s\d+\.\d/.test(at) ? 2 : 1;
}

/**
 * The id of a passage's element.
 * @param {string} at
 */
function idOf(at) {
  return `at-${at.replaceAll(/[^\p{L}\p{N}.-]/gu, '_')}`;
}

/**
 * The passages in order; the cells of an annex row together.
 * @param {Context} context
 * @param {Reader} reader
 */
export function blocks(context, { document: card, passages }) {
  const { t } = context.i18n;
  /** @type {HTMLElement[]} */
  const out = [];
  /** @type {HTMLElement | null} */
  let row = null;
  let number = '';
  for (const passage of passages) {
    const [, n = ''] = /^annex (\d+) /.exec(passage.at) ?? [];
    if (passage.kind === 'cell' && n !== '') {
      if (!row || n !== number) {
        row = h('section', { class: 'annex-row', 'aria-label': t('tie.row', { row: n }) });
        out.push(row);
        number = n;
      }
      row.append(block(context, card.id, passage));
    } else {
      row = null;
      out.push(block(context, card.id, passage));
    }
  }
  return out;
}

/**
 * @param {Context} context
 * @param {string} document
 * @param {Passage} passage
 */
function block(context, document, passage) {
  const { i18n, state } = context;
  const column = /^annex \d+ (title|description|partners|calendar)$/.exec(passage.at)?.[1] ?? '';
  const text = h('p', { class: 'passage-text' }, words(context, document, passage, DARK));
  const where = i18n.pick(passage.place);
  // Within a row of the annex the column says enough.
  const brief =
    column === '' || column === 'title'
      ? where.replace(/^annexe?, /, '')
      : (where.split(', ').at(-1) ?? where);
  const here = link(
    { ...toView(state, 'documents', document), at: passage.at },
    { class: 'locator', lang: i18n.lang, title: where },
    brief,
  );
  return h(
    'div',
    {
      class: `passage is-${passage.kind} ${column && `cell-${column}`} ${passage.kind === 'heading' ? `depth-${depth(passage)}` : ''}`,
      id: idOf(passage.at),
      'data-at': passage.at,
      tabindex: '-1',
    },
    here,
    text,
  );
}

/**
 * The words of a passage: cited stretches lead to what rests on them, found ones are marked.
 * @param {Context} context
 * @param {string} document
 * @param {Passage} passage
 * @param {Light} light
 * @returns {Child[]}
 */
export function words(context, document, passage, { quote, hits, current }) {
  const { state, i18n } = context;
  const [start = NaN, end = NaN] = quote.split('-').map(Number);
  /** @type {Stretch | null} */
  const wanted = start >= passage.start && end <= passage.end ? { start, end, ties: [], hit: -1 } : null;
  /** @type {Stretch[]} */
  const spans = [
    ...passage.marks.map((m) => ({ ...m, hit: -1 })),
    ...hits.map((f) => ({ start: f.start, end: f.end, ties: [], hit: f.n })),
    ...(wanted ? [wanted] : []),
    ...calls(context, document).map(([from = 0, to = 0]) => ({ start: from, end: to, ties: [], hit: -1, call: true })),
  ];
  /** @type {Child[]} */
  const out = [];
  /** The citation that the last piece belongs to. @type {{ mark: Stretch, ties: Set<string>, element: HTMLAnchorElement } | null} */
  let open = null;
  for (const { text, spans: over } of pieces(passage.text, passage.start, spans)) {
    const found = over.find((s) => s.hit >= 0);
    const lit = wanted !== null && over.includes(wanted);
    const plain = over.some((s) => s.call) ? [h('sup', { class: 'call' }, text)] : tidy(text);
    const content = found
      ? [
          h(
            'mark',
            {
              class: found.hit === current ? 'hit is-current' : 'hit',
              'data-hit': found.hit,
              'aria-current': found.hit === current ? 'true' : null,
            },
            plain,
          ),
        ]
      : plain;
    const shortest = over
      .filter((s) => s.ties.length > 0)
      .sort((a, b) => a.end - a.start - b.end + b.start)[0];
    if (!shortest) {
      open = null;
      out.push(...(lit ? [h('mark', { class: 'lit' }, content)] : content));
      continue;
    }
    const ties = new Set(over.flatMap((s) => s.ties));
    if (open && open.mark === shortest && open.ties.size === ties.size && open.element.classList.contains('lit') === lit) {
      open.element.append(...content);
      continue;
    }
    /** @type {State} */
    const to = {
      ...toView(state, 'documents', document),
      at: passage.at,
      quote: `${shortest.start}-${shortest.end}`,
    };
    /** @type {HTMLAnchorElement} */
    const element = h(
      'a',
      {
        href: address({ ...to, find: state.find }),
        class: lit ? 'cited lit' : 'cited',
        title: i18n.t('documents.rests', { n: ties.size }),
      },
      content,
    );
    open = { mark: shortest, ties, element };
    out.push(element);
  }
  return out;
}

/** Hides the stars of bold type. @param {string} text @returns {(string | HTMLElement)[]} */
function tidy(text) {
  return text
    .split('**')
    .flatMap((part, i) =>
      i === 0 ? [part] : [h('span', { class: 'markup', 'aria-hidden': 'true' }, '**'), part],
    );
}

/**
 * What rests on a stretch: each tie by its name, with its state on the date.
 * @param {Context} context
 * @param {Passage} passage
 * @param {string} quote
 */
export function resting(context, passage, quote) {
  const { state, i18n } = context;
  const { t } = i18n;
  const [start = 0, end = 0] = quote.split('-').map(Number);
  const ties = [
    ...new Set(
      passage.marks.filter((/** @type {Mark} */ m) => m.start < end && m.end > start).flatMap((m) => m.ties),
    ),
  ];
  const list = h(
    'ul',
    {},
    ties.map((id) =>
      h('li', { 'data-tie': id }, link(select(state, { tie: id }), {}, id), tieEnd(context, id)),
    ),
  );
  api.network(apiQuery(state)).then(
    ({ ties: all }) => {
      for (const item of list.children) {
        const tie = all.find((one) => one.id === item.getAttribute('data-tie'));
        if (!(item instanceof HTMLElement) || !tie) continue;
        item.querySelector('.muted')?.remove();
        const name = item.querySelector('a');
        if (name) name.textContent = i18n.pick(tie.names);
        item.append(' ', h('span', { class: 'muted' }, stateValue(context, tie.state)));
      }
    },
    () => {},
  );
  return h(
    'aside',
    { class: 'resting', lang: i18n.lang, 'aria-label': t('documents.resting') },
    h('p', {}, ties.length === 0 ? t('documents.no-tie') : t('documents.rests', { n: ties.length })),
    ties.length > 0 ? list : null,
  );
}

/**
 * The partner that a tie's id ends with, by name: `DP-JPN` → Japon.
 * @param {Context} context
 * @param {string} id
 */
function tieEnd(context, id) {
  const end = id.slice(id.indexOf('-') + 1);
  const name = nameOf(context, end);
  return name === end ? null : h('span', { class: 'muted' }, ` ${name}`);
}

/**
 * Brings an element into the middle of the window, at once.
 * @param {Element} element
 */
export function bring(element) {
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
}

/**
 * The passages that something rests on, with their first cited stretch.
 * @param {readonly Passage[]} passages
 */
export function cited(passages) {
  return passages.flatMap((p) => {
    const first = [...p.marks].sort((a, b) => a.start - b.start)[0];
    return first ? [{ at: p.at, quote: `${first.start}-${first.end}` }] : [];
  });
}

/**
 * Where one steps to from a passage.
 * @template {{ at: string }} T
 * @param {readonly Passage[]} passages
 * @param {readonly T[]} stops
 * @param {State} state
 * @param {1 | -1} by
 * @returns {T | undefined}
 */
export function stepped(passages, stops, { at }, by) {
  const place = (/** @type {string} */ name) => passages.findIndex((p) => p.at === name);
  const here = at === '' ? (by > 0 ? -1 : passages.length) : place(at);
  return by > 0 ? stops.find((s) => place(s.at) > here) : stops.findLast((s) => place(s.at) < here);
}
