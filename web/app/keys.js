/** The keyboard: every key in one list, from which both the page and its help are made. */

/** @import { Context } from './context.js' */
/** @import { Key } from './i18n.js' */
import { dialog } from './dialog.js';
import { h } from './dom.js';

/**
 * @typedef {object} Stroke
 * @property {string[]} keys  as one writes them
 * @property {Key} says
 */

/** @type {readonly { title: Key, strokes: readonly Stroke[] }[]} */
export const STROKES = [
  {
    title: 'keys.everywhere',
    strokes: [
      { keys: ['?'], says: 'keys.help' },
      { keys: ['/'], says: 'keys.search' },
      { keys: ['Ctrl+Z'], says: 'keys.undo' },
      { keys: ['Ctrl+Shift+Z', 'Ctrl+Y'], says: 'keys.redo' },
      { keys: ['Esc'], says: 'keys.escape' },
      { keys: ['Tab', 'Shift+Tab'], says: 'keys.tab' },
    ],
  },
  {
    title: 'keys.evidence',
    strokes: [
      { keys: ['j', 'k'], says: 'keys.step' },
      { keys: ['o'], says: 'keys.open' },
      { keys: ['p'], says: 'keys.panel' },
    ],
  },
  {
    title: 'keys.picture',
    strokes: [
      { keys: ['←', '→'], says: 'keys.actors' },
      { keys: ['↓', '↑'], says: 'keys.ties' },
      { keys: ['Enter'], says: 'keys.choose' },
    ],
  },
  {
    title: 'keys.reader',
    strokes: [
      { keys: ['Enter', 'Shift+Enter'], says: 'keys.hits' },
      { keys: ['j', 'k'], says: 'keys.passages' },
      { keys: ['r'], says: 'keys.return' },
    ],
  },
];

/**
 * The help: the order of the page, and every key.
 * @param {Context} context
 */
export function help(context) {
  const { state, i18n, go } = context;
  const { t } = i18n;
  const off = state.keys === 'off';
  const box = h('input', {
    type: 'checkbox',
    role: 'switch',
    id: 'keys-single',
    checked: !off,
    on: { change: () => go({ ...state, keys: box.checked ? '' : 'off' }, { replace: true }) },
  });
  dialog(i18n, {
    id: 'help',
    title: t('keys.title'),
    body: [
      h('p', {}, t('keys.order')),
      ...STROKES.map(({ title, strokes }) =>
        h(
          'section',
          {},
          h('h3', {}, t(title)),
          h(
            'dl',
            { class: 'keys-list' },
            strokes.map(({ keys, says }) =>
              h(
                'div',
                {},
                h(
                  'dt',
                  {},
                  keys.flatMap((key, i) => [i > 0 ? ' ' : null, h('kbd', {}, key)]),
                ),
                h('dd', {}, t(says)),
              ),
            ),
          ),
        ),
      ),
      h(
        'label',
        { class: 'switch' },
        box,
        h('span', { class: 'track', 'aria-hidden': 'true' }),
        h('span', {}, t('keys.single')),
      ),
      h('p', { class: 'hint' }, t('keys.single-note')),
    ],
  });
}

/**
 * Whether a key is meant for a field rather than for the page.
 * @param {EventTarget | null} target
 */
export function isField(target) {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !/^(checkbox|radio|range|button)$/.test(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}

/**
 * The quotation that `by` leads to from where the focus is, among those that can be seen.
 * @param {ParentNode} root
 * @param {1 | -1} by
 * @returns {HTMLElement | undefined}
 */
export function nextQuotation(root, by) {
  const all = /** @type {HTMLElement[]} */ ([...root.querySelectorAll('.quotation')]).filter(
    (q) => q.getClientRects().length > 0,
  );
  const focus = document.activeElement;
  const here = all.findIndex((q) => q.contains(focus));
  if (here >= 0) return all[here + by];
  // From elsewhere: the first that stands after the focus, or the last before it.
  const after = all.findIndex(
    (q) => focus && (focus.compareDocumentPosition(q) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  if (by > 0) return after < 0 ? all[0] : all[after];
  return after < 0 ? all.at(-1) : all[after - 1];
}
