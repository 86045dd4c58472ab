/** Taking something away: the link, the command, the citation, the picture, the table, the data. */

/** @import { Context, Download, FilterName, ServerFile, Sight } from './context.js' */
/** @import { State } from './state.js' */
import * as api from './api.js';
import { copyText } from './dialog.js';
import { h } from './dom.js';
import { decode } from './escape.js';
import { fold } from './fold.js';
import { isFile } from './held.js';
import { LISTS, address, inFull, initial, parse } from './state.js';
import { csvFrom } from './table.js';

const TYPES = {
  svg: 'image/svg+xml',
  png: 'image/png',
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
  toml: 'application/toml',
};

/**
 * What is filtered or assumed, in the words of the address, for the name of a file: at most 80 characters.
 * @param {State} state
 * @param {readonly FilterName[]} which  the filters that the view answers to
 */
export function slug(state, which) {
  const { view, item, lang, additional, phase, edit, budget } = state;
  const own = LISTS.filter((key) => which.includes(key === 'domain' ? 'area' : key)).map((key) => [key, state[key]]);
  const { level, focus, depth, withoutEu, splitEu } = which.includes('kind') ? state : initial();
  const said = { ...initial(), view, item, lang, additional, phase, edit, budget, level, focus, depth, withoutEu, splitEu };
  const query = address({ ...said, ...Object.fromEntries(own) }).split('?')[1] ?? '';
  return query
    .split('&')
    .filter((word) => !word.startsWith('lang='))
    .map((word) => fold(decode(word)).replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, ''))
    .join('_')
    .slice(0, 80)
    .replace(/[-_]+$/, '');
}

/**
 * The name of a file: what it shows, what is filtered, and its two dates, so that it can be told apart later.
 * @param {Pick<Context, 'state' | 'meta'>} context
 * @param {Pick<Download, 'name' | 'format'>} download
 * @param {readonly FilterName[]} [which]
 */
export function fileName({ state, meta }, { name, format }, which = []) {
  const asOf = state.asOf || meta.dates.as_of;
  const known = state.known || meta.dates.known;
  const safe = name.replaceAll(/[^\p{L}\p{N}_-]+/gu, '-').replaceAll(/^-|-$/g, '');
  const words = slug(state, which);
  const dated = safe.includes(asOf) ? safe : `${safe}_${asOf}`;
  const told = words === '' ? dated : dated.replace(new RegExp(`[-_]${asOf}`), `_${words}_${asOf}`);
  return `${told}${known === meta.dates.known ? '' : `_known-${known}`}.${format}`;
}

/**
 * The answer that a JSON file holds, with what recomputes it at the top: its address in the page, its dates and its data.
 * @param {Pick<Context, 'state' | 'meta'>} context
 * @param {string} text
 */
