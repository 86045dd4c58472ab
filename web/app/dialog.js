/** A window over the page: named, closed by Escape or its button, giving the focus back to where it came from; and the copying that opens one where it is refused. */

/** @import { Child } from './dom.js' */
/** @import { Context } from './context.js' */
/** @import { I18n } from './i18n.js' */
import { h } from './dom.js';

/**
 * Opens it; another one with the same id is closed first.
 * @param {I18n} i18n
 * @param {{ id: string, title: string, body: Child[] }} given
 */
export function dialog({ t }, { id, title, body }) {
  document.getElementById(id)?.remove();
  const opener = document.activeElement;
  const close = () => {
    element.close();
    element.remove();
    if ((opener instanceof HTMLElement || opener instanceof SVGElement) && opener.isConnected) opener.focus();
  };
  const element = h(
    'dialog',
    { id, class: 'dialog', 'aria-labelledby': `${id}-title` },
    h(
      'header',
      {},
      h('h2', { id: `${id}-title`, tabindex: '-1' }, title),
      h(
        'button',
        { type: 'button', class: 'close', id: `${id}-close`, 'aria-label': t('dialog.close'), on: { click: close } },
        h('span', { 'aria-hidden': 'true' }, '×'),
      ),
    ),
    h('div', { class: 'dialog-body' }, body),
  );
  element.addEventListener('cancel', (event) => {
    event.preventDefault();
    close();
  });
  // A press beside it closes it, as people expect.
  element.addEventListener('click', (event) => {
    if (event.target === element) close();
  });
  document.body.append(element);
  // What it says is of the view below it: another view leaves it behind.
  addEventListener('hashchange', () => element.isConnected && close(), { once: true });
  element.showModal();
  document.getElementById(`${id}-title`)?.focus();
  return element;
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
