/** A picture brought to life: the server's own SVG, whose nodes and ties can be reached, chosen and set off. */

/** @import { Network } from '../types/wire' */
/** @import { Context } from './context.js' */
/** @import { State } from './state.js' */
import * as api from './api.js';
import { nameOf as actorName, actorOf, kindOf, nodeKind } from './context.js';
import { h, s } from './dom.js';
import { port } from './port.js';
import { apiQuery, select, unfiltered, unselect } from './state.js';

/**
 * @param {string} text
 * @returns {SVGSVGElement | null}
 */
export function read(text) {
  const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
  if (parsed.querySelector('parsererror')) return null;
  for (const foreign of parsed.querySelectorAll('script, foreignObject')) foreign.remove();
  // The lines of a label are words apart, also for those who hear them.
  for (const line of parsed.querySelectorAll('tspan + tspan'))
    if (!/\s$/.test(line.previousSibling?.textContent ?? '')) line.before(' ');
  for (const label of parsed.querySelectorAll('text')) label.before(' ');
  const svg = /** @type {Element} */ (document.importNode(parsed.documentElement, true));
  return svg instanceof SVGSVGElement ? svg : null;
}

/**
 * @param {Context} context
 * @param {string} text  the SVG
 * @param {Network} network  what it shows
 * @param {string} alternative  the picture in one sentence
 * @param {{ bare?: boolean, tools?: Node | null, note?: Node | null }} [how]  bare: without its title and foot, the legend below
 */
export function picture(context, text, network, alternative, { bare = false, tools = null, note = null } = {}) {
  const { i18n } = context;
  const { t } = i18n;
  const svg = read(text);
  if (!svg) return { element: h('p', { class: 'notice' }, t('picture.unreadable')), selected: () => {} };
  svg.setAttribute('role', 'group');
  svg.setAttribute('aria-label', alternative);
  svg.setAttribute('aria-roledescription', t('picture.role'));
  svg.removeAttribute('width');
  svg.removeAttribute('height');
  svg.classList.add('alive');
  const key = bare ? apart(svg) : [];
  const frame_ = port(context, svg, t('picture.keys'), {
    tools,
    note,
    below: key.length === 0 ? null : legend(context, key),
  });

  const nodes = marks(frame_, 'node');
  const ties = marks(frame_, 'tie');
  const stops = [...nodes.order, ...ties.order];
  for (const stop of stops) {
    stop.setAttribute('tabindex', '-1');
    stop.setAttribute('role', 'button');
    const name = nameOf(stop, context, network);
    if (name !== '') stop.setAttribute('aria-label', name);
  }
  nodes.order[0]?.setAttribute('tabindex', '0');

  /** @param {SVGElement} stop */
  const focus = (stop) => {
    for (const other of stops)
      if (other.getAttribute('tabindex') === '0') other.setAttribute('tabindex', '-1');
    stop.setAttribute('tabindex', '0');
    stop.focus();
  };
  /** @type {State} */
  let state = context.state;
  /** @param {SVGElement} stop */
  const choose = (stop) => {
    const { tie } = stop.dataset;
    // A membership has no sentence of its own: its group says who its members are, and whence.
    const node = stop.dataset.node ?? /^MEMBER-(.+)$/.exec(tie ?? '')?.[1];
    const again = node !== undefined ? state.node === node : state.tie === tie;
    context.go(again ? unselect(state) : select(state, node !== undefined ? { node } : { tie: tie ?? '' }));
  };

  frame_.addEventListener('click', (event) => {
    const target = /** @type {Element} */ (event.target);
    if (!target.closest('svg.alive')) return;
    const stop = target.closest('[data-node]') ?? target.closest('[data-tie]');
    if (stop instanceof SVGElement) {
      focus(stop);
      choose(stop);
    } else if (state.node !== '' || state.tie !== '') {
      context.go(unselect(state));
    }
  });
  frame_.addEventListener('keydown', (event) => {
    const stop = /** @type {Element} */ (event.target).closest('[data-node], [data-tie]');
    if (!(stop instanceof SVGElement)) return;
    const to = neighbour(stop, event.key, nodes.order, ties, network);
    if (to) focus(to);
    else if (event.key === 'Enter' || event.key === ' ') choose(stop);
    else return;
    event.preventDefault();
  });

  /** @param {State} now */
  const selected = (now) => {
    state = now;
    const near = neighbourhood(now, network, frame_);
    const own = now.withoutEu || now.splitEu ? strokes(svg, now.node) : [];
    svg.classList.toggle('has-own', own.length > 0);
    for (const line of svg.querySelectorAll('.is-own')) line.classList.remove('is-own');
    for (const line of own) line.classList.add('is-own');
    svg.classList.toggle('has-selection', near !== null);
    for (const stop of stops) {
      const id = stop.dataset.node ?? stop.dataset.tie ?? '';
      const isNode = stop.dataset.node !== undefined;
      const chosen = id !== '' && id === (isNode ? now.node : now.tie);
      stop.classList.toggle('is-selected', chosen);
      stop.classList.toggle('is-near', near !== null && (isNode ? near.nodes : near.ties).has(id));
      stop.setAttribute('aria-pressed', String(chosen));
    }
    for (const stop of svg.querySelectorAll('.is-seat')) stop.classList.remove('is-seat');
    if (near !== null && now.node !== '' && !now.withoutEu && !now.splitEu) void seats(now);
    if (near !== null) requestAnimationFrame(() => requestAnimationFrame(() => center(svg)));
  };
  // With the EU in the middle no stroke says who sits in which forum or grouping: lists do, and those of a whole for its parts.
  /** @param {State} now */
  const seats = async (now) => {
    const lists = await api.network(apiQuery({ ...unfiltered(now), withoutEu: true, class: ['stated', 'structural'] }, { filter: true })).catch(() => null);
    if (state !== now || !lists) return;
    const beside = new Set(
      lists.ties.flatMap(({ id, participants }) => {
        const group = /^MEMBER-(.+)$/.exec(id)?.[1];
        if (!group) return [];
        return group === now.node ? participants : participants.includes(now.node) ? [group] : [];
      }),
    );
    for (const stop of nodes.order) stop.classList.toggle('is-seat', beside.has(stop.dataset.node ?? ''));
  };
  selected(state);
  return { element: frame_, selected };
}

