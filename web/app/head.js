/** The head and the foot of the page: views, search, undo and redo, language, theme; dates and dataset. */

/** @import { Context } from './context.js' */
/** @import { Theme, ViewName } from './state.js' */
import { link } from './context.js';
import { isAfter } from './dates.js';
import { h, s } from './dom.js';
import { canRedo, canUndo } from './history.js';
import { search } from './search.js';
import { VIEWS, toView } from './state.js';

/** @type {Readonly<Record<ViewName, import('./i18n.js').Key>>} */
export const NAMES = {
  network: 'nav.network',
  gaps: 'nav.gaps',
  matrix: 'nav.matrix',
  rank: 'nav.rank',
  compare: 'nav.compare',
  whatif: 'nav.whatif',
  actions: 'nav.actions',
  documents: 'nav.documents',
  about: 'nav.about',
};

/**
 * @param {Context} context
 * @param {{ undo: () => void, redo: () => void, help: () => void }} acts
 */
export function head(context, acts) {
  const {
    state,
    go,
    i18n: { t },
  } = context;
  const item = (/** @type {ViewName} */ view) =>
    h(
      'li',
      {},
      link(
        toView(state, view),
        { id: `nav-${view}`, 'aria-current': state.view === view ? 'page' : null },
        t(NAMES[view]),
      ),
    );
  const language = (/** @type {'fr' | 'en'} */ lang, /** @type {string} */ name) =>
    link(
      { ...state, lang },
      {
        id: `lang-${lang}`,
        lang,
        hreflang: lang,
        'aria-current': state.lang === lang ? 'true' : null,
        'aria-label': name,
      },
      lang.toUpperCase(),
    );
  const theme = (/** @type {Theme} */ name, /** @type {string} */ label) =>
    h('option', { value: name, selected: state.theme === name }, label);
  const themes = h(
    'select',
    {
      id: 'theme',
      class: 'theme',
      'aria-label': t('theme.label'),
      on: { change: () => go({ ...state, theme: /** @type {Theme} */ (themes.value) }) },
    },
    theme('auto', t('theme.auto')),
    theme('light', t('theme.light')),
    theme('dark', t('theme.dark')),
  );
  // On a narrow screen the views stand behind a button that names the present one.
  const menu = h(
    'button',
    {
      type: 'button',
      id: 'views-button',
      class: 'views-button',
      'aria-expanded': 'false',
      'aria-controls': 'views',
      on: {
        click: () => {
          const open = menu.getAttribute('aria-expanded') !== 'true';
          menu.setAttribute('aria-expanded', String(open));
          row.dataset.open = String(open);
        },
      },
    },
    h('span', { class: 'visually-hidden' }, `${t('nav.label')}: `),
    t(NAMES[state.view]),
    s(
      'svg',
      { class: 'chevron', viewBox: '0 0 16 16', width: 10, height: 10, 'aria-hidden': 'true', focusable: 'false' },
      s('path', { d: 'M3 6l5 5 5-5', class: 'outline' }),
    ),
  );
  /** @param {string} id @param {string} d @param {string} name @param {boolean} idle @param {() => void} click */
  const act = (id, d, name, idle, click) =>
    h(
      'button',
      {
        type: 'button',
        id,
        class: 'act',
        'aria-label': name,
        title: name,
        'aria-disabled': idle ? 'true' : null,
        on: { click },
      },
      s(
        'svg',
        { viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true', focusable: 'false' },
        s('path', { d, class: 'outline' }),
      ),
    );
  const row = h(
    'div',
    { class: 'head-row', 'data-open': 'false' },
    h(
      'p',
      { class: 'mark' },
      link(toView(state, 'network'), { id: 'home' }, 'relier'),
      h('span', { class: 'tagline' }, t('tagline')),
    ),
    menu,
    h(
      'nav',
      { class: 'views', id: 'views', 'aria-label': t('nav.label') },
      h('ul', {}, VIEWS.map(item)),
    ),
    search(context),
    h(
      'div',
      { class: 'acts', role: 'group', 'aria-label': t('history.label') },
      act('undo', 'M6 3L2.5 6.5 6 10M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6', t('history.undo'), !canUndo(), acts.undo),
      act('redo', 'M10 3l3.5 3.5L10 10M13 6.5H6.5a3.5 3.5 0 0 0 0 7H10', t('history.redo'), !canRedo(), acts.redo),
      act(
        'help-button',
        'M5.6 6a2.4 2.4 0 1 1 3.4 2.2c-.7.4-1 .8-1 1.6M8 12.2v.6',
        t('keys.button'),
        false,
        acts.help,
      ),
    ),
    h(
      'nav',
      { class: 'languages', 'aria-label': t('lang.label') },
      language('fr', 'FR – français'),
      language('en', 'EN – English'),
    ),
    themes,
  );
  return row;
}

/** @param {Context} context */
export function status({ state, meta, i18n: { t, day, digits } }) {
  const { dataset, dates } = meta;
  const date = (/** @type {string} */ iso) =>
    h('strong', {}, h('span', { class: 'full' }, day(iso)), h('span', { class: 'brief' }, digits(iso)));
  const days = state.view === 'compare' && state.dates.length === 2 ? state.dates : [state.asOf || dates.as_of];
  return [
    h(
      'p',
      { class: 'dates' },
      h('span', {}, t('status.as-of'), ' ', days.flatMap((one, i) => (i === 0 ? [date(one)] : [` ${t('status.and')} `, date(one)]))),
      h('span', { title: t('date.known-hint') }, t('status.known'), ' ', date(state.known || dates.known)),
      h(
        'span',
        {},
        h('span', { class: 'full' }, t('status.dataset'), ' '),
        h('strong', {}, dataset.version),
        ' ',
        h('code', { title: dataset.digest }, dataset.digest.slice(0, 12)),
      ),
    ),
    h(
      'p',
      { class: 'limit' },
      isAfter({ state, meta })
        ? h(
            'strong',
            {},
            h('span', { class: 'full' }, t('limit.after', { day: day(dates.as_of) })),
            h('span', { class: 'brief' }, t('limit.after-brief')),
            ' ',
          )
        : null,
      state.additional
        ? h('strong', {}, t('limit.additional'))
        : [
            h('span', { class: 'full' }, t('limit.two-documents')),
            h('span', { class: 'brief' }, t('limit.brief')),
          ],
    ),
  ];
}
