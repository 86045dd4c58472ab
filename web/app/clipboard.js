/** Copying, told when done; where the browser refuses, the words are shown to be copied by hand. */

/** @import { Context } from './context.js' */
import { dialog } from './dialog.js';
import { h } from './dom.js';

/**
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
