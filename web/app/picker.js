/** A field in which one of many things is picked: an editable combobox over plain options. */

/** @import { Context } from './context.js' */
import { nodeKind } from './context.js';
import { h, replace } from './dom.js';
import { find, fold } from './fold.js';

/** @typedef {{ id: string, label: string, hint?: string }} Option */

const MOST = 10;

/**
 * @param {Context} context
 * @param {object} how
 * @param {string} how.id
 * @param {string} how.label  what is picked
 * @param {boolean} [how.labelHidden]
 * @param {string} [how.placeholder]
 * @param {(text: string) => Option[]} how.options  what a text may mean, best first; all of them for an empty one
 * @param {(option: Option) => void} how.onPick
 * @param {boolean} [how.keep]  whether what was picked stays written in the field
 */
export function picker(
  { i18n, announce },
  { id, label, labelHidden, placeholder = '', options, onPick, keep = false },
) {
  const { t } = i18n;
  /** @type {Option[]} */
  let found = [];
  let active = -1;
  const list = h('ul', { id: `${id}-list`, role: 'listbox', 'aria-label': label, hidden: true });
  const input = h('input', {
    id,
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: 'false',
    placeholder,
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': `${id}-list`,
  });
  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  /** @param {Option} option */
  const choose = (option) => {
    close();
    input.value = keep ? option.label : '';
    onPick(option);
  };
  const mark = () => {
    [...list.children].forEach((one, i) => {
      one.setAttribute('aria-selected', String(i === active));
      if (i === active) one.scrollIntoView({ block: 'nearest' });
    });
    if (active >= 0) input.setAttribute('aria-activedescendant', `${id}-${active}`);
    else input.removeAttribute('aria-activedescendant');
  };
  const show = () => {
    const all = options(input.value.trim());
    found = all.slice(0, input.value.trim() === '' ? 200 : MOST);
    active = input.value.trim() !== '' && found.length > 0 ? 0 : -1;
    replace(
      list,
      found.length > 0
        ? found.map((option, i) =>
            h(
              'li',
              {
                role: 'option',
                id: `${id}-${i}`,
                'aria-selected': 'false',
                on: {
                  pointerdown: (/** @type {Event} */ e) => e.preventDefault(),
                  click: () => choose(option),
                },
              },
              h('span', { class: 'name' }, option.label),
              option.hint ? h('span', { class: 'muted' }, option.hint) : null,
            ),
          )
        : h('li', { class: 'nothing', role: 'option', 'aria-disabled': 'true' }, t('picker.nothing')),
    );
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    mark();
    if (input.value.trim() !== '') announce(t('picker.found', { n: all.length }));
  };
  input.addEventListener('input', show);
  input.addEventListener('click', () => list.hidden && show());
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    const last = found.length - 1;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) show();
      const by = event.key === 'ArrowDown' ? 1 : -1;
      active = active + by > last ? 0 : active + by < 0 ? last : active + by;
      mark();
    } else if (event.key === 'Enter') {
      const option = found[active];
      event.preventDefault();
      if (!list.hidden && option) choose(option);
    } else if (event.key === 'Escape' && !list.hidden) {
      close();
      event.stopPropagation();
    }
  });
  return h(
    'div',
    { class: 'picker' },
    h('label', { for: id, class: labelHidden ? 'visually-hidden' : null }, label),
    h('div', { class: 'picker-field' }, input, list),
  );
}

/**
 * The actors that a text may mean, as options; those of some kinds alone, without some.
 * @param {Context} context
 * @param {{ kinds?: readonly string[], without?: readonly string[] }} [which]
 * @returns {(text: string) => Option[]}
 */
export function actorOptions(context, { kinds = ['partner', 'grouping'], without = [] } = {}) {
  const { meta, i18n } = context;
  const some = meta.actors.filter((a) => kinds.includes(a.kind) && !without.includes(a.id));
  const option = (/** @type {import('../types/wire').ActorEntry} */ a) => ({
    id: a.id,
    label: i18n.pick(a.names),
    hint: a.named ? nodeKind(context, a.kind) : `${nodeKind(context, a.kind, false)} · ${i18n.t('search.unnamed')}`,
  });
  return (text) =>
    text === ''
      ? some
          .filter((a) => a.named)
          .map(option)
          .sort((a, b) => i18n.compare(a.label, b.label))
      : find(some, text, 12).map(option);
}

/**
 * The options whose label, hint or id holds every word of a text.
 * @param {readonly Option[]} options
 * @returns {(text: string) => Option[]}
 */
export function textOptions(options) {
  const folded = options.map((option) => ({
    option,
    text: fold(`${option.label} ${option.hint ?? ''} ${option.id}`),
  }));
  return (text) => {
    const words = fold(text).split(' ');
    return folded.filter((o) => words.every((w) => o.text.includes(w))).map((o) => o.option);
  };
}
