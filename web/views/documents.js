/** The reader: each document whole, every cited passage marked, from the sentence to what rests on it; and search in it. */

/** @import { Passage, Reader } from '../types/wire' */
/** @import { Context, Sight } from '../app/context.js' */
/** @import { State } from '../app/state.js' */
/** @import { Hit } from './reader.js' */
import * as api from '../app/api.js';
import { link, returning } from '../app/context.js';
import { h } from '../app/dom.js';
import { hits as hitsIn } from '../app/fold.js';
import { address, parse, toView } from '../app/state.js';
import { csv } from '../app/table.js';
import { DARK, blocks, bring, cited, depth, resting, stepped, words } from './reader.js';

/** @param {Context} context @returns {Promise<Sight>} */
export async function documentsView(context) {
  const { state, meta, i18n } = context;
  const { t, pick, day } = i18n;
  const id = state.item === '' ? (meta.dataset.documents[0]?.id ?? '') : state.item;
  const reader = await api.reader(id);
  const { document: card, passages } = reader;
  const stops = cited(passages);
  const text = h('div', { class: 'reading', lang: card.language });
  text.append(...blocks(context, reader));
  const tabs = documentTabs(context, id);
  const bar = find(context, reader, text, tabs);
  const selected = (/** @type {State} */ now) => {
    const found = bar.search(now);
    light(context, text, reader, now, found);
  };
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
          link({ ...toView(state, 'documents', id), at: p.at }, {}, plain(p.text).replace(/^(\d+\.)(?=\p{L})/u, '$1 ')),
        ),
      ),
    ),
  );
  return {
    title: pick(card.title),
    sentence: `${t('documents.sentence', { reference: card.reference, date: day(card.date), cited: stops.length, n: passages.length })}${
      card.language === 'fr' && state.lang !== 'fr' ? ` ${t('documents.in-french')}` : ''
    }`,
    filters: [],
    before: tabs,
    body: [bar.element, h('div', { class: 'reader' }, contents, text)],
    command: `relier show ${id} --lang ${state.lang}`,
    downloads: [
      {
        format: 'csv',
        name: `relier-${id}`,
        make: () =>
          csv(
            [
              { id: 'place', label: t('column.place'), key: (/** @type {Passage} */ p) => pick(p.place) },
              { id: 'at', label: t('column.id'), key: (p) => p.at },
              { id: 'text', label: t('column.words'), key: (p) => p.text },
              {
                id: 'ties',
                label: t('column.ties'),
                key: (p) => [...new Set(p.marks.flatMap((m) => m.ties))].join(' '),
              },
            ],
            passages,
          ),
      },
      { format: 'json', name: `relier-${id}`, make: () => JSON.stringify(reader, null, 1) },
    ],
    selected,
    step: (by) => {
      const { state: now } = parse(location.hash);
      if (now.find !== '') return bar.step(by);
      const to = stepped(passages, stops, now, by);
      if (to) context.go({ ...now, ...to }, { replace: true });
      else context.announce(t('documents.no-further'));
    },
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
            {
              id: `document-${d.id}`,
              class: 'tab',
              'data-document': d.id,
              'aria-current': d.id === current ? 'page' : null,
            },
            d.reference,
          ),
        ),
      ),
    ),
  );
}

/** The stars that stand for bold type in one of the files, and bullets, are no words. @param {string} text */
function plain(text) {
  return text
    .replaceAll('**', '')
    .replace(/^[·•]\s*/, '')
    .replace(/^(\d+\.)(?=\S)/, '$1 ');
}

/**
 * All that a search finds in a document, in order.
 * @param {readonly Passage[]} passages
 * @param {string} wanted
 * @returns {(Hit & { n: number })[]}
 */
export function allHits(passages, wanted) {
  return passages
    .flatMap((p, passage) =>
      hitsIn(p.text, wanted).map(({ start, end }) => ({ passage, start: start + p.start, end: end + p.start })),
    )
    .map((hit, n) => ({ ...hit, n }));
}

/**
 * The search field of the reader: what it finds is counted, marked, stepped through and told.
 * @param {Context} context
 * @param {Reader} reader
 * @param {HTMLElement} text
 * @param {HTMLElement} tabs  they say how much is found in the other documents
 */
