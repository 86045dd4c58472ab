/** Taking something away: the link, the command, the citation, the picture, the table, the data. */

/** @import { Context, Download, ServerFile, Sight } from './context.js' */
import * as api from './api.js';
import { dialog } from './dialog.js';
import { h } from './dom.js';
import { isFile } from './held.js';
import { address, parse } from './state.js';
import { csvFrom } from './table.js';

const TYPES = {
  svg: 'image/svg+xml',
  png: 'image/png',
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
  toml: 'application/toml',
};

/**
 * The name of a file: what it shows and its two dates, so that it can be told apart later.
 * @param {Context} context
 * @param {Download} download
 */
export function fileName({ state, meta }, { name, format }) {
  const asOf = state.asOf || meta.dates.as_of;
  const known = state.known || meta.dates.known;
  const safe = name.replaceAll(/[^\p{L}\p{N}_-]+/gu, '-').replaceAll(/^-|-$/g, '');
  return `${safe.includes(asOf) ? safe : `${safe}_${asOf}`}${known === meta.dates.known ? '' : `_known-${known}`}.${format}`;
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
 * Copying, told when done; where the browser refuses, the words are shown to be copied by hand.
 * @param {Context} context
 * @param {string} text
 * @param {string} done
 */
export async function copyText({ i18n, announce }, text, done) {
  try {
    await navigator.clipboard.writeText(text);
    announce(done, { seen: true });
  } catch {
    const area = h('textarea', { id: 'copy-by-hand', rows: 4, readonly: true, 'aria-label': i18n.t('copied.by-hand') });
    area.value = text;
    dialog(i18n, {
      id: 'copying',
      title: i18n.t('copied.failed'),
      body: [h('p', {}, i18n.t('copied.by-hand')), area],
    });
    area.select();
    area.focus();
  }
}

/**
 * The columns at the end of every table: under the heads that the command line gives them.
 * @param {Pick<Context, 'state' | 'meta'>} context
 * @returns {(readonly [string, string])[]}
 */
export function origin({ state, meta }) {
  const days = state.view === 'compare' && state.dates.length === 2 ? state.dates.join('/') : '';
  return [
    ['as_of', days || state.asOf || meta.dates.as_of],
    ['known', state.known || meta.dates.known],
    ['dataset', meta.dataset.version],
    ['digest', meta.dataset.digest],
    ...(state.edit.length > 0 ? [/** @type {const} */ (['assumption', state.edit.join('; ')])] : []),
    ...(state.additional ? [/** @type {const} */ (['additional_sources', 'included, not machine-checked'])] : []),
  ];
}

/**
 * @param {Context} context
 * @param {Download} download
 */
async function save(context, download) {
  const own = await download.make();
  const made = download.format === 'csv' && typeof own === 'string' ? csvFrom(own, origin(context)) : own;
  const url = URL.createObjectURL(new Blob([made], { type: TYPES[download.format] }));
  const anchor = h('a', { href: url, download: fileName(context, download) });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/**
 * @param {Context} context
 * @param {Sight} sight
 */
export function toolbar(context, { command: bare, downloads, files: others }) {
  const { i18n, announce } = context;
  // Printed, it speaks the language of the page.
  const command = bare === '' || bare.includes('--lang') ? bare : `${bare} --lang ${i18n.lang}`;
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
      () => save(context, download).catch(() => announce(t('tools.failed'), { seen: true })),
      { 'aria-label': t('tools.download', { format }) },
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
