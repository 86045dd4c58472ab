/** The reader: each document whole, every cited passage marked, from the sentence to what rests on it. */

/** @import { Mark, Passage, Reader } from '../types/wire' */
/** @import { Context, Sight } from '../app/context.js' */
/** @import { State } from '../app/state.js' */
import * as api from '../app/api.js';
import { pieces } from '../app/bytes.js';
import { link, nameOf } from '../app/context.js';
import { h } from '../app/dom.js';
import { address, select, toView } from '../app/state.js';
import { csv } from '../app/table.js';

/** @param {Context} context @returns {Promise<Sight>} */
export async function documentsView(context) {
  const { state, meta, i18n } = context;
  const { t, pick, day } = i18n;
  const id = state.item === '' ? (meta.dataset.documents[0]?.id ?? '') : state.item;
  const reader = await api.reader(id);
  const { document: card, passages } = reader;
  const cited = passages.filter((p) => p.marks.length > 0).length;
  const text = h('div', { class: 'reading', lang: card.language });
  const selected = (/** @type {State} */ now) => mark(context, text, reader, now);
  for (const block of blocks(context, reader)) text.append(block);
  const titles = passages.filter((p) => p.kind === 'heading');
  const contents = h(
    'nav',
    { class: 'contents', 'aria-label': t('documents.contents') },
    h('h2', {}, t('documents.contents')),
    h(
      'ol',
      { lang: card.language },
      titles.map((p) =>
        h(
          'li',
          { class: `depth-${depth(p)}` },
          link({ ...toView(state, 'documents', id), at: p.at }, {}, plain(p.text)),
        ),
      ),
    ),
  );
  return {
    title: pick(card.title),
    sentence: t('documents.sentence', {
      reference: card.reference,
      date: day(card.date),
      cited,
      n: passages.length,
    }),
    filters: [],
    before: documentTabs(context, id),
    body: [h('div', { class: 'reader' }, contents, text)],
    command: '',
    downloads: [
      {
        format: 'csv',
        name: `relier-${id}`,
        make: () =>
          csv(
            [
              { id: 'at', label: 'at', key: (/** @type {Passage} */ p) => p.at },
              { id: 'kind', label: 'kind', key: (p) => p.kind },
              { id: 'text', label: 'text', key: (p) => p.text },
              {
                id: 'ties',
                label: 'ties',
                key: (p) => [...new Set(p.marks.flatMap((m) => m.ties))].join(' '),
              },
            ],
            passages,
          ),
      },
      { format: 'json', name: `relier-${id}`, make: () => JSON.stringify(reader, null, 1) },
    ],
    selected,
  };
}

/** @param {Context} context @param {string} current */
function documentTabs({ state, meta, i18n }, current) {
  return h(
    'nav',
    { class: 'directions', 'aria-label': i18n.t('documents.choose') },
    h(
      'ul',
      { class: 'tabs' },
      meta.dataset.documents.map((d) =>
        h(
          'li',
          {},
          link(
            toView(state, 'documents', d.id),
            { id: `document-${d.id}`, class: 'tab', 'aria-current': d.id === current ? 'page' : null },
            d.reference,
          ),
        ),
      ),
    ),
  );
}

/** @param {Passage} passage */
function depth({ at }) {
  if (/^annex (objective|subheading)/.test(at)) return at.includes('subheading') ? 3 : 2;
  if (at.includes('examples')) return 3;
  return /^s\d+\.\d/.test(at) ? 2 : 1;
}