function find(context, { document: card, passages }, text, tabs) {
  const { i18n, meta, announce, go } = context;
  const { t } = i18n;
  /** @type {(Hit & { n: number })[]} */
  let found = [];
  let current = -1;
  let wanted = '';
  let wait = 0;
  const now = () => parse(location.hash).state;
  const input = h('input', {
    type: 'text',
    id: 'find',
    autocomplete: 'off',
    spellcheck: 'false',
    placeholder: t('find.placeholder'),
    'aria-label': t('find.label'),
    'aria-describedby': 'find-count',
    on: {
      input: () => {
        clearTimeout(wait);
        wait = setTimeout(ask, 150);
      },
      keydown: (/** @type {KeyboardEvent} */ event) => {
        if (event.key === 'Enter') {
          event.preventDefault();
          if (input.value.trim() !== now().find) ask();
          else step(event.shiftKey ? -1 : 1);
        } else if (event.key === 'Escape' && input.value !== '') {
          event.stopPropagation();
          input.value = '';
          ask();
        }
      },
    },
  });
  const count = h('output', { id: 'find-count', class: 'count', for: 'find' });
  const before = button('find-before', '‹', t('find.before'), () => step(-1));
  const after = button('find-after', '›', t('find.after'), () => step(1));
  const ask = () => go({ ...now(), find: input.value.trim(), at: '', quote: '' }, { replace: true });
  const say = () => {
    const hit = found[current];
    const place = passages[hit?.passage ?? -1]?.place;
    before.disabled = after.disabled = found.length === 0;
    count.textContent =
      wanted === ''
        ? ''
        : hit
          ? t('find.at', { i: current + 1, of: found.length })
          : t('find.hits', { n: found.length });
    if (wanted === '') return;
    announce(hit && place ? `${count.textContent}: ${i18n.pick(place)}` : (count.textContent ?? ''));
  };
  /** @param {1 | -1} by */
  const step = (by) => {
    if (found.length === 0) return say();
    current = (current + by + found.length) % found.length;
    light(context, text, { document: card, passages }, now(), { hits: found, current }, false);
    const mark = text.querySelector('.hit.is-current');
    if (mark) bring(mark);
    say();
  };
  /** @param {State} state */
  const search = (state) => {
    if (state.find !== wanted) {
      wanted = state.find;
      if (input.value.trim() !== wanted) input.value = wanted;
      found = allHits(passages, wanted);
      const start = passages.findIndex((p) => p.at === state.at);
      current = found.length === 0 ? -1 : Math.max(0, found.findIndex((f) => f.passage >= start));
      say();
      elsewhere(context, tabs, card.id, wanted);
      if (state.at === '')
        requestAnimationFrame(() => {
          const mark = text.querySelector('.hit.is-current');
          if (mark) bring(mark);
        });
    }
    return { hits: found, current };
  };
  before.disabled = after.disabled = true;
  const from = returning();
  return {
    element: h(
      'div',
      { class: 'find', role: 'search', 'aria-label': t('find.label') },
      input,
      count,
      h('span', { class: 'steps' }, before, after),
      from
        ? h('a', { class: 'return', id: 'return', href: now_(from) }, `← ${t('documents.return', { view: from_(from) })}`)
        : null,
      h('span', { class: 'hint' }, t('find.keys')),
    ),
    search,
    step,
  };

  /** Back to where one was, in the language and the light one reads in now. @param {string} hash */
  function now_(hash) {
    const { lang, theme } = now();
    return address({ ...parse(hash).state, lang, theme });
  }

  /** @param {string} hash */
  function from_(hash) {
    const { state } = parse(hash);
    const goal = state.view === 'gaps' && meta.goals.find((g) => g.id === state.item);
    const key = /** @type {import('../app/i18n.js').Key} */ (`nav.${state.view}`);
    return goal ? `${t(key)} – ${i18n.pick(goal.names)}` : t(key);
  }
}

/**
 * @param {string} id
 * @param {string} sign
 * @param {string} name
 * @param {() => void} click
 */
function button(id, sign, name, click) {
  return h('button', { type: 'button', id, 'aria-label': name, title: name, on: { click } }, sign);
}

/**
 * Says on the tabs how much is found in each document, and lets the search go along.
 * @param {Context} context
 * @param {HTMLElement} tabs
 * @param {string} here
 * @param {string} wanted
 */
function elsewhere({ state, i18n }, tabs, here, wanted) {
  for (const tab of tabs.querySelectorAll('a')) {
    const id = tab.dataset.document ?? '';
    tab.querySelector('.count')?.remove();
    const { hash } = new URL(link({ ...toView(state, 'documents', id), find: wanted }, {}).href);
    tab.setAttribute('href', hash);
    if (wanted === '' || id === here) continue;
    api.reader(id).then(
      ({ passages }) => {
        if (tab.getAttribute('href') !== hash) return;
        const n = allHits(passages, wanted).length;
        tab.querySelector('.count')?.remove();
        tab.append(h('span', { class: 'count' }, ` ${i18n.t('find.hits', { n })}`));
      },
      () => {},
    );
  }
}

/**
 * Lights what is looked at and what is found, says what rests on the first, and brings it into sight.
 * @param {Context} context
 * @param {HTMLElement} root
 * @param {Reader} reader
 * @param {State} state
 * @param {{ hits: (Hit & { n: number })[], current: number }} found
 * @param {boolean} [move]  whether to bring it into sight
 */
function light(context, root, { document: card, passages }, state, { hits, current }, move = true) {
  const now = { ...context, state };
  const of = (/** @type {string | null} */ at) => passages.findIndex((p) => p.at === at);
  for (const element of root.querySelectorAll('.passage.is-lit, .passage.has-hit')) {
    const passage = passages[of(element.getAttribute('data-at'))];
    element.classList.remove('is-lit', 'has-hit');
    element.querySelector('.resting')?.remove();
    if (passage)
      element.querySelector('.passage-text')?.replaceChildren(...nodes(words(now, card.id, passage, DARK)));
  }
  root.querySelector('.reader-problem')?.remove();
  for (const i of new Set(hits.map((f) => f.passage))) {
    const passage = passages[i];
    const element = passage && root.querySelector(`[data-at="${CSS.escape(passage.at)}"]`);
    if (!element) continue;
    element.classList.add('has-hit');
    const here = { quote: '', hits: hits.filter((f) => f.passage === i), current };
    element.querySelector('.passage-text')?.replaceChildren(...nodes(words(now, card.id, passage, here)));
  }
  if (state.at === '') return;
  const i = of(state.at);
  const passage = passages[i];
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
  const here = { quote: state.quote, hits: hits.filter((f) => f.passage === i), current };
  element.querySelector('.passage-text')?.replaceChildren(...nodes(words(now, card.id, passage, here)));
  if (state.quote !== '') element.append(resting(now, passage, state.quote));
  if (!move) return;
  const show = () => {
    bring(element);
    element.focus({ preventScroll: true });
  };
  if (element.isConnected) show();
  else requestAnimationFrame(show);
}

/** @param {import('../app/dom.js').Child[]} children */
function nodes(children) {
  return children.flatMap((c) => (c instanceof Node || typeof c === 'string' ? [c] : []));
}
