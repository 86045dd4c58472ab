/** The network: the picture chosen, the four directions beside it, and the same in tables. */

/** @import { Network } from '../types/wire' */
/** @import { Context, Sight } from '../app/context.js' */
/** @import { State } from '../app/state.js' */
import * as api from '../app/api.js';
import { goalsOf, link, nameOf } from '../app/context.js';
import { firstDay } from '../app/days.js';
import { h, s } from '../app/dom.js';
import { failure } from '../app/message.js';
import { actorOptions, picker } from '../app/picker.js';
import { picture } from '../app/picture.js';
import { apiQuery, commandOptions, unfiltered } from '../app/state.js';
import { resolvedTheme } from '../app/theme.js';
import { cards } from './cards.js';
import { leftOut, nonEstablished, sentence as inWords, shownIn } from './network-sentence.js';
import { networkTables } from './network-tables.js';

/** The pictures of the network; the address bears their names. */
const PICTURES = /** @type {const} */ ([
  { id: 'wheel', label: 'picture.wheel', about: 'picture.wheel-about' },
  { id: 'ego', label: 'picture.ego', about: 'picture.ego-about' },
  { id: 'force', label: 'picture.force', about: 'picture.force-about' },
]);

/** @param {Context} context @returns {Promise<Sight>} */
export async function networkView(context) {
  const { state, i18n } = context;
  const { t } = i18n;
  const shown = PICTURES.find((p) => p.id === state.item) ?? PICTURES[0];
  const [network, silent] = await Promise.all([api.network(apiQuery(state, { filter: true })), unsaid(context)]);
  const ego = shown.id === 'ego' ? center(context, network) : '';
  const drawnState = shown.id === 'ego' ? { ...state, focus: ego } : state;
  const pictureQuery = apiQuery(drawnState, {
    filter: true,
    extra: { lang: state.lang, theme: resolvedTheme(state) },
  });
  const [goals, svg] = await Promise.all([
    goalsOf(context, apiQuery(state)),
    api.picture(shown.id, pictureQuery, false).catch((/** @type {unknown} */ error) => error),
  ]);
  const seen = typeof svg === 'string' ? shownIn(svg) : null;
  const sentence = inWords(context, network, meetings(goals), seen, ego, silent);
  const about = shown.id === 'ego' ? t('picture.ego-of', { name: nameOf(context, ego) }) : sentence;
  const empty = network.ties.length === 0;
  const drawn =
    typeof svg === 'string' && !empty
      ? picture(context, svg, network, about, {
          bare: true,
          tools: chooser(context, shown.id, ego),
          note: below(context, seen?.rings ?? false, shown.id === 'ego' ? '' : leftOut(context, network, seen), silent),
        })
      : null;
  if (drawn) spell(context, drawn.element);
  const twin = networkTables(context, network, goals);
  const name = `relier-${shown.id}${ego === '' ? '' : `-${ego}`}-${network.dates.as_of}`;
  const stage = h(
    'section',
    { class: `stage stage-${shown.id}`, 'aria-label': t(shown.label) },
    drawn?.element ?? [
      chooser(context, shown.id, ego),
      empty
        ? h(
            'div',
            { class: 'notice' },
            h('p', {}, silent > 0 ? nonEstablished(context, network, silent) : t('picture.empty')),
            silent > 0 ? showUnsaid(context, silent) : null,
            h('p', {}, link(unfiltered(state), { class: 'way' }, t('picture.empty-way'))),
          )
        : h('div', { class: 'missing' }, h('p', {}, t('picture.missing')), failure(context, svg)),
    ],
  );
  const narrow = matchMedia('(max-width: 699px)').matches;
  return {
    title: t('network.title'),
    sentence,
    filters: ['dates', 'kind', 'instrument', 'state', 'area', 'class', 'without-eu'],
    body: narrow
      ? [toPicture(context, stage), brief(cards(context, goals)), twin.element, stage]
      : [h('div', { class: 'opening' }, stage, cards(context, goals)), twin.element],
    command: command(state, shown.id, ego),
    downloads: [
      ...(typeof svg === 'string'
        ? [
            {
              format: /** @type {const} */ ('svg'),
              name,
              make: () => api.picture(shown.id, pictureQuery, true),
            },
            { format: /** @type {const} */ ('png'), name, make: () => api.png(shown.id, pictureQuery) },
          ]
        : []),
      { format: 'csv', name: `${name}-${twin.name}`, make: twin.csv },
      { format: 'json', name, make: () => JSON.stringify(network, null, 1) },
    ],
    files: exported(context),
    selected: (now) => drawn?.selected(now),
  };
}

