/** What a page in one file reckons by itself: selections of the network it holds, their wheel, and citations. */

/** @import { Compare, Network } from '../types/wire' */
import { selected } from './select.js';

/** @typedef {(key: string) => string | null} Held  the answer that the file carries for a path */

const LISTS = /** @type {const} */ (['kind', 'instrument', 'state', 'area', 'domain']);
const DATES = ['as-of', 'known'];
const HUBS = ['without-eu', 'split-eu'];

/**
 * The answer to a path that the file does not carry; null where only the program has it.
 * @param {string} key  a path as `keyOf` writes it
 * @param {Held} at
 * @returns {string | null}
 */
export function reckoned(key, at) {
  const [route = '', query = ''] = key.split('?');
  const words = new Map(
    query
      .split('&')
      .filter((p) => p !== '')
      .map((p) => /** @type {const} */ ([p.split('=')[0] ?? '', p.includes('=') ? p.slice(p.indexOf('=') + 1) : ''])),
  );
  if (route === 'network') {
    const network = networkOf(words, at);
    return network && JSON.stringify(network);
  }
  if (route === 'pictures/wheel.svg') return wheelOf(words, at);
  if (route === 'compare') return turned(words, at);
  return route === 'cite' ? citation(words, at) : null;
}

/**
 * A comparison of two, which the file carries the other way round.
 * @param {ReadonlyMap<string, string>} words
 * @param {Held} at
 */
function turned(words, at) {
  const [one, two, ...more] = (words.get('actors') ?? '').split(',');
  const body = more.length > 0 ? null : at(path('compare', new Map([...words, ['actors', `${two},${one}`]]), [...words.keys()]));
  if (body === null) return null;
  /** @type {Compare} */
  const found = JSON.parse(body);
  const dimensions = found.dimensions.map((d) => {
    const [common, first, second, ...rest] = d.sentences;
    return {
      ...d,
      sentences: [common, second, first, ...rest],
      rows: d.rows.map((r) => ({
        ...r,
        classes: r.classes.toReversed(),
        labels: r.labels.toReversed(),
        ties: r.ties.toReversed(),
      })),
    };
  });
  const command = found.command.replace(`${two} ${one}`, `${one} ${two}`);
  return JSON.stringify({ ...found, actors: found.actors.toReversed(), dimensions, command });
}

/**
 * A path with some of the words asked for.
 * @param {string} route
 * @param {ReadonlyMap<string, string>} words
 * @param {readonly string[]} kept
 * @param {readonly string[]} [more]
 */
function path(route, words, kept, more = []) {
  const parts = kept.filter((w) => words.has(w)).map((w) => (words.get(w) === '' ? w : `${w}=${words.get(w)}`));
  const query = [...parts, ...more].sort().join('&');
  return query === '' ? route : `${route}?${query}`;
}

/**
 * @param {ReadonlyMap<string, string>} words
 * @param {Held} at
 * @returns {Network | null}
 */
function networkOf(words, at) {
  const known = [...LISTS, ...DATES, ...HUBS, 'class', 'level', 'focus', 'depth'];
  if ([...words.keys()].some((w) => !known.includes(w))) return null;
  const list = (/** @type {string} */ word) => decodeURIComponent(words.get(word) ?? '').split(',').filter(Boolean);
  const classes = list('class');
  // Memberships stand and fall with other ties: only the program knows.
  if (classes.some((c) => c !== 'stated' && c !== 'derived')) return null;
  const depth = Number(words.get('depth') ?? '1');
  if (!(depth >= 1)) return null;
  const base = at(path('network', words, [...DATES, ...HUBS]));
  const reached = classes.includes('derived') ? at(path('network', words, [...DATES, ...HUBS], ['class=derived'])) : '';
  if (base === null || reached === null) return null;
  /** @type {Network} */
  const whole = JSON.parse(base);
  /** @type {Network | null} */
  const derived = reached === '' ? null : JSON.parse(reached);
  const extra = derived?.nodes.filter((n) => !whole.nodes.some((m) => m.id === n.id)) ?? [];
  const one = { ...whole, nodes: [...whole.nodes, ...extra] };
  const wanted = {
    ...Object.fromEntries(LISTS.map((w) => [w, list(w)])),
    focus: decodeURIComponent(words.get('focus') ?? ''),
    depth,
  };
  return selected(
    one,
    derived?.ties ?? [],
    classes.length === 0 || classes.includes('stated'),
    /** @type {import('./select.js').Wanted} */ (wanted),
  );
}

/**
 * The wheel of a selection: that of the whole network, from which what is not chosen is taken; places stay as they were.
 * @param {ReadonlyMap<string, string>} words
 * @param {Held} at
 */
