/** The page: from the address to what is seen, and back. */

/** @import { Meta } from '../types/wire' */
/** @import { Context, Sight } from './context.js' */
/** @import { State } from './state.js' */
import * as api from './api.js';
import { link } from './context.js';
import { h, replace } from './dom.js';
import { toolbar } from './download.js';
import { facets } from './facets.js';
import { fillCounts, filters } from './filters.js';
import { NAMES, head, status } from './head.js';
import { glossary } from './glossary.js';
import * as steps from './history.js';
import { i18n, learn } from './i18n.js';
import { carried, look, lookingAt, looksAt, settle, steady } from './look.js';
import { manners } from './manners.js';
import { failure, tooEarly } from './message.js';
import { sightOf } from './sights.js';
import { address, parse, saysLanguage, toView, unfiltered, unselect } from './state.js';
import { faultNotice, watch } from './watch.js';
import { resolvedTheme, systemDark } from './theme.js';

/** @param {string} id */
const part = (id) => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`index.html lacks #${id}`);
  return found;
};

const parts = {
  skip: part('skip'),
  head: part('head'),
  messages: part('messages'),
  layout: part('layout'),
  title: part('title'),
  filters: part('filters'),
  body: part('body'),
  aside: part('aside'),
  panel: part('panel'),
  status: part('status'),
  live: part('live'),
};

const narrow = matchMedia('(max-width: 699px)');

/** What stands on the page now. */
const now = {
  turn: 0,
  key: '',
  place: '',
  /** @type {Sight | null} */
  sight: null,
  /** @type {import('../types/wire').Status | null} */
  status: null,
  /** What the view was drawn for. @type {State | null} */
  drawn: null,
  /** The dates shown. @type {import('./since.js').Dates | null} */
  dates: null,
};

/**
 * Says something to those who listen; with `seen`, shows it for a moment too.
 * @param {string} text
 * @param {{ seen?: boolean }} [how]
 */
function announce(text, { seen = false } = {}) {
  parts.live.textContent = '';
  requestAnimationFrame(() => (parts.live.textContent = text));
  if (seen) toast(text);
}

let fading = 0;

/** @param {string} text */
function toast(text) {
  const toast_ = part('toast');
  toast_.textContent = text;
  toast_.classList.add('is-shown');
  clearTimeout(fading);
  fading = setTimeout(() => toast_.classList.remove('is-shown'), 2500);
}

/**
 * @param {State} next
 * @param {{ replace?: boolean }} [how]
 */
function go(next, { replace: instead = false } = {}) {
  const to = address(next);
  if (to === location.hash) return;
  if (instead) steps.amend(to);
  else steps.push(to);
  show();
}

/** @type {Meta | null} */
let meta = null;

/** @param {{ back?: boolean }} [how]  whether the browser leads back or forward to a step */
async function show({ back = false } = {}) {
  if (!meta) return;
  const turn = ++now.turn;
  // From here on, so that who waits for the view is not shown the former one while a language is on its way.
  parts.layout.setAttribute('aria-busy', 'true');
  const { state, misread } = parse(location.hash);
  const key = address({ ...unselect(state), theme: state.theme }) + resolvedTheme(state);
  const fresh = key !== now.key;
  // What stands here is of the former address: it fades until the answer is there, so that no old number is read as the new.
  parts.layout.classList.toggle('is-stale', fresh && now.sight !== null);
  await learn(state.lang).catch(() => {});
  if (turn !== now.turn) return;
  const context = contextOf(state);
  if (!context) return;
  frame(context, misread);
  const place = `${state.view}/${state.item}`;
  const moved = fresh && ((now.place !== '' && now.place !== place) || back);
  if (fresh) {
    const sight = await attempt(context);
    if (turn !== now.turn) return;
    now.key = sight.failed ? '' : key;
    now.place = place;
    now.sight = sight;
    draw(context, sight);
    steps.unfold('body', history.state?.open ?? []);
    if (moved) arrive();
  } else if (now.sight) {
    now.sight.selected?.(state);
    replace(parts.title, heading(context, now.sight));
  }
  const looked = look(context, parts, () => turn === now.turn);
  // Once the panel has its room.
  if (moved && state.at === '') steps.scrollBack(history.state ?? {});
  await looked;
  if (turn !== now.turn) return;
  if (moved) {
    steps.unfold('panel', history.state?.open ?? []);
    parts.panel.scrollTop = history.state?.panel ?? 0;
  }
  parts.layout.removeAttribute('aria-busy');
}

