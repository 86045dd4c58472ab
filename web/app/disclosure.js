/** A menu that opens below its button. */

/** @import { Child } from './dom.js' */
import { h, s } from './dom.js';

/** The arrow of what opens. */
export function chevron() {
  return s(
    'svg',
    {
      class: 'chevron',
      viewBox: '0 0 16 16',
      width: 10,
      height: 10,
      'aria-hidden': 'true',
      focusable: 'false',
    },
    s('path', { d: 'M3 6l5 5 5-5', class: 'outline' }),
  );
}

/**
 * @param {string} id
 * @param {Child[]} label
 * @param {Child[]} content
 * @param {string} [shape]
 */
export function disclosure(id, label, content, shape = '') {
  return h(
    'details',
    { id, class: `menu ${shape}` },
    h('summary', { id: `${id}-button` }, label, chevron()),
    h('div', { class: 'sheet' }, content),
  );
}