/**
 * The marks of one sort that stand by themselves: all of them in the order of the picture, and the first of each id.
 * @param {Element} where
 * @param {'node' | 'tie'} sort
 */
function marks(where, sort) {
  const all = /** @type {SVGElement[]} */ ([...where.querySelectorAll(`svg [data-${sort}]`)]);
  const order = all.filter((mark) => !mark.parentElement?.closest('[data-node], [data-tie]'));
  /** @type {Map<string, SVGElement>} */
  const first = new Map();
  for (const mark of order) {
    const id = mark.dataset[sort] ?? '';
    if (!first.has(id)) first.set(id, mark);
  }
  return { order, first };
}

/**
 * What a mark is called: what is written in it, as it is seen, what its title says more, of what kind it is, and with whom.
 * @param {SVGElement} mark
 * @param {Context} context
 * @param {Network} network
 */
function nameOf(mark, context, network) {
  const { t, pick } = context.i18n;
  const { title, written } = wordsOf(mark);
  const { node, tie, kind = '' } = mark.dataset;
  const found = network.ties.find((other) => other.id === tie);
  const others = found?.participants.filter((p) => p !== 'EU').map((p) => actorName(context, p)) ?? [];
  const shown = others.length > 4 ? [...others.slice(0, 3), `+ ${others.length - 3}`] : others;
  // A number behind a name counts its members; what is written out says by itself with whom.
  const [, least = '', members = ''] = (node !== undefined && / · (≥\s)?(\d+)$/.exec(written)) || [];
  const more =
    node === undefined
      ? [found ? pick(kindOf(context.meta, found.kind)?.names ?? { fr: '', en: '' }) : '', written.length > 60 ? '' : shown.join(', ')]
      : [nodeKind(context, kind, actorOf(context.meta, node)?.named ?? true), members && t(least ? 'panel.members-least' : 'panel.members', { n: Number(members) })];
  const said = together(title, written, found ? pick(found.names) : written.replace(/ · (≥\s)?\d+$/, ''));
  return [said, ...more.filter((m) => m !== '' && !said.includes(m))].join('; ');
}

/**
 * A title and what is written, the name that both say once.
 * @param {string} title
 * @param {string} written
 * @param {string} name
 */
function together(title, written, name) {
  const plain = (/** @type {string} */ text) => ` ${text.replace(/[^\p{L}\p{N}+]+/gu, ' ').trim()} `;
  if (written === '' || title === '') return title || written;
  // A short form in brackets is read first, as it is seen.
  if (title.includes(`(${written})`)) return `${written}, ${title}`;
  if (plain(title).includes(plain(written))) return title;
  const told = title.startsWith(name) && written.includes(name) ? title.slice(name.length).replace(/^[\s–:]+/, '') : title;
  return plain(written).includes(plain(told)) ? written : `${written}: ${told}`;
}