function wheelOf(words, at) {
  // The wheel that is held draws what is stated.
  if ((words.get('class') ?? '').includes('derived')) return null;
  const network = networkOf(new Map([...words].filter(([w]) => w !== 'lang')), at);
  const whole = at(path('pictures/wheel.svg', words, ['lang', ...DATES, ...HUBS]));
  if (!network || whole === null) return null;
  const svg = new DOMParser().parseFromString(whole, 'image/svg+xml');
  const ties = new Set(network.ties.map((t) => t.id));
  const actors = new Set(network.nodes.map((n) => n.id));
  const drawn = new Set([...svg.querySelectorAll('[data-node]')].map((m) => m.getAttribute('data-node') ?? ''));
  /** How many seats each keeps, and how many sit at each table. @type {Map<string, number>} */
  const seats = new Map();
  for (const mark of svg.querySelectorAll('[data-tie]')) {
    const { tie = '', participants = '' } = /** @type {SVGElement} */ (mark).dataset;
    const [group = '', ...members] = participants.split(' ');
    if (!tie.startsWith('MEMBER-')) {
      if (!ties.has(tie)) mark.remove();
    } else if (mark.localName === 'tspan' || !actors.has(group)) mark.remove();
    else if (words.has('without-eu')) {
      const sitting = members.filter((m) => drawn.has(m));
      const kept = sitting.filter((m) => actors.has(m));
      const lines = [...mark.querySelectorAll('path')];
      // A seat is a line and the broader one under it that is pressed.
      const each = lines.length / sitting.length;
      lines.forEach((line, n) => actors.has(sitting[Math.floor(n / each)] ?? '') || line.remove());
      for (const one of kept) seats.set(one, (seats.get(one) ?? 0) + 1);
      seats.set(group, kept.length);
    }
  }
  for (const mark of svg.querySelectorAll('[data-node]')) {
    const { node = '' } = /** @type {SVGElement} */ (mark).dataset;
    if (!actors.has(node)) {
      mark.remove();
      continue;
    }
    const title = [...mark.children].find((c) => c.localName === 'title');
    if (title) title.textContent = (title.textContent ?? '').split(': ')[0] ?? '';
    const n = seats.get(node) ?? 0;
    const last = [...mark.querySelectorAll('text, tspan')].findLast((e) => e.children.length === 0);
    if (last) last.textContent = (last.textContent ?? '').replace(/ · \d+$/, n > 0 ? ` · ${n}` : '');
  }
  for (const entry of svg.querySelectorAll('.legend .entry')) {
    const { kind } = /** @type {SVGElement} */ (entry).dataset;
    const n = new Set([...svg.querySelectorAll(`[data-tie][data-kind="${kind}"]`)].map((m) => m.getAttribute('data-tie'))).size;
    const text = entry.querySelector('text');
    if (kind !== undefined && n === 0) entry.remove();
    else if (text) text.textContent = (text.textContent ?? '').replace(/ · \d+$/, kind === undefined ? '' : ` · ${n}`);
  }
  for (const since of svg.querySelectorAll('.since')) since.remove();
  const note = words.get('lang') === 'en' ? NOTE.en : NOTE.fr;
  const desc = svg.querySelector('desc');
  if (desc) desc.textContent = note;
  // What its frame counts is the whole: in its place stands what this is.
  const [, count, foot] = svg.querySelector('.frame')?.children ?? [];
  if (count) count.textContent = note;
  foot?.firstElementChild?.remove();
  return new XMLSerializer().serializeToString(svg);
}

/** What a wheel that was not drawn anew says of itself. */
const NOTE = {
  fr: 'Filtré dans le fichier: la roue du réseau entier, sans ce qui n’est pas choisi; les places sont restées.',
  en: 'Filtered in the file: the wheel of the whole network without what is not chosen; the places have stayed.',
};

/**
 * A citation of any view: that of the gaps, with the command of the view in its place.
 * @param {ReadonlyMap<string, string>} words
 * @param {Held} at
 */
function citation(words, at) {
  const text = at(path('cite', words, [...DATES, 'format', 'lang'], ['view=gaps']));
  const own = /relier gaps (--as-of \S+ --known [0-9-]+)/.exec(text ?? '');
  if (text === null || !own) return null;
  const view = decodeURIComponent((words.get('view') ?? '').replaceAll('+', ' '));
  // The program writes its dates last, and after them the folder of a dataset.
  const plain = view
    .replace(/ --(?:as-of|known) \S+/g, '')
    .replace(/ --data[ =](?:"[^"]*"|'[^']*'|\S)+/g, '')
    .trim();
  const command = `relier ${plain}${plain.includes('--dates') ? '' : ` ${own[1]}`}`;
  const format = words.get('format');
  const written = format === 'csl-json' ? JSON.stringify(command).slice(1, -1) : format === 'bibtex' ? inTex(command) : command;
  // The citation that is held is of all four directions, which count who sits where.
  const said = restsOnLists(command) ? text : text.replace(/; (?:qui siège où|who sits where)[^)]*\)/, '');
  return said.replace(own[0], () => written);
}

/** Whether a view counts who sits in which forum or grouping, as the program sees it. @param {string} command */
function restsOnLists(command) {
  const [, verb = '', what = ''] = command.split(/\s+/);
  if (verb === 'gaps' || verb === 'moves') return what === 'connect' || what === '' || what.startsWith('--') || /--without-eu|--split-eu|structural/.test(command);
  return ['rank', 'path', 'compare', 'report', 'robustness', 'whatif'].includes(verb) || /--without-eu|--split-eu|structural/.test(command);
}

/** What TeX would read as a sign is written as one reads it. @param {string} text */
function inTex(text) {
  const words = /** @type {Readonly<Record<string, string>>} */ ({
    '~': '\\textasciitilde{}',
    '^': '\\textasciicircum{}',
    '\\': '\\textbackslash{}',
  });
  return text.replace(/[&%$#_{}~^\\]/g, (c) => words[c] ?? `\\${c}`);
}
