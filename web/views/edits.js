/** Writing an assumption by hand: what is done, to which tie, with whom. */

/** @import { Network } from '../types/wire' */
/** @import { Context } from '../app/context.js' */
import { nameOf, wordOf } from '../app/context.js';
import { h, replace } from '../app/dom.js';
import { actorOptions, picker, textOptions } from '../app/picker.js';
import { addition } from '../app/scenario.js';

/** @typedef {'add' | 'extend' | 'drop' | 'state' | 'source'} Verb */

/** @type {readonly { id: Verb, label: import('../app/i18n.js').Key }[]} */
const VERBS = [
  { id: 'add', label: 'edit.add' },
  { id: 'extend', label: 'edit.extend' },
  { id: 'state', label: 'edit.state' },
  { id: 'drop', label: 'edit.drop' },
  { id: 'source', label: 'edit.source' },
];

/**
 * @param {Context} context
 * @param {Network} network  the ties there are
 * @param {(edit: string) => void} onEdit
 */
export function editForm(context, network, onEdit) {
  const { meta, i18n } = context;
  const { t, pick } = i18n;
  /** @type {{ verb: Verb, parties: string[], tie: string, areas: string[] }} */
  const draft = { verb: 'add', parties: [], tie: '', areas: [] };
  const fields = h('div', { class: 'edit-fields' });
  const problem = h('p', { class: 'field-problem', id: 'edit-problem', role: 'alert' });
  const verb = h(
    'select',
    {
      id: 'edit-verb',
      on: {
        change: () => {
          draft.verb = /** @type {Verb} */ (verb.value);
          draft.parties = [];
          write();
        },
      },
    },
    VERBS.map((v) => h('option', { value: v.id, selected: v.id === draft.verb }, t(v.label))),
  );
  const kind = h(
    'select',
    { id: 'edit-kind', on: { change: () => ofKind() } },
    meta.kinds
      .filter((k) => k.id !== 'MEMBER' && k.id !== 'FORUM')
      .map((k) => h('option', { value: k.id, selected: k.id === 'DP' }, pick(k.names))),
  );
  const state = h(
    'select',
    { id: 'edit-state' },
    meta.states
      .filter((s) => s.id !== 'unknown' && s.id !== 'unbegun')
      .map((s) => h('option', { value: s.id, selected: s.id === 'active' }, pick(s.names))),
  );
  const meeting = h(
    'select',
    { id: 'edit-meeting' },
    h('option', { value: '' }, t('edit.no-meeting')),
    meta.levels
      .filter((l) => l.id !== 'universal')
      .map((l) => h('option', { value: l.id }, wordOf(context, meta.levels, l.id))),
  );
  const field = (/** @type {HTMLElement} */ control, /** @type {string} */ label) =>
    h('div', { class: 'field' }, h('label', { for: control.id }, label), control);

  const chosen = h('ul', { class: 'chips', 'aria-label': t('edit.parties') });
  const parties = () => {
    replace(
      chosen,
      draft.parties.map((id) =>
        h(
          'li',
          {},
          h(
            'button',
            {
              type: 'button',
              class: 'chip',
              id: `party-${id}`,
              'aria-label': t('compare.remove', { name: nameOf(context, id) }),
              on: {
                click: () => {
                  draft.parties = draft.parties.filter((p) => p !== id);
                  parties();
                  document.getElementById('edit-party')?.focus();
                },
              },
            },
            h('span', {}, nameOf(context, id)),
            h('span', { class: 'cross', 'aria-hidden': 'true' }, '×'),
          ),
        ),
      ),
    );
    chosen.hidden = draft.parties.length === 0;
  };
  const partyField = (/** @type {boolean} */ several) =>
    h(
      'div',
      { class: 'field' },
      picker(context, {
        id: 'edit-party',
        label: t(several ? 'edit.with' : 'edit.to'),
        placeholder: t('picker.placeholder'),
        options: (text) =>
          actorOptions(context, { kinds: ['partner', 'grouping', 'forum'], without: draft.parties })(text),
        keep: !several,
        onPick: ({ id }) => {
          draft.parties = several ? [...draft.parties, id] : [id];
          problem.textContent = '';
          if (several) parties();
        },
      }),
      several ? chosen : null,
    );
  const ties = textOptions(
    network.ties
      .filter((tie) => tie.kind !== 'MEMBER')
      .map((tie) => ({ id: tie.id, label: pick(tie.names), hint: tie.id })),
  );
  const tieField = () =>
    h(
      'div',
      { class: 'field is-wide' },
      picker(context, {
        id: 'edit-tie',
        label: t('edit.tie'),
        placeholder: t('edit.tie-placeholder'),
        options: ties,
        keep: true,
        onPick: ({ id }) => {
          draft.tie = id;
          problem.textContent = '';
        },
      }),
    );
  const areas = () =>
    h(
      'fieldset',
      { class: 'areas' },
      h('legend', {}, t('edit.areas')),
      meta.areas.map((a) =>
        h(
          'label',
          { class: 'option' },
          h('input', {
            type: 'checkbox',
            id: `edit-area-${a.id}`,
            checked: draft.areas.includes(a.id),
            on: {
              change: (/** @type {Event} */ event) => {
                const on = /** @type {HTMLInputElement} */ (event.target).checked;
                draft.areas = on ? [...draft.areas, a.id] : draft.areas.filter((x) => x !== a.id);
              },
            },
          }),
          h('span', { class: 'text' }, pick(a.names)),
        ),
      ),
    );
  /** What a tie is about, and what only an action has; the other fields stay as they stand, with the focus in them. */
  const extra = h('div', { class: 'edit-extra' });
  const ofKind = () =>
    replace(extra, kind.value === 'ACTION' ? field(meeting, t('edit.meeting')) : null, areas());
  const write = () => {
    problem.textContent = '';
    parties();
    ofKind();
    if (draft.verb === 'add')
      replace(
        fields,
        field(kind, t('edit.kind')),
        partyField(true),
        field(state, t('column.state')),
        extra,
      );
    else if (draft.verb === 'extend') replace(fields, tieField(), partyField(false));
    else if (draft.verb === 'state') replace(fields, tieField(), field(state, t('edit.new-state')));
    else replace(fields, tieField());
  };
  write();

  const done = () => {
    const [party] = draft.parties;
    const needsTie = draft.verb !== 'add';
    const needsParty = draft.verb === 'add' || draft.verb === 'extend';
    if (needsTie && draft.tie === '') return tell(t('edit.no-tie'), 'edit-tie');
    if (needsParty && !party) return tell(t('edit.no-party'), 'edit-party');
    if (draft.verb === 'add') {
      const action = kind.value === 'ACTION';
      onEdit(
        addition({
          kind: kind.value,
          parties: draft.parties,
          areas: draft.areas,
          state: state.value,
          meeting: action ? meeting.value : '',
        }),
      );
    } else if (draft.verb === 'extend') onEdit(`extend ${draft.tie} ${party}`);
    else if (draft.verb === 'state') onEdit(`state ${draft.tie} ${state.value}`);
    else onEdit(`${draft.verb} ${draft.tie}`);
  };
  /** @param {string} text @param {string} id */
  const tell = (text, id) => {
    problem.textContent = text;
    document.getElementById(id)?.focus();
  };
  return h(
    'form',
    {
      class: 'edit-form',
      'aria-labelledby': 'edit-title',
      on: {
        submit: (/** @type {Event} */ event) => {
          event.preventDefault();
          done();
        },
      },
    },
    h('h3', { id: 'edit-title' }, t('edit.title')),
    h('div', { class: 'edit-row' }, field(verb, t('edit.what')), fields),
    problem,
    h('button', { type: 'submit', id: 'edit-go', class: 'primary' }, t('edit.go')),
  );
}