/**
 * The title of a mark, and what is written in it.
 * @param {SVGElement} mark
 */
export function wordsOf(mark) {
  const title = [...mark.children].find((c) => c.tagName === 'title')?.textContent?.trim() ?? '';
  const written = [...mark.querySelectorAll('text')]
    .map((text) => [...text.childNodes].map(words).join(' '))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
  return { title, written };
}

/**
 * The words of a part of a text, without the titles in it.
 * @param {Node} part
 * @returns {string}
 */
function words(part) {
  if (part.nodeName === 'title') return '';
  return part.childNodes.length > 0 ? [...part.childNodes].map(words).join(' ') : (part.textContent ?? '');
}

/**
 * Where an arrow key leads: left and right from actor to actor, down and up through the ties of the one last met.
 * @param {SVGElement} stop
 * @param {string} key
 * @param {SVGElement[]} nodes
 * @param {{ order: SVGElement[], first: Map<string, SVGElement> }} ties
 * @param {Network} network
 * @returns {SVGElement | undefined}
 */
function neighbour(stop, key, nodes, ties, network) {
  const at = nodes.indexOf(stop);
  if (key === 'Home') return nodes[0];
  if (key === 'End') return nodes.at(-1);
  const tie = stop.dataset.tie;
  if (tie === undefined) {
    if (key === 'ArrowRight') return nodes[(at + 1) % nodes.length];
    if (key === 'ArrowLeft') return nodes.at(at - 1);
    if (key !== 'ArrowDown') return undefined;
    const own = network.ties.find(
      (t) => t.participants.includes(stop.dataset.node ?? '') && ties.first.has(t.id),
    );
    const target = own && ties.first.get(own.id);
    if (target) target.dataset.of = stop.dataset.node ?? '';
    return target;
  }
  const of = stop.dataset.of ?? network.ties.find((t) => t.id === tie)?.participants.at(-1) ?? '';
  const own = network.ties
    .filter((t) => t.participants.includes(of) && ties.first.has(t.id))
    .map((t) => t.id);
  const here = own.indexOf(tie);
  const node = nodes.find((n) => n.dataset.node === of);
  if (key === 'ArrowRight' || key === 'ArrowLeft') return node && neighbour(node, key, nodes, ties, network);
  const next = key === 'ArrowDown' ? here + 1 : key === 'ArrowUp' ? here - 1 : null;
  if (next === null) return undefined;
  if (next < 0) return node;
  const target = ties.first.get(own[next] ?? tie);
  if (target) target.dataset.of = of;
  return target;
}

/**
 * What is looked at with what touches it; null when nothing is, or it is not in the picture. Seats at a table are drawn though
 * the list of ties has no memberships; where the EU is not in the middle, nothing touches that is not drawn.
 * @param {State} state
 * @param {Network} network
 * @param {Element} drawn  where the picture stands
 */
export function neighbourhood(state, network, drawn) {
  if (state.node === '' && state.tie === '') return null;
  const there = marks(drawn, 'tie').first;
  const seats = [...there.values()].flatMap(({ dataset: { tie: id = '', class: sort, participants = '' } }) =>
    sort === 'structural' ? [{ id, kind: 'MEMBER', participants: participants.split(' '), meeting: 'agenda' }] : [],
  );
  const ties = [...network.ties, ...seats].filter(
    (t) =>
      (state.tie !== '' ? t.id === state.tie : t.participants.includes(state.node)) &&
      ((!state.withoutEu && !state.splitEu) || there.has(t.id)),
  );
  // Standing in one cell of the annex is no meeting: an action leads to others only where they sit together.
  const meets = (/** @type {{ kind: string, meeting?: string | null }} */ t) =>
    state.tie !== '' || t.kind !== 'ACTION' || t.meeting !== undefined;
  const nodes = new Set(
    ties.flatMap((t) => (meets(t) ? t.participants : t.participants.filter((p) => p === 'EU'))),
  );
  if (state.node !== '') nodes.add(state.node);
  const shown = ties.length > 0 || network.nodes.some((n) => n.id === state.node);
  return shown ? { nodes, ties: new Set(ties.map((t) => t.id)) } : null;
}

