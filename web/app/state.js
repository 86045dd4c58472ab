/**
 * The state of the page: a plain value, written in the address with the words of the command line.
 * Every function here is pure: state in, state out.
 */

import { decode, encode, sentence, split } from './escape.js';

/** @typedef {'network' | 'matrix' | 'gaps' | 'rank' | 'actions' | 'documents' | 'compare' | 'whatif' | 'about'} ViewName */
/** @typedef {'auto' | 'light' | 'dark'} Theme */

/**
 * @typedef {object} State
 * @property {ViewName} view
 * @property {string} item  the picture, direction, measure or document that the view is about
 * @property {string} asOf
 * @property {string} known
 * @property {string[]} kind
 * @property {string[]} instrument
 * @property {string[]} state
 * @property {string[]} area
 * @property {string[]} domain
 * @property {string[]} class
 * @property {string} level
 * @property {string} focus
 * @property {string} depth
 * @property {boolean} withoutEu
 * @property {boolean} splitEu
 * @property {boolean} additional  with the additional sources, outside the documents and not machine-checked
 * @property {string} graph
 * @property {string} phase
 * @property {string} against  what the matrix or the lattice holds the partners against
 * @property {string} units  whose rows the matrix has
 * @property {string[]} actors  who is compared, in this order
 * @property {string[]} dates  the two days compared
 * @property {string[]} edit  the assumptions of a scenario, in the words of the command line
 * @property {string} budget  how many next moves
 * @property {string} node  the actor looked at
 * @property {string} tie  the tie looked at
 * @property {string} cell  the cell looked at: MATRIX:ROW:COLUMN
 * @property {string} finding  the finding looked at: LIST.ACTOR.DOMAIN
 * @property {string} at  the passage looked at
 * @property {string} quote  the bytes marked: START-END
 * @property {string} find  what is searched for in the document
 * @property {string} table  which of the view's tables is shown
 * @property {string} sort  COLUMN, or -COLUMN for descending
 * @property {'fr' | 'en'} lang
 * @property {Theme} theme
 * @property {'' | 'off'} keys  whether keys of one character act
 */

/** @typedef {'kind' | 'instrument' | 'state' | 'area' | 'domain' | 'class'} ListKey */
/** @typedef {{ word: string, value: string }} Misread */

/** @type {readonly ViewName[]} */
export const VIEWS = [
  'network',
  'matrix',
  'gaps',
  'rank',
  'actions',
  'compare',
  'whatif',
  'documents',
  'about',
];

/** @type {readonly ListKey[]} */
export const LISTS = ['kind', 'instrument', 'state', 'area', 'domain', 'class'];

/** The verbs by which the documents call a direction, as the command line takes them. */
const DIRECTIONS = /** @type {Readonly<Record<string, string>>} */ ({
  approfondir: 'deepen',
  agrandir: 'enlarge',
  elargir: 'enlarge',
  relier: 'connect',
  connecter: 'connect',
  renforcer: 'secure',
  strengthen: 'secure',
});

/**
 * The words of the address in the order in which they are written; the filter's come first, as in the command line.
 * `many` is a set, `list` keeps its order, `each` is written once per value.
 * @type {readonly { word: string, key: Exclude<keyof State, 'view' | 'item'>, sort: 'one' | 'many' | 'list' | 'each' | 'switch', api: boolean }[]}
 */
const WORDS = [
  { word: 'as-of', key: 'asOf', sort: 'one', api: true },
  { word: 'known', key: 'known', sort: 'one', api: true },
  { word: 'kind', key: 'kind', sort: 'many', api: true },
  { word: 'instrument', key: 'instrument', sort: 'many', api: true },
  { word: 'state', key: 'state', sort: 'many', api: true },
  { word: 'area', key: 'area', sort: 'many', api: true },
  { word: 'domain', key: 'domain', sort: 'many', api: true },
  { word: 'class', key: 'class', sort: 'many', api: true },
  { word: 'level', key: 'level', sort: 'one', api: true },
  { word: 'focus', key: 'focus', sort: 'one', api: true },
  { word: 'depth', key: 'depth', sort: 'one', api: true },
  { word: 'without-eu', key: 'withoutEu', sort: 'switch', api: true },
  { word: 'split-eu', key: 'splitEu', sort: 'switch', api: true },
  { word: 'additional', key: 'additional', sort: 'switch', api: true },
  { word: 'graph', key: 'graph', sort: 'one', api: false },
  { word: 'phase', key: 'phase', sort: 'one', api: false },
  { word: 'against', key: 'against', sort: 'one', api: false },
  { word: 'units', key: 'units', sort: 'one', api: false },
  { word: 'actors', key: 'actors', sort: 'list', api: false },
  { word: 'dates', key: 'dates', sort: 'list', api: false },
  { word: 'edit', key: 'edit', sort: 'each', api: false },
  { word: 'budget', key: 'budget', sort: 'one', api: false },
  { word: 'table', key: 'table', sort: 'one', api: false },
  { word: 'sort', key: 'sort', sort: 'one', api: false },
  { word: 'node', key: 'node', sort: 'one', api: false },
  { word: 'tie', key: 'tie', sort: 'one', api: false },
  { word: 'cell', key: 'cell', sort: 'one', api: false },
  { word: 'finding', key: 'finding', sort: 'one', api: false },
  { word: 'at', key: 'at', sort: 'one', api: false },
  { word: 'quote', key: 'quote', sort: 'one', api: false },
  { word: 'find', key: 'find', sort: 'one', api: false },
  { word: 'lang', key: 'lang', sort: 'one', api: false },
  { word: 'theme', key: 'theme', sort: 'one', api: false },
  { word: 'keys', key: 'keys', sort: 'one', api: false },
];