export function traced({ state, meta }, text) {
  const answer = JSON.parse(text);
  const own = Array.isArray(answer) ? { [state.view]: answer } : answer;
  const { dataset, dates, program } = meta;
  const said = {
    address: lasting({ meta }).replace(/^[^#]*/, ''),
    program,
    dataset: { version: dataset.version, digest: dataset.digest },
    dates: { as_of: state.asOf || dates.as_of, known: state.known || dates.known },
    ...(state.edit.length > 0 ? { assumption: state.edit } : {}),
  };
  return JSON.stringify({ ...said, ...own }, null, 1);
}

/**
 * The address of what is seen, its two dates said: it shows the same when later documents have moved the usual ones.
 * @param {Pick<Context, 'meta'>} context
 */
export function lasting({ meta: { dates } }) {
  const { state } = parse(location.hash);
  const said = address({ ...state, asOf: state.asOf || dates.as_of, known: state.known || dates.known });
  return `${location.href.replace(/#.*$/, '')}${said}`;
}

/**
 * The columns at the end of every table: in English under the heads that the command line gives them.
 * @param {Pick<Context, 'state' | 'meta' | 'i18n'>} context
 * @returns {(readonly [string, string])[]}
 */
export function origin({ state, meta, i18n: { t } }) {
  const days = state.view === 'compare' && state.dates.length === 2 ? state.dates.join('/') : '';
  return [
    [t('origin.as-of'), days || state.asOf || meta.dates.as_of],
    [t('origin.known'), state.known || meta.dates.known],
    [t('origin.dataset'), meta.dataset.version],
    [t('origin.digest'), meta.dataset.digest],
    ...(state.edit.length > 0 ? [/** @type {const} */ ([t('origin.assumption'), state.edit.join('; ')])] : []),
    ...(state.additional ? [/** @type {const} */ ([t('origin.additional'), t('origin.additional-said')])] : []),
  ];
}

/**
 * @param {Context} context
 * @param {Download} download
 * @param {readonly FilterName[]} which
 */
async function save(context, download, which) {
  const own = await download.make();
  const text = typeof own === 'string' ? own : null;
  const made =
    text !== null && download.format === 'csv'
      ? csvFrom(text, origin(context))
      : text !== null && download.format === 'json'
        ? traced(context, text)
        : own;
  const url = URL.createObjectURL(new Blob([made], { type: TYPES[download.format] }));
  const anchor = h('a', { href: url, download: fileName(context, download, which) });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/**
 * A command with both dates, so that it prints the same when there are newer documents; a picture in the dark that is seen says so.
 * @param {Pick<Context, 'state' | 'meta'>} context
 * @param {string} command
 */
function withDates({ state, meta }, command) {
  const as = / --(as-of|dates) /.test(command) ? '' : ` --as-of ${state.asOf || meta.dates.as_of}`;
  const known = / --(known|dates) /.test(command) ? '' : ` --known ${state.known || meta.dates.known}`;
  const dark = / draw /.test(command) && document.documentElement.dataset.theme === 'dark' ? ' --theme dark' : '';
  return command.replace(/( --lang [a-z]+)?$/, `${as}${known}${dark}$1`);
}

/** What a form is of. @type {Partial<Record<Download['format'], 'tools.of-table' | 'tools.of-picture'>>} */
const OF = { csv: 'tools.of-table', svg: 'tools.of-picture', png: 'tools.of-picture' };

/**
 * @param {Context} context
 * @param {Sight} sight
 */
export function toolbar(context, { command: bare, downloads, files: others, filters }) {
  const { i18n, announce, meta } = context;
  const command = inFull(bare === '' ? '' : withDates(context, bare), i18n.lang, meta.dataset);
  const { t } = i18n;
  /** @param {string} id @param {string} word @param {() => void} click @param {Record<string, string>} [more] */
  const button = (id, word, click, more = {}) => h('button', { type: 'button', id, ...more, on: { click } }, word);
  const copies = [button('copy-link', t('tools.link'), () => copyText(context, lasting(context), t('copied.link')))];
  if (command !== '')
    copies.push(
      button('copy-command', t('tools.command'), () => copyText(context, command, t('copied.command')), {
        title: command,
      }),
      button('cite-view', t('tools.cite'), async () => (await import('./cite.js')).cite(context, command), { 'aria-haspopup': 'dialog' }),
    );
  const files = downloads.map((download) => {
    const format = download.format.toUpperCase();
    return button(
      `download-${download.format}`,
      format,
      () => save(context, download, filters).catch(() => announce(t('tools.failed'), { seen: true })),
      { 'aria-label': t('tools.download', { format }), title: t(OF[download.format] ?? 'tools.of-data') },
    );
  });
  return h(
    'div',
    { class: 'toolbar', role: 'group', 'aria-label': t('tools.label') },
    h('div', { class: 'group' }, copies),
    files.length === 0
      ? null
      : h(
          'div',
          { class: 'group formats' },
          h('span', { class: 'group-name', 'aria-hidden': 'true' }, t('tools.download-as')),
          files,
          others === undefined ? null : otherForms(context, others),
        ),
  );
}

/**
 * The forms that the server makes; a page in one file has none, and says so.
 * @param {Context} context
 * @param {readonly ServerFile[]} files
 */
function otherForms({ i18n: { t } }, files) {
  const list = files.map(({ id, label, path }) =>
    h('li', {}, h('a', { id: `file-${id}`, href: api.fileAddress(path), download: '' }, label)),
  );
  return h(
    'details',
    { id: 'files', class: 'menu' },
    h('summary', { id: 'files-button' }, t('tools.files')),
    h(
      'div',
      { class: 'sheet' },
      isFile ? h('p', { class: 'hint' }, t('tools.files-need-server')) : h('ul', { class: 'files' }, list),
    ),
  );
}
