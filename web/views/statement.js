/** The accessibility statement: what is aimed at, what was tested and how, what was not, and what is known to fall short. */

/** @import { Context } from '../app/context.js' */
import { h } from '../app/dom.js';

/** @param {Context} context @returns {Node[]} */
export function statement({ i18n: { t } }) {
  const list = (/** @type {string} */ title, /** @type {string[]} */ items) => [
    h(
      'section',
      {},
      h('h2', {}, title),
      h(
        'ul',
        { class: 'limits' },
        items.map((item) => h('li', {}, item)),
      ),
    ),
  ];
  return [
    ...list(t('access.tested'), [
      t('access.axe'),
      t('access.keyboard'),
      t('access.reflow'),
      t('access.colours'),
      t('access.language'),
      t('access.scripts'),
    ]),
    ...list(t('access.not-tested'), [t('access.readers'), t('access.people'), t('access.browsers')]),
    ...list(t('access.short'), [t('access.pictures'), t('access.quotations'), t('access.faults')]),
    h('p', {}, t('access.tell')),
    h('p', {}, t('about.access-2')),
  ];
}
