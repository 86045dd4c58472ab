/** The lists of a direction: its findings line by line, with what every line cites said once. */

/** @import { Evidence, Line, Section } from '../types/wire' */
/** @import { Context } from '../app/context.js' */
/** @import { Part } from './firmness.js' */
import { link, nameOf } from '../app/context.js';
import { h } from '../app/dom.js';
import { quotation, quotations, same, shared } from '../app/quote.js';
import { select } from '../app/state.js';
import { csv, table } from '../app/table.js';
import { isTold, lineColumns } from './lines.js';

/**
 * @param {Context} context
 * @param {Section} section
 * @returns {Part}
 */
export function sectionPart(context, section) {
  const { state, i18n, go } = context;
  const { t, pick } = i18n;
  const all = shared(section.lines.map((l) => l.evidence));
  const columns = lineColumns(context, section);
  const onSort = (/** @type {string} */ sort) => go({ ...state, sort });
  const shown = table(i18n, {
    id: `lines-${section.id}`,
    caption: pick(section.title),
    captionHidden: true,
    columns,
    rows: inOrder(context, section.lines),
    sort: state.sort,
    onSort,
    rowId: (l) => l.id ?? String(section.lines.indexOf(l)),
    detail: (l) =>
      l.evidence.length === 0 ? null : { n: l.evidence.length, more: () => more(context, l, all, isTold(section.lines)) },
  });
  const selected = (/** @type {import('../app/state.js').State} */ now) => {
    const rows = shown.querySelectorAll('tr[data-row]');
    for (const row of rows) {
      const id = row.getAttribute('data-row') ?? '';
      const isHere = id === now.finding && id !== '';
      if (isHere && !row.classList.contains('is-selected') && row.isConnected) row.scrollIntoView({ block: 'center' });
      row.classList.toggle('is-selected', isHere || (now.node !== '' && id.split('.').includes(now.node)));
    }
  };
  selected(state);
  // Who comes by a link to a finding sees its row, once the list stands on the page.
  if (state.finding !== '')
    setTimeout(() => shown.querySelector('tr.is-selected')?.scrollIntoView({ block: 'center' }));
  const unfold = h(
    'button',
    {
      type: 'button',
      class: 'plain',
      id: 'unfold-all',
      on: {
        click: () => {
          /** @type {NodeListOf<HTMLButtonElement>} */
          const buttons = shown.querySelectorAll('button.unfold');
          const closed = [...buttons].filter((b) => b.getAttribute('aria-expanded') === 'false');
          for (const button of closed.length > 0 ? closed : buttons) button.click();
        },
      },
    },
    t('table.unfold-all'),
  );
  const note = pick(section.note);
  return {
    element: h(
      'section',
      { class: 'list', 'aria-labelledby': `title-${section.id}` },
      h(
        'div',
        { class: 'list-head' },
        h(
          'h2',
          { id: `title-${section.id}` },
          pick(section.title),
          ' ',
          h('span', { class: 'count' }, section.lines.length),
        ),
        section.lines.some((l) => l.evidence.length > 0) ? unfold : null,
      ),
      note === '' ? null : h('p', { class: 'hint' }, note),
      all.length > 0 ? sharedPart(context, all, section.lines.length) : null,
      shown,
    ),
    csv: () =>
      csv(
        [
          ...columns,
          ...(isTold(section.lines)
            ? [{ id: 'text', label: t('column.finding'), key: (/** @type {Line} */ l) => pick(l.text) }]
            : []),
          quotations(context, (/** @type {Line} */ l) => l.evidence),
        ],
        inOrder(context, section.lines),
      ),
    selected,
  };
}

/**
 * Within a front nobody goes before another: there the order is that of the names, in the reader's language.
 * @param {Context} context
 * @param {readonly Line[]} lines
 * @returns {Line[]}
 */
export function inOrder(context, lines) {
  const front = (/** @type {Line} */ l) => Number(/^front-(\d+)$/.exec(l.value ?? '')?.[1] ?? NaN);
  const name = (/** @type {Line} */ l) => nameOf(context, l.actors[0] ?? '');
  if (lines.some((l) => Number.isNaN(front(l)))) return [...lines];
  return [...lines].sort((a, b) => front(a) - front(b) || context.i18n.compare(name(a), name(b)));
}

/**
 * What every line of a list cites, once; folded where it would push the list out of sight.
 * @param {Context} context
 * @param {readonly Evidence[]} all
 * @param {number} lines
 */
function sharedPart(context, all, lines) {
  const title = context.i18n.t('gaps.shared', { n: lines });
  const quotations = all.map((e) => quotation(context, e));
  return all.length < 4
    ? h('div', { class: 'shared' }, h('h3', {}, title), quotations)
    : h(
        'details',
        { class: 'shared' },
        h('summary', {}, title, ' ', h('span', { class: 'count' }, all.length)),
        quotations,
      );
}

/**
 * What a line names of others: with its quotations, said to be none of its own.
 * @param {Context} context
 * @param {Line} line
 */
export function beside(context, line) {
  const { state, i18n } = context;
  return (line.beside ?? []).map(({ id, names, evidence }) =>
    h(
      'div',
      { class: 'quotations beside', 'data-beside': id },
      h('p', { class: 'also' }, i18n.t('gaps.beside'), ' ', link(select(state, { tie: id }), {}, i18n.pick(names))),
      evidence.map((e) => quotation(context, e)),
    ),
  );
}

/**
 * The quotations of a line: its own, then those that the whole list shares.
 * @param {Context} context
 * @param {Line} line
 * @param {readonly Evidence[]} all
 * @param {boolean} told  whether the sentence stands here alone
 */
export function more(context, line, all, told) {
  const { state, i18n } = context;
  const own = line.evidence.filter((e) => !all.some((s) => same(s, e)));
  const rest = line.evidence.filter((e) => !own.includes(e));
  const ties = line.ties.map((id) => link(select(state, { tie: id }), {}, id));
  return [
    h(
      'p',
      { class: told ? '' : 'narrow-only' },
      link(select(state, { finding: line.id ?? '' }), { class: 'finding' }, i18n.pick(line.text)),
    ),
    h(
      'div',
      { class: 'quotations' },
      own.map((e) => quotation(context, e)),
      rest.map((e) => quotation(context, e)),
    ),
    ...beside(context, line),
    ties.length > 0
      ? h(
          'p',
          { class: 'rests muted small' },
          i18n.t('gaps.rests-on'),
          ' ',
          ties.flatMap((tie, i) => (i === 0 ? [tie] : [', ', tie])),
        )
      : null,
  ].filter((n) => n !== null);
}