/** @returns {State} */
export function initial() {
  return {
    view: 'network',
    item: '',
    asOf: '',
    known: '',
    kind: [],
    instrument: [],
    state: [],
    area: [],
    domain: [],
    class: [],
    level: '',
    focus: '',
    depth: '',
    withoutEu: false,
    splitEu: false,
    additional: false,
    graph: '',
    phase: '',
    against: '',
    units: '',
    actors: [],
    dates: [],
    edit: [],
    budget: '',
    node: '',
    tie: '',
    cell: '',
    finding: '',
    at: '',
    quote: '',
    find: '',
    table: '',
    sort: '',
    lang: 'fr',
    theme: 'auto',
    keys: '',
  };
}

/**
 * Reads an address. What cannot be read is left out and told.
 * @param {string} hash  the part of the address from `#` on
 * @returns {{ state: State, misread: Misread[] }}
 */
export function parse(hash) {
  /** @type {Misread[]} */
  const misread = [];
  const state = initial();
  /** @type {Record<string, unknown>} */
  const slots = state;
  const [path = '', query = ''] = split(hash.replace(/^#/, ''), '?');
  const [view = '', ...rest] = path.split('/').filter((p) => p !== '');
  if (view !== '') {
    const found = VIEWS.find((v) => v === view.toLowerCase());
    if (found) state.view = found;
    else misread.push({ word: 'view', value: decode(view) });
  }
  const item = decode(rest.join('/'));
  state.item = state.view === 'gaps' || state.view === 'whatif' ? (DIRECTIONS[item.toLowerCase()] ?? item) : item;
  if (state.view === 'network' && item === 'wheel') state.item = '';
  for (const pair of query.split('&').filter((p) => p !== '')) {
    const [rawWord = '', rawValue = ''] = split(pair, '=');
    const [name, value] = [decode(rawWord), decode(rawValue)];
    const word = WORDS.find((w) => w.word === name);
    if (!word) {
      misread.push({ word: name, value });
    } else if (word.sort === 'switch') {
      slots[word.key] = value !== 'false' && value !== '0';
    } else if (word.sort === 'each') {
      const before = /** @type {string[]} */ (state[word.key]);
      if (value.trim() !== '') slots[word.key] = [...before, value.trim()];
    } else if (word.sort === 'many' || word.sort === 'list') {
      const before = /** @type {string[]} */ (state[word.key]);
      slots[word.key] = [...new Set([...before, ...value.split(',').filter((v) => v !== '')])];
    } else if (word.key === 'lang' && value !== 'fr' && value !== 'en') {
      misread.push({ word: name, value });
    } else if (word.key === 'theme' && value !== 'auto' && value !== 'light' && value !== 'dark') {
      misread.push({ word: name, value });
    } else if (word.key === 'keys' && value !== 'off') {
      misread.push({ word: name, value });
    } else {
      slots[word.key] = value;
    }
  }
  return { state, misread };
}

/**
 * Whether an address says its language.
 * @param {string} hash
 */
export const saysLanguage = (hash) => /[?&]lang=(fr|en)(&|$)/.test(hash);

/**
 * Writes the address of a state: defaults left out, words in a fixed order. The language is always said, so that the same
 * address shows the same sight to a reader of another one.
 * @param {State} state
 */
export function address(state) {
  const item = state.item === '' ? '' : `/${encode(state.item)}`;
  const query = written(state, WORDS);
  return `#/${state.view}${item}${query === '' ? '' : `?${query}`}`;
}

/**
 * The query of the API for a state: its dates, and the filter where the resource takes it.
 * @param {State} state
 * @param {{ filter?: boolean, extra?: Record<string, string | readonly string[]> }} [also]  a list is asked word by word
 */
export function apiQuery(state, { filter = false, extra = {} } = {}) {
  const always = ['asOf', 'known', 'additional'];
  const words = WORDS.filter((w) => w.api && (filter || always.includes(w.key)));
  const parts = [written(state, words)];
  for (const [name, value] of Object.entries(extra)) {
    for (const one of typeof value === 'string' ? [value] : value)
      if (one !== '') parts.push(`${name}=${encode(one)}`);
  }
  const query = parts.filter((p) => p !== '').join('&');
  return query === '' ? '' : `?${query}`;
}

/**
 * The options of the command line that give a state's dates and filter.
 * @param {State} state
 */
export function commandOptions(state) {
  const parts = [];
  for (const { word, key, sort, api } of WORDS) {
    const value = state[key];
    if (!api) continue;
    if (sort === 'switch') {
      if (value) parts.push(`--${word}`);
    } else if (Array.isArray(value)) {
      parts.push(...value.map((v) => `--${word} ${v}`));
    } else if (value) {
      parts.push(`--${word} ${value}`);
    }
  }
  return parts.map((p) => ` ${p}`).join('');
}

/**
 * A command as it is printed: in the language of the page, and of the dataset that is served.
 * @param {string} command  empty where there is none
 * @param {string} lang
 * @param {{ data_option?: string | null }} dataset
 */
export function inFull(command, lang, { data_option: data }) {
  if (command === '') return '';
  const told = command.includes(' --lang ') ? '' : ` --lang ${lang}`;
  const read = data == null || command.includes(data) ? '' : data;
  return command + told + read;
}

/**
 * @param {State} state
 * @param {readonly (typeof WORDS)[number][]} words
 */
function written(state, words) {
  const defaults = initial();
  const out = [];
  for (const { word, key, sort } of words) {
    const value = state[key];
    if (sort === 'switch') {
      if (value) out.push(word);
    } else if (sort === 'each') {
      for (const one of /** @type {string[]} */ (value)) out.push(`${word}=${sentence(one)}`);
    } else if (Array.isArray(value)) {
      const ordered = sort === 'list' ? value : [...value].sort();
      if (value.length > 0) out.push(`${word}=${ordered.map(encode).join(',')}`);
    } else if (value !== defaults[key] || key === 'lang') {
      out.push(`${word}=${encode(String(value))}`);
    }
  }
  return out.join('&');
}

/**
 * Goes to a view: dates, filter, language and theme stay, what was looked at does not.
 * @param {State} state
 * @param {ViewName} view
 * @param {string} [item]
 * @returns {State}
 */
export function toView(state, view, item = '') {
  return { ...unselect(state), ...ownWords(), view, item };
}

/** The words that belong to one view, as they are when one comes to it. */
function ownWords() {
  const { graph, phase, against, units, actors, dates, edit, budget, table, sort } = initial();
  return { graph, phase, against, units, actors, dates, edit, budget, table, sort };
}

/**
 * @param {State} state
 * @param {ListKey} key
 * @param {string} value
 * @returns {State}
 */
export function toggle(state, key, value) {
  const before = state[key];
  const after = before.includes(value) ? before.filter((v) => v !== value) : [...before, value];
  return { ...state, [key]: after };
}

/**
 * Looks at one thing, and at nothing else.
 * @param {State} state
 * @param {Partial<Pick<State, 'node' | 'tie' | 'cell' | 'finding'>>} what
 * @returns {State}
 */
export function select(state, what) {
  return { ...state, node: '', tie: '', cell: '', finding: '', ...what };
}

/**
 * @param {State} state
 * @returns {State}
 */
export function unselect(state) {
  return { ...deselect(state), at: '', quote: '', find: '' };
}

/**
 * Looks at nothing; a reader keeps its place.
 * @param {State} state
 * @returns {State}
 */
export function deselect(state) {
  return { ...state, node: '', tie: '', cell: '', finding: '' };
}

/**
 * Opens a quotation in its document.
 * @param {State} state
 * @param {{ document: string, at: string, start: number, end: number }} evidence
 * @returns {State}
 */
export function toPassage(state, { document, at, start, end }) {
  return { ...toView(state, 'documents', document), at, quote: `${start}-${end}` };
}

/**
 * Takes every filter off; the dates stay.
 * @param {State} state
 * @returns {State}
 */
export function unfiltered(state) {
  const { kind, instrument, state: states, area, domain, class: classes } = initial();
  const lists = { kind, instrument, state: states, area, domain, class: classes };
  return { ...state, ...lists, level: '', focus: '', depth: '', withoutEu: false, splitEu: false };
}

/**
 * Whether a filter is on; dates are no filter.
 * @param {State} state
 */
export function isFiltered(state) {
  const lists = LISTS.some((key) => state[key].length > 0);
  return lists || state.level !== '' || state.focus !== '' || state.withoutEu || state.splitEu;
}
