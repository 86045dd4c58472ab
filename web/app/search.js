/** The search field: an editable combobox over actors, instruments, ties, areas, directions and the words of the documents. */

/** @import { Meta, Reader, Tie } from '../types/wire' */
/** @import { Context } from './context.js' */
/** @import { I18n } from './i18n.js' */
/** @import { State } from './state.js' */
import * as api from './api.js';
import { kindOf, nodeKind } from './context.js';
import { h, replace } from './dom.js';
import { find, fold, hits } from './fold.js';
import { apiQuery, select, toView, unfiltered } from './state.js';

/** @typedef {{ label: string, note: string, to: State }} Find */
/** @typedef {{ id: string, title: string, finds: Find[] }} Group */

/** The most that a group shows at once. */
const MOST = 6;

/**
 * Names that hold what is typed: those that begin with it, or have a word that does, come first.
 * @template T
 * @param {readonly T[]} things
 * @param {(thing: T) => readonly string[]} names
 * @param {string} typed
 * @param {number} most
 * @returns {T[]}
 */
export function named(things, names, typed, most) {
  // «EU Brazil» finds «EU–Brazil Digital Dialogue».
  const plain = (/** @type {string} */ text) => fold(text.replaceAll('–', ' '));
  const wanted = plain(typed);
  if (wanted.length < 2) return [];
  const score = (/** @type {string} */ name) => {
    const form = plain(name);
    if (form === wanted) return 4;
    if (form.startsWith(wanted)) return 3;
    if (form.includes(` ${wanted}`) || form.includes(`'${wanted}`)) return 2;
    return wanted.length > 2 && form.includes(wanted) ? 1 : 0;
  };
  return things
    .map((thing) => ({ thing, n: Math.max(0, ...names(thing).map(score)) }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n)
    .slice(0, most)
    .map(({ thing }) => thing);
}

/**
 * A stretch of a passage around what was found in it.
 * @param {string} text
 * @param {string} typed
 */
export function snippet(text, typed) {
  const plain = text.replaceAll('**', '');
  const [first] = hits(plain, typed);
  const at = first ? [...new TextDecoder().decode(new TextEncoder().encode(plain).subarray(0, first.start))].length : 0;
  const from = Math.max(0, at - 30);
  const begin = from === 0 ? 0 : plain.indexOf(' ', from) + 1;
  const cut = plain.slice(begin, begin + 90);
  return `${begin > 0 ? '…' : ''}${cut.trim()}${begin + 90 < plain.length ? '…' : ''}`;
}

/**
 * Everything that a text may mean.
 * @param {State} state
 * @param {Meta} meta
 * @param {I18n} i18n
 * @param {string} typed
 * @param {{ ties: readonly Tie[], readers: readonly Reader[] }} more  what has come from the server so far
 * @param {(kind: string, named: boolean) => string} kindName
 * @returns {Group[]}
 */
export function answers(state, meta, i18n, typed, { ties, readers }, kindName) {
  const { t, pick } = i18n;
  const both = (/** @type {{ id: string, names: { fr: string, en: string } }} */ word) => [
    word.id,
    word.names.fr,
    word.names.en,
  ];
  const bare = unfiltered(toView(state, 'network'));
  /** @type {Group[]} */
  const groups = [
    {
      id: 'actors',
      title: t('search.actors'),
      finds: find(meta.actors, typed, MOST).map((actor) => ({
        label: pick(actor.names),
        note: kindName(actor.kind, actor.named) + (actor.named ? '' : ` · ${t('search.unnamed')}`),
        to: select(state, { node: actor.id }),
      })),
    },
    {
      id: 'instruments',
      title: t('search.instruments'),
      finds: named(meta.kinds, (k) => [...both(k), k.short.fr, k.short.en], typed, 4).map((kind) => ({
        label: pick(kind.names),
        note: t('search.filter'),
        to: { ...bare, instrument: [kind.id] },
      })),
    },
    {
      id: 'ties',
      title: t('search.ties'),
      finds: named(ties, both, typed, 4).map((tie) => ({
        label: pick(tie.names),
        note: pick(kindOf(meta, tie.kind)?.short ?? { fr: tie.kind, en: tie.kind }),
        to: select(state, { tie: tie.id }),
      })),
    },
    {
      id: 'areas',
      title: t('search.areas'),
      finds: [
        ...named(meta.goals, both, typed, 2).map((goal) => ({
          label: pick(goal.names),
          note: t('search.goal'),
          to: toView(state, 'gaps', goal.id),
        })),
        ...named(meta.areas, both, typed, 3).map((area) => ({
          label: pick(area.names),
          note: t('search.area'),
          to: { ...bare, area: [area.id] },
        })),
        ...named(meta.domains, both, typed, 3).map((domain) => ({
          label: pick(domain.names),
          note: t('search.domain'),
          to: { ...bare, domain: [domain.id] },
        })),
      ],
    },
    { id: 'passages', title: t('search.passages'), finds: [] },
  ];
  const passages = groups.at(-1);
  for (const { document: card, passages: all } of fold(typed).length > 2 ? readers : []) {
    const found = all.filter((p) => hits(p.text, typed).length > 0);
    const words = { ...toView(state, 'documents', card.id), find: typed.trim() };
    passages?.finds.push(
      ...found.slice(0, 2).map((p) => ({
        label: snippet(p.text, typed),
        note: `${card.reference}, ${pick(p.place)}`,
        to: { ...words, at: p.at },
      })),
    );
    if (found.length > 2)
      passages?.finds.push({ label: t('search.all-passages', { n: found.length }), note: card.reference, to: words });
  }
  return groups.filter((g) => g.finds.length > 0);
}

/** What the field needs beyond the vocabularies, asked for when it is first used. @param {Context} context */
async function fetched({ state, meta }) {
  const [network, ...readers] = await Promise.all([
    api.network(apiQuery(state)),
    ...meta.dataset.documents.map((d) => api.reader(d.id)),
  ]);
  return { ties: network.ties, readers };
}

/** @param {Context} context */
export function search(context) {
  const { meta, i18n, announce } = context;
  const { t } = i18n;
  /** @type {Find[]} */
  let found = [];
  let active = -1;
  /** @type {{ ties: readonly Tie[], readers: readonly Reader[] }} */
  let more = { ties: [], readers: [] };
  let asked = false;

  const list = h('div', {
    id: 'search-list',
    role: 'listbox',
    'aria-label': t('search.results'),
    hidden: true,
  });
  const input = h('input', {
    id: 'search',
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: 'false',
    placeholder: t('search.placeholder'),
    'aria-label': t('search.label'),
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': 'search-list',
  });

  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  /** @param {Find} choice */
  const choose = (choice) => {
    close();
    input.value = '';
    // The focus goes on to what was found.
    input.blur();
    context.go(choice.to);
  };
  const options = () => [...list.querySelectorAll('[role=option]:not([aria-disabled])')];
  const mark = () => {
    options().forEach((option, i) => option.setAttribute('aria-selected', String(i === active)));
    if (active >= 0) {
      input.setAttribute('aria-activedescendant', `search-${active}`);
      options()[active]?.scrollIntoView({ block: 'nearest' });
    } else input.removeAttribute('aria-activedescendant');
  };
  const show = () => {
    const typed = input.value;
    const groups = answers(context.state, meta, i18n, typed, more, (kind, known) => nodeKind(context, kind, known));
    found = groups.flatMap((g) => g.finds);
    active = found.length > 0 ? 0 : -1;
    let i = 0;
    const written = groups.map(({ id, title, finds }) =>
      h(
        'div',
        { role: 'group', 'aria-labelledby': `search-of-${id}` },
        h('p', { class: 'group', id: `search-of-${id}`, role: 'presentation' }, title),
        finds.map((choice) =>
          h(
            'div',
            {
              role: 'option',
              class: `found of-${id}`,
              id: `search-${i++}`,
              'aria-selected': 'false',
              on: {
                pointerdown: (/** @type {Event} */ e) => e.preventDefault(),
                click: () => choose(choice),
              },
            },
            h('span', { class: 'name', lang: id === 'passages' ? 'fr' : null }, choice.label),
            h('span', { class: 'muted' }, choice.note),
          ),
        ),
      ),
    );
    const some = typed.trim() !== '';
    replace(
      list,
      written.length > 0
        ? written
        : h('div', { class: 'nothing', role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' }, t('search.nothing')),
    );
    list.hidden = !some;
    input.setAttribute('aria-expanded', String(some));
    mark();
    if (some) announce(t('search.found', { n: found.length }));
  };
  const ask = () => {
    if (asked) return;
    asked = true;
    fetched(context).then(
      (come) => {
        more = come;
        if (!list.hidden && active <= 0) show();
      },
      () => (asked = false),
    );
  };
  input.addEventListener('input', () => {
    if (input.value.trim().length > 1) ask();
    show();
  });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    const last = found.length - 1;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) show();
      else
        active =
          event.key === 'ArrowDown' ? (active >= last ? 0 : active + 1) : active <= 0 ? last : active - 1;
      mark();
    } else if (event.key === 'Enter') {
      const choice = found[active];
      if (!list.hidden && choice) {
        event.preventDefault();
        choose(choice);
      }
    } else if (event.key === 'Escape') {
      if (list.hidden) input.value = '';
      close();
      event.stopPropagation();
    }
  });
  return h('div', { class: 'search', role: 'search' }, input, list);
}