/**
 * The strokes that lead from an actor's own place, where a tie has one for each who is at its table.
 * @param {SVGSVGElement} svg
 * @param {string} id
 */
function strokes(svg, id) {
  const dot = id === '' ? null : svg.querySelector(`.node[data-node="${CSS.escape(id)}"] > :is(circle, .dot)`);
  if (!dot || svg.dataset.picture !== 'wheel') return [];
  const at = (/** @type {string} */ name) => Number(dot.getAttribute(name) ?? 0);
  const middle = dot.tagName === 'rect' ? [at('x') + at('width') / 2, at('y') + at('height') / 2] : [at('cx'), at('cy')];
  const place = middle.map((n) => String(Number(n.toFixed(2)))).join(' ');
  return [...svg.querySelectorAll('.tie > .line')].filter((line) => {
    const d = line.getAttribute('d') ?? '';
    return d.startsWith(`M${place}C`) || d.endsWith(` ${place}`);
  });
}

/**
 * Takes title, foot and legend off a picture that the page frames itself, and cuts it to what is drawn.
 * @param {SVGSVGElement} svg
 * @returns {SVGSVGElement[]}  the parts of the legend, each a drawing of its own
 */
function apart(svg) {
  const legend_ = svg.querySelector(':scope > .legend');
  if (!legend_) return [];
  for (const gone of svg.querySelectorAll(':scope > .frame, :scope > .ground')) gone.remove();
  // What stands beside the drawing for want of room on paper stands below it here, with the legend.
  const beside = [...svg.querySelectorAll(':scope > .since')];
  for (const part of [legend_, ...beside]) part.remove();
  cut(svg, 4);
  /** @type {Element[][]} */
  const groups = [];
  for (const part of [legend_, ...beside].flatMap((p) => Array.from(p.children))) {
    if (part.tagName === 'text' && part.matches('.muted.b')) groups.push([]);
    groups.at(-1)?.push(part);
  }
  return groups.map((parts) => {
    const one = s('svg', { class: `${svg.getAttribute('class') ?? ''} key`, role: 'group' }, ...parts);
    const title = parts[0]?.textContent ?? '';
    one.setAttribute('aria-label', title);
    const { width, height } = cut(one, 1.5);
    one.style.setProperty('--w', String(width));
    one.style.setProperty('--h', String(height));
    return one;
  });
}

/**
 * Takes off a chart what the page says above it, its title and the line under it, and cuts it to what is left.
 * @param {SVGSVGElement} svg
 */
export function untitled(svg) {
  const top = svg.querySelector(':scope > .frame > .title');
  if (!top) return;
  const below = top.nextElementSibling;
  top.remove();
  below?.remove();
  for (const ground of svg.querySelectorAll(':scope > .ground')) ground.remove();
  cut(svg, 4);
}

/**
 * Cuts a drawing to what is in it; measured where nobody sees it.
 * @param {SVGSVGElement} svg
 * @param {number} margin
 */
function cut(svg, margin) {
  const bench = h('div', { class: 'bench-of-pictures', 'aria-hidden': 'true' }, svg);
  document.body.append(bench);
  const { x, y, width, height } = svg.getBBox();
  bench.remove();
  svg.setAttribute('viewBox', [x - margin, y - margin, width + 2 * margin, height + 2 * margin].join(' '));
  return { width: width + 2 * margin, height: height + 2 * margin };
}

/**
 * @param {Context} context
 * @param {SVGSVGElement[]} parts
 */
function legend({ i18n }, parts) {
  return h(
    'div',
    { class: 'picture-key' },
    h('h2', { class: 'picture-key-title' }, i18n.t('picture.key')),
    h('div', { class: 'picture-key-parts' }, parts),
  );
}

/**
 * Moves the picture within its frame so that what is looked at stands in the middle.
 * @param {SVGSVGElement} svg
 */
function center(svg) {
  const port = svg.parentElement;
  const chosen = svg.querySelector('.is-selected');
  if (!port || !chosen) return;
  const [frame_, mark] = [port.getBoundingClientRect(), chosen.getBoundingClientRect()];
  const seen =
    mark.left > frame_.left &&
    mark.right < frame_.right &&
    mark.top > frame_.top &&
    mark.bottom < frame_.bottom;
  if (seen) return;
  port.scrollBy(
    mark.left + mark.width / 2 - frame_.left - frame_.width / 2,
    mark.top + mark.height / 2 - frame_.top - frame_.height / 2,
  );
}
