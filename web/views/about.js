/** About: the method, the limits, the dataset's card, and how to cite and reuse it. */

/** @import { Context, Sight } from '../app/context.js' */
import { kindOf, link, wordOf } from '../app/context.js';
import { h } from '../app/dom.js';
import { isFile } from '../app/held.js';
import { cellValue, kindLabel, stateValue } from '../app/shapes.js';
import { toView } from '../app/state.js';
import { statement } from './statement.js';

/** @param {Context} context @returns {Promise<Sight>} */
export async function aboutView(context) {
  const { state, meta, i18n } = context;
  const { t, pick, day } = i18n;
  const { dataset } = meta;
  if (state.item === ACCESS)
    return {
      title: t('about.access'),
      sentence: t('about.access-1'),
      filters: [],
      before: tabs(context),
      body: [h('div', { class: 'about' }, h('div', { class: 'prose' }, statement(context)))],
      command: '',
      downloads: [],
    };
  const part = (
    /** @type {string} */ id,
    /** @type {string} */ title,
    /** @type {(Node | null)[]} */ ...content
  ) => h('section', { 'aria-labelledby': id }, h('h2', { id }, title), content);
  const cite = t('about.cite-as', {
    version: dataset.version,
    digest: dataset.digest.slice(0, 12),
    asOf: day(meta.dates.as_of),
    known: day(meta.dates.known),
  });
  return {
    title: t('about.title'),
    sentence: t('about.sentence'),
    filters: [],
    before: tabs(context),
    body: [
      h(
        'div',
        { class: 'about' },
        h(
          'div',
          { class: 'prose' },
          part('about-what', t('about.what'), h('p', {}, t('about.what-1')), h('p', {}, t('about.what-2'))),
          part(
            'about-directions',
            t('about.directions'),
            h(
              'dl',
              { class: 'terms' },
              meta.goals.flatMap((g) => [
                h('dt', {}, link(toView(state, 'gaps', g.id), {}, pick(g.names))),
                h('dd', {}, t(GOAL_WORDS[g.id] ?? 'about.secure')),
              ]),
            ),
          ),
          part(
            'about-values',
            t('about.values'),
            h('p', {}, t('about.values-1')),
            h(
              'dl',
              { class: 'terms' },
              meta.cells.filter((c) => c.id !== 'outside').flatMap((c) => [
                h('dt', {}, cellValue(context, c.id)),
                h('dd', {}, t(CELL_WORDS[c.id] ?? 'cell.silent')),
              ]),
            ),
          ),
          part(
            'about-states',
            t('about.states'),
            h('p', {}, t('about.states-1')),
            h(
              'ul',
              { class: 'signs' },
              meta.states.map((s) => h('li', {}, stateValue(context, s.id))),
            ),
          ),
          part(
            'about-classes',
            t('about.classes'),
            h(
              'ul',
              { class: 'limits' },
              meta.classes.map((c) => h('li', {}, wordOf(context, meta.classes, c.id))),
            ),
            h('p', {}, t('about.classes-1')),
          ),
          part(
            'about-kinds',
            t('about.kinds'),
            h('p', {}, t('about.kinds-1')),
            h(
              'ul',
              { class: 'signs' },
              meta.kinds.map((k) =>
                h(
                  'li',
                  {},
                  kindLabel(context, k.id),
                  kindOf(meta, k.id)?.core ? h('span', { class: 'muted' }, ` ${t('about.core')}`) : null,
                ),
              ),
            ),
          ),
          part(
            'about-limits',
            t('about.limits'),
            h(
              'ul',
              { class: 'limits' },
              h('li', {}, t('limit.two-documents')),
              h('li', {}, t('about.limit-language')),
              h('li', {}, t('about.limit-ego')),
              h('li', {}, t('about.limit-states')),
              h('li', {}, t('about.limit-coding')),
            ),
            isFile
              ? null
              : h('p', {}, h('a', { class: 'way', href: `plain/method?lang=${state.lang}` }, t('about.method-way'))),
          ),
        ),
        h(
          'div',
          { class: 'prose' },
          part(
            'about-data',
            t('about.data'),
            ...dataset.documents.map((d) =>
              h(
                'dl',
                { class: 'facts-list document-card' },
                h('dt', {}, t('about.document')),
                h('dd', {}, link(toView(state, 'documents', d.id), {}, pick(d.title))),
                h('dt', {}, t('about.reference')),
                h(
                  'dd',
                  {},
                  d.address ? h('a', { href: d.address, rel: 'noreferrer' }, d.reference) : d.reference,
                ),
                h('dt', {}, t('about.date')),
                h('dd', {}, day(d.date)),
                h('dt', {}, t('about.publisher')),
                h('dd', {}, pick(d.publisher)),
                h('dt', {}, 'SHA-256'),
                h('dd', {}, h('code', { class: 'digest' }, d.sha256)),
                h('dt', {}, t('about.reuse')),
                h('dd', {}, pick(d.reuse)),
              ),
            ),
            h(
              'dl',
              { class: 'facts-list document-card' },
              h('dt', {}, t('about.version')),
              h('dd', {}, dataset.version),
              h('dt', {}, t('about.digest')),
              h('dd', {}, h('code', { class: 'digest' }, dataset.digest)),
              h('dt', {}, t('about.program')),
              h('dd', {}, `relier ${meta.program}`),
            ),
          ),
          part(
            'about-dispute',
            t('about.dispute'),
            h('p', {}, t('about.dispute-1')),
            h(
              'ul',
              { class: 'limits' },
              h('li', {}, t('about.dispute-crosswalk'), ' ', h('code', {}, 'seeds/taxonomy.toml')),
              h('li', {}, t('about.dispute-codebook'), ' ', h('code', {}, 'seeds/CODEBOOK.md')),
              h('li', {}, t('about.dispute-differences'), ' ', h('code', {}, 'seeds/DIFFERENCES.md')),
            ),
            h(
              'p',
              {},
              t('about.dispute-2'),
              ' ',
              link(
                { ...toView(state, 'gaps', 'deepen'), table: 'robustness' },
                { class: 'way' },
                t('about.dispute-way'),
              ),
            ),
          ),
          part(
            'about-correct',
            t('about.correct'),
            h('p', {}, t('about.correct-1')),
            h('p', {}, h('code', {}, 'relier check --data DIR')),
            h('p', {}, t('about.correct-2')),
          ),
          part(
            'about-cite',
            t('about.cite'),
            h('p', { class: 'cite-as' }, cite),
            h('p', {}, t('about.cite-note')),
          ),
          part(
            'about-reuse',
            t('about.api'),
            h('p', {}, t('about.api-1')),
            isFile
              ? null
              : h('p', {}, h('a', { class: 'way', href: `api/?lang=${state.lang}` }, t('about.api-way'))),
          ),
        ),
      ),
    ],
    command: '',
    downloads: [{ format: 'json', name: 'relier-meta', make: () => JSON.stringify(meta, null, 1) }],
  };
}

/** What the address calls the accessibility statement. */
const ACCESS = 'accessibility';

/** What this is, and the accessibility statement. @param {Context} context */
function tabs({ state, i18n: { t } }) {
  const tab = (/** @type {string} */ item, /** @type {string} */ label) =>
    h(
      'li',
      {},
      link(
        toView(state, 'about', item),
        { id: `about-${item || 'method'}`, class: 'tab', 'aria-current': state.item === item ? 'page' : null },
        label,
      ),
    );
  return h(
    'nav',
    { class: 'directions', 'aria-label': t('about.parts') },
    h('ul', { class: 'tabs' }, tab('', t('about.method')), tab(ACCESS, t('about.access'))),
  );
}

/** @type {Readonly<Record<string, import('../app/i18n.js').Key>>} */
const GOAL_WORDS = {
  deepen: 'about.deepen',
  enlarge: 'about.enlarge',
  connect: 'about.connect',
  secure: 'about.secure',
};

/** @type {Readonly<Record<string, import('../app/i18n.js').Key>>} */
const CELL_WORDS = {
  active: 'cell.active',
  planned: 'cell.planned',
  grouping: 'cell.grouping',
  absent: 'cell.absent',
  silent: 'cell.silent',
};