/**
 * @param {Context} context
 * @returns {Promise<Sight>}
 */
async function attempt(context) {
  const early = READERS.includes(context.state.view) ? null : tooEarly(context);
  if (early)
    return { title: context.i18n.t(NAMES[context.state.view]), sentence: '', filters: ['dates'], body: [early], command: '', downloads: [], failed: true };
  try {
    const view = await sightOf(context.state.view);
    return await view({ ...context, go: (next, how) => go(anew(next), how) });
  } catch (error) {
    if (!(error instanceof api.Failure)) console.error(error);
    const { state, i18n: { t } } = context;
    const plain = unfiltered({ ...toView(state, state.view), asOf: '', known: '' });
    const way = address(plain) === location.hash ? null : link(plain, { class: 'way' }, t('problem.way-out'));
    return {
      title: t(NAMES[state.view]),
      sentence: '',
      filters: [],
      body: [failure(context, error, way)],
      command: '',
      downloads: [],
      failed: true,
    };
  }
}

/** What is read whatever was known. @type {readonly import('./state.js').ViewName[]} */
const READERS = ['documents', 'about'];

/** Where a control of the view that stands leads, whatever has been opened or closed since. @param {State} next */
const anew = (next) => (now.drawn ? carried(next, now.drawn, parse(location.hash).state) : next);

/** Comes to a new view: at its heading, or at what the reader used last where it is left. */
function arrive() {
  if (parse(location.hash).state.at !== '') return;
  const at = steps.spotOf(history.state?.spot) ?? document.querySelector('h1');
  if (at instanceof HTMLElement) at.focus({ preventScroll: true });
}

/**
 * What does not hang on an answer: language, theme, head, messages, status.
 * @param {Context} context
 * @param {import('./state.js').Misread[]} misread
 */
function frame(context, misread) {
  const {
    state,
    i18n: { t },
  } = context;
  document.documentElement.lang = state.lang;
  document.documentElement.dataset.theme = resolvedTheme(state);
  parts.skip.textContent = t('skip');
  replace(parts.head, head(context, acts));
  replace(parts.status, status(context));
  replace(
    parts.messages,
    faultNotice(context, now.status),
    misread.length === 0
      ? null
      : h(
          'div',
          { class: 'problem', role: 'alert' },
          h(
            'p',
            {},
            t('problem.misread', {
              words: misread.map((m) => (m.value === '' ? m.word : `${m.word}=${m.value}`)).join(', '),
            }),
          ),
          h('p', {}, link(state, {}, t('problem.misread-way'))),
        ),
  );
}

/**
 * @param {Context} context
 * @param {Sight} sight
 */
function heading(context, sight) {
  // On a narrow screen what one comes to read stands before what one takes away.
  const below = narrow.matches;
  const tools = toolbar(context, sight);
  return [
    sight.before ?? null,
    h('div', { class: 'title-row' }, h('h1', { tabindex: '-1' }, sight.title), below ? null : tools),
    sight.question ? h('p', { class: 'question' }, sight.question) : null,
    sight.sentence === '' ? null : h('p', { class: 'view-sentence', id: 'view-sentence' }, sight.sentence),
    sight.failed ? null : glossary(context),
    below ? tools : null,
  ];
}

/**
 * @param {Context} context
 * @param {Sight} sight
 */
function draw(context, sight) {
  const { state } = context;
  now.drawn = state;
  parts.layout.classList.remove('is-stale');
  const settleMenu = steady(parts.filters, parts.title);
  document.title = `${sight.title} – relier`;
  parts.layout.dataset.view = state.view;
  replace(parts.title, heading(context, sight));
  // A filter changes nothing of what is looked at, whatever that has become since.
  filters({ ...context, go: (next) => go(lookingAt(next, parse(location.hash).state)) }, sight.filters, parts.filters);
  dated(context, sight);
  replace(parts.body, sight.body);
  replace(parts.aside, sight.aside ?? null);
  // What goes to a place in the text counts on the columns that the text will have.
  if (!looksAt(state)) settle(parts, 'none');
  settleMenu();
  sight.selected?.(state);
  if (sight.filters.length > 1) {
    const turn = now.turn;
    facets(context).then(
      (counts) => {
        if (turn === now.turn) fillCounts(context, counts, parts.filters);
      },
      () => {},
    );
  }
}

/**
 * Says what other dates than those of the documents have changed: it follows from the address alone, so that who opens a link
 * reads what its sender read. It is told aloud when the dates have just changed.
 * @param {Context} context
 * @param {Sight} sight
 */