/**
 * On a phone a card says its count and the way; its sentence stands in its direction, so that the table below comes into sight.
 * @param {HTMLElement} cards_
 */
function brief(cards_) {
  for (const said of cards_.querySelectorAll('.sentence'))
    said.replaceChildren(...Array.from(said.childNodes).filter((part) => !(part instanceof Text)));
  return cards_;
}

/**
 * On a narrow screen the table comes first; this is the way to the picture below it.
 * @param {Context} context
 * @param {HTMLElement} stage
 */
function toPicture({ i18n }, stage) {
  const go = () => {
    stage.scrollIntoView({ block: 'start', behavior: 'instant' });
    const port = stage.querySelector('.port');
    if (port instanceof HTMLElement) port.focus({ preventScroll: true });
  };
  return h('p', { class: 'to-picture' }, h('button', { type: 'button', id: 'to-picture', on: { click: go } }, i18n.t('picture.go')));
}

/**
 * What stands right below the picture: the codes of its rings, and what it has no place for.
 * @param {Context} context
 * @param {boolean} ringed  whether it has rings
 * @param {string} left
 * @param {number} silent  how many more answer all but the state
 */
function below(context, ringed, left, silent) {
  return h(
    'div',
    {},
    ringed ? rings(context) : null,
    left === '' ? null : h('p', { class: 'hint left-out' }, left),
    silent > 0 ? showUnsaid(context, silent) : null,
  );
}

/**
 * Under a filter by state on a day before the texts: how many ties answer all the rest, of which nothing says whether they existed by then.
 * @param {Context} context
 */
async function unsaid({ state, meta }) {
  const first = firstDay(meta);
  const asOf = state.asOf || meta.dates.as_of;
  if (state.state.length === 0 || state.state.includes('unknown') || asOf >= first) return 0;
  const { ties } = await api.network(apiQuery({ ...state, state: ['unknown'] }, { filter: true }));
  return ties.filter((tie) => tie.by_text).length;
}

/** The way to the ties of which nothing says whether they existed. @param {Context} context @param {number} n */
function showUnsaid({ state, i18n: { t } }, n) {
  return h('p', {}, link({ ...state, state: [...state.state, 'unknown'] }, { class: 'way', id: 'show-unsaid' }, t('network.unsaid-way', { n })));
}

/**
 * What the codes of the rings say, right below the picture.
 * @param {Context} context
 */
function rings({ meta, i18n }) {
  return h(
    'p',
    { class: 'hint rings' },
    i18n.t('picture.rings'),
    meta.areas.flatMap((a) => [' ', h('span', { class: 'ring-code' }, h('b', {}, a.id), ` ${i18n.pick(a.names)}`)]),
  );
}

/**
 * Lets a code in the picture say its name to who points at it.
 * @param {Context} context
 * @param {HTMLElement} element
 */
function spell({ meta, i18n }, element) {
  for (const text of element.querySelectorAll('svg.alive text.muted')) {
    const area = meta.areas.find((a) => a.id === text.textContent?.trim());
    if (area) text.append(s('title', {}, i18n.pick(area.names)));
  }
}

/** The forms of export; the words are names, and say who reads them. */
const FORMS = /** @type {const} */ ([
  { id: 'csv', label: 'CSV (zip): R, pandas' },
  { id: 'xlsx', label: 'XLSX: Excel, LibreOffice' },
  { id: 'graphml', label: 'GraphML: networkx, igraph, yEd' },
  { id: 'gexf', label: 'GEXF: Gephi' },
  { id: 'cytoscape', label: 'Cytoscape (.cyjs)' },
  { id: 'jsonld', label: 'JSON-LD: schema.org, PROV-O' },
  { id: 'json', label: 'JSON: relier export json' },
]);

