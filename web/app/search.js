/** The search field: an editable combobox over the actors. */

/** @import { ActorEntry } from '../types/wire' */
/** @import { Context } from './context.js' */
import { nodeKind } from './context.js';
import { h, replace } from './dom.js';
import { find } from './fold.js';
import { select } from './state.js';

const MOST = 8;

/** @param {Context} context */
export function search(context) {
  const { meta, i18n, announce } = context;
  const { t, pick } = i18n;
  /** @type {ActorEntry[]} */
  let found = [];
  let active = -1;

  const list = h('ul', {
    id: 'search-list',
    role: 'listbox',
    'aria-label': t('search.results'),
    hidden: true,
  });
  const input = h('input', {
    id: 'search',
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: 'false',
    placeholder: t('search.placeholder'),
    'aria-label': t('search.label'),
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': 'search-list',
  });

  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  /** @param {ActorEntry} actor */
  const choose = (actor) => {
    close();
    input.value = '';
    context.go(select(context.state, { node: actor.id }));
  };
  const mark = () => {
    [...list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === active)));
    if (active >= 0) input.setAttribute('aria-activedescendant', `search-${active}`);
    else input.removeAttribute('aria-activedescendant');
  };
  const show = () => {
    found = find(meta.actors, input.value, MOST);
    active = found.length > 0 ? 0 : -1;
    const options = found.map((actor, i) =>
      h(
        'li',
        {
          role: 'option',
          id: `search-${i}`,
          'aria-selected': 'false',
          on: { pointerdown: (/** @type {Event} */ e) => e.preventDefault(), click: () => choose(actor) },
        },
        h('span', { class: 'name' }, pick(actor.names)),
        h(
          'span',
          { class: 'muted' },
          nodeKind(context, actor.kind),
          actor.named ? '' : ` · ${t('search.unnamed')}`,
        ),
      ),
    );
    const typed = input.value.trim() !== '';
    replace(
      list,
      options.length > 0
        ? options
        : h('li', { class: 'nothing', role: 'option', 'aria-disabled': 'true' }, t('search.nothing')),
    );
    list.hidden = !typed;
    input.setAttribute('aria-expanded', String(typed));
    mark();
    if (typed) announce(t('search.found', { n: found.length }));
  };
  input.addEventListener('input', show);
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    const last = found.length - 1;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) show();
      else
        active =
          event.key === 'ArrowDown' ? (active >= last ? 0 : active + 1) : active <= 0 ? last : active - 1;
      mark();
    } else if (event.key === 'Enter') {
      const actor = found[active];
      if (!list.hidden && actor) {
        event.preventDefault();
        choose(actor);
      }
    } else if (event.key === 'Escape') {
      if (list.hidden) input.value = '';
      close();
      event.stopPropagation();
    }
  });
  return h('div', { class: 'search', role: 'search' }, input, list);
}
