/** Taking something away: the link, the command, the picture, the table, the data. */

/** @import { Context, Download, Sight } from './context.js' */
import { h } from './dom.js';

const TYPES = { svg: 'image/svg+xml', csv: 'text/csv;charset=utf-8', json: 'application/json', toml: 'application/toml' };

/** @param {Download} download */
async function save({ format, name, make }) {
  const url = URL.createObjectURL(new Blob([await make()], { type: TYPES[format] }));
  const anchor = h('a', { href: url, download: `${name}.${format}` });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/**
 * @param {Context} context
 * @param {Sight} sight
 */
export function toolbar({ i18n, announce }, { command, downloads }) {
  const { t } = i18n;
  /** @param {string} text @param {string} done */
  const copy = async (text, done) => {
    try {
      await navigator.clipboard.writeText(text);
      announce(done, { seen: true });
    } catch {
      announce(t('copied.failed'), { seen: true });
    }
  };
  return h(
    'div',
    { class: 'toolbar', role: 'group', 'aria-label': t('tools.label') },
    h(
      'button',
      { type: 'button', id: 'copy-link', on: { click: () => copy(location.href, t('copied.link')) } },
      t('tools.link'),
    ),
    command === ''
      ? null
      : h(
          'button',
          {
            type: 'button',
            id: 'copy-command',
            title: command,
            on: { click: () => copy(command, t('copied.command')) },
          },
          t('tools.command'),
        ),
    downloads.map((download) =>
      h(
        'button',
        {
          type: 'button',
          id: `download-${download.format}`,
          'aria-label': t('tools.download', { format: download.format.toUpperCase() }),
          on: {
            click: () => save(download).catch(() => announce(t('tools.failed'), { seen: true })),
          },
        },
        download.format.toUpperCase(),
      ),
    ),
  );
}