/**
 * The network of the view, with its filters, in every form of export.
 * @param {Context} context
 * @returns {import('../app/context.js').ServerFile[]}
 */
function exported({ state }) {
  const query = apiQuery(state, { filter: true, extra: { lang: state.lang } });
  return FORMS.map(({ id, label }) => ({ id, label, path: `export/${id}${query}` }));
}

/** How many pairs of units meet, of how many, and how closely. @param {readonly import('../types/wire').Goal[]} goals */
function meetings(goals) {
  const connect = goals.find((g) => g.goal === 'connect');
  const lines = connect?.sections.find((s) => s.id === 'meetings')?.lines ?? [];
  const working = lines.filter((l) => l.value === 'working').length;
  const of = connect?.counts.find((c) => c.id === 'only-through-eu-working')?.of ?? 0;
  return { n: lines.length, of, working, agenda: lines.length - working };
}

/**
 * @param {State} state
 * @param {string} shown
 * @param {string} ego
 */
function command(state, shown, ego) {
  const options = commandOptions(shown === 'ego' ? { ...state, focus: '', depth: '' } : state);
  return `relier draw ${shown}${ego === '' ? '' : ` ${ego}`}${options} --lang ${state.lang}`;
}

/**
 * Whom the picture of one actor is about: whom the address names, whom one looks at, or the partner with most ties.
 * @param {Context} context
 * @param {Network} network
 */
function center({ state }, { nodes, ties }) {
  if (state.focus !== '') return state.focus;
  const drawable = (/** @type {string} */ id) =>
    nodes.some((n) => n.id === id && (n.kind === 'partner' || n.kind === 'grouping' || n.kind === 'forum'));
  if (drawable(state.node)) return state.node;
  const count = (/** @type {string} */ id) => ties.filter((t) => t.participants.includes(id)).length;
  const partners = nodes.filter((n) => n.kind === 'partner').map((n) => ({ id: n.id, n: count(n.id) }));
  return partners.sort((a, b) => b.n - a.n)[0]?.id ?? 'EU';
}

/**
 * @param {Context} context
 * @param {string} current
 * @param {string} ego
 */
function chooser(context, current, ego) {
  const { state, meta, i18n, go } = context;
  const { t } = i18n;
  const told = PICTURES.find((p) => p.id === current) ?? PICTURES[0];
  const apart = state.withoutEu ? 'picture.without-eu-about' : state.splitEu ? 'picture.split-eu-about' : null;
  const about = t(current === 'wheel' && apart ? apart : told.about);
  const drawn = PICTURES.filter(
    (p) => p.id !== 'force' || meta.resources.includes('/api/v1/pictures/force.svg') || current === 'force',
  );
  /** @param {(typeof PICTURES)[number]['id']} id @returns {State} */
  const to = (id) => {
    const item = id === 'wheel' ? '' : id;
    if (id === 'ego') return { ...state, item, focus: state.focus || state.node, depth: '' };
    return { ...state, item, focus: current === 'ego' ? '' : state.focus };
  };
  return h(
    'div',
    { class: 'picture-choice' },
    h(
      'div',
      { class: 'tabs boxed', role: 'group', 'aria-label': t('network.picture') },
      drawn.map((p) =>
        link(
          to(p.id),
          { id: `picture-${p.id}`, class: 'tab', 'aria-current': p.id === current ? 'true' : null },
          t(p.label),
        ),
      ),
    ),
    current === 'ego'
      ? picker(context, {
          id: 'ego-of',
          label: t('picture.ego-whom'),
          labelHidden: true,
          placeholder: nameOf(context, ego),
          options: actorOptions(context, { kinds: ['partner', 'grouping', 'forum'], without: [ego] }),
          onPick: ({ id }) => go({ ...state, focus: id, node: state.node === '' ? '' : id, tie: '', cell: '' }),
        })
      : null,
    h('p', { class: 'hint about-picture' }, about),
  );
}