/** The stars that stand for bold type in one of the files, and bullets, are no words. @param {string} text */
function plain(text) {
  return text.replaceAll('**', '').replace(/^[·•]\s*/, '');
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
function blocks(context, { document: card, passages }) {
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
  const text = h('p', { class: 'passage-text' }, words(context, document, passage, ''));
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
 * The words of a passage, with its cited stretches marked and leading to what rests on them.
 * @param {Context} context
 * @param {string} document
 * @param {Passage} passage
 * @param {string} quote  the stretch looked at: START-END
 */
function words(context, document, passage, quote) {
  const { state, i18n } = context;
  const [start = NaN, end = NaN] = quote.split('-').map(Number);
  /** @type {Mark | null} */
  const wanted = start >= passage.start && end <= passage.end ? { start, end, ties: [] } : null;
  return pieces(passage.text, passage.start, wanted ? [...passage.marks, wanted] : passage.marks).flatMap(
    ({ text, spans }) => {
      const content = tidy(text);
      const shortest = spans
        .filter((m) => m.ties.length > 0)
        .sort((a, b) => a.end - a.start - b.end + b.start)[0];
      const lit = wanted !== null && spans.includes(wanted);
      if (!shortest) return lit ? [h('mark', { class: 'lit' }, content)] : content;
      const n = new Set(spans.flatMap((m) => m.ties)).size;
      const to = {
        ...toView(state, 'documents', document),
        at: passage.at,
        quote: `${shortest.start}-${shortest.end}`,
      };
      return [
        h(
          'a',
          { href: address(to), class: lit ? 'cited lit' : 'cited', title: i18n.t('documents.rests', { n }) },
          content,
        ),
      ];
    },
  );
}

/** Hides the stars of bold type. @param {string} text */
function tidy(text) {
  return text
    .split('**')
    .flatMap((part, i) =>
      i === 0 ? [part] : [h('span', { class: 'markup', 'aria-hidden': 'true' }, '**'), part],
    );
}

/**
 * Lights the passage and the stretch looked at, says what rests on it, and brings it into sight.
 * @param {Context} context
 * @param {HTMLElement} root
 * @param {Reader} reader
 * @param {State} state
 */
function mark(context, root, { document: card, passages }, state) {
  const now = { ...context, state };
  for (const lit of root.querySelectorAll('.passage.is-lit')) {
    const passage = passages.find((p) => p.at === lit.getAttribute('data-at'));
    lit.classList.remove('is-lit');
    lit.querySelector('.resting')?.remove();
    if (passage) lit.querySelector('.passage-text')?.replaceChildren(...words(now, card.id, passage, ''));
  }
  root.querySelector('.reader-problem')?.remove();
  if (state.at === '') return;
  const passage = passages.find((p) => p.at === state.at);
  const element = passage && root.querySelector(`[data-at="${CSS.escape(passage.at)}"]`);
  if (!passage || !(element instanceof HTMLElement)) {
    root.prepend(
      h(
        'p',
        { class: 'notice reader-problem', role: 'alert', lang: context.i18n.lang },
        context.i18n.t('problem.passage', { at: state.at }),
      ),
    );
    return;
  }
  element.classList.add('is-lit');
  element.querySelector('.passage-text')?.replaceChildren(...words(now, card.id, passage, state.quote));
  if (state.quote !== '') element.append(resting(now, passage, state.quote));
  if (element.isConnected) bring(element);
  else requestAnimationFrame(() => bring(element));
}

/** @param {HTMLElement} element */
function bring(element) {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'instant' });
  element.focus({ preventScroll: true });
}

/**
 * What rests on a stretch.
 * @param {Context} context
 * @param {Passage} passage
 * @param {string} quote
 */
function resting(context, passage, quote) {
  const { state, i18n } = context;
  const { t } = i18n;
  const [start = 0, end = 0] = quote.split('-').map(Number);
  const ties = [
    ...new Set(passage.marks.filter((m) => m.start < end && m.end > start).flatMap((m) => m.ties)),
  ];
  const items = ties.map((id) => h('li', {}, link(select(state, { tie: id }), {}, id), tieEnd(context, id)));
  return h(
    'aside',
    { class: 'resting', lang: i18n.lang },
    h('p', {}, ties.length === 0 ? t('documents.no-tie') : t('documents.rests', { n: ties.length })),
    items.length > 0 ? h('ul', {}, items) : null,
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