function dated(context, sight) {
  if (sight.failed || !sight.filters.includes('dates')) return;
  const { state, meta: { dates: usual } } = context;
  const before = { asOf: usual.as_of, known: usual.known };
  const dates = { asOf: state.asOf || before.asOf, known: state.known || before.known };
  const differ = (/** @type {typeof dates} */ other) => other.asOf !== dates.asOf || other.known !== dates.known;
  const told = now.dates !== null && differ(now.dates);
  now.dates = dates;
  if (!differ(before)) return;
  const place = h('div', { class: 'since', id: 'since', 'aria-busy': 'true' });
  parts.filters.append(place);
  import('./since.js')
    .then(({ since }) => since(context, before, dates, place, told))
    .catch(() => place.remove());
}

/** @param {string} address_ @param {Element | null} [from]  the link that leads there */
function follow(address_, from = null) {
  if (address_ === '') return;
  const { state, misread } = parse(address_);
  const to = parts.body.contains(from) && misread.length === 0 ? address(anew(state)) : address_;
  if (to === location.hash) now.key = '';
  else steps.push(to, from?.id === 'return' ? history.state?.was : null);
  show();
}

const undo = () =>
  announce(words().t(steps.undo() ? 'history.undone' : 'history.nothing-undo'), { seen: true });
const redo = () =>
  announce(words().t(steps.redo() ? 'history.redone' : 'history.nothing-redo'), { seen: true });

/** The words of the language that the address asks for. */
const words = () => i18n(parse(location.hash).state.lang);

/** @param {State} state @returns {Context | null} */
const contextOf = (state) =>
  meta && { state, meta, i18n: i18n(state.lang), go, announce, again: () => follow(location.hash) };

const acts = {
  go,
  follow,
  undo,
  redo,
  help: () => {
    const context = contextOf(parse(location.hash).state);
    if (context) import('./keys.js').then(({ help }) => help(context));
  },
  step: (/** @type {1 | -1} */ by) => {
    now.sight?.step?.(by);
    return now.sight?.step !== undefined;
  },
};

/** An address that says no language speaks the reader's: the page's, or at first the browser's; from then on it says so. */
function speak() {
  if (saysLanguage(location.hash)) return;
  const browser = navigator.language.toLowerCase().startsWith('fr') ? 'fr' : 'en';
  const lang = meta && document.documentElement.lang === 'en' ? 'en' : meta ? 'fr' : browser;
  const { state, misread } = parse(location.hash);
  // What cannot be read stays in the address, and is told.
  const to = misread.length === 0 ? address({ ...state, lang }) : `${location.hash}${location.hash.includes('?') ? '&' : '?'}lang=${lang}`;
  history.replaceState(history.state, '', to);
}

async function start() {
  speak();
  parts.skip.addEventListener('click', (event) => {
    event.preventDefault();
    document.querySelector('h1')?.focus();
  });
  manners(acts);
  steps.keep();
  steps.arrived();
  window.addEventListener('popstate', () => {
    speak();
    steps.arrived();
    show({ back: true });
  });
  systemDark.addEventListener('change', () => show());
  narrow.addEventListener('change', () => ((now.key = ''), show()));
  const asked = api.meta();
  asked.catch(() => {});
  await learn(parse(location.hash).state.lang).catch(() => {});
  replace(parts.body, h('p', { class: 'loading muted' }, words().t('loading')));
  try {
    meta = await asked;
  } catch (error) {
    replace(
      parts.body,
      h(
        'div',
        { class: 'problem', role: 'alert' },
        h('p', {}, h('strong', {}, words().t('problem.title'))),
        h(
          'p',
          {},
          error instanceof api.Failure && error.problem.status !== 0
            ? error.message
            : words().t('problem.offline'),
        ),
        h('p', {}, h('button', { type: 'button', id: 'again', on: { click: () => location.reload() } }, words().t('problem.again'))),
      ),
    );
    return;
  }
  await show();
  watch(heard);
}

/**
 * A newer dataset is taken up, and its faults are told where it cannot be.
 * @param {import('../types/wire').Status} status
 */
async function heard(status) {
  const before = JSON.stringify(now.status?.faults ?? []);
  now.status = status;
  if (meta && status.digest !== meta.dataset.digest) {
    api.forget();
    meta = await api.meta().catch(() => meta);
    now.key = '';
    await show();
    announce(words().t('watch.renewed'), { seen: true });
  } else if (JSON.stringify(status.faults) !== before) await show();
}

await start();
