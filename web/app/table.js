/** Sortable tables: the headings are buttons that write the order in the address. */

/** @import { Child } from './dom.js' */
/** @import { I18n } from './i18n.js' */
import { h, hidden, s } from './dom.js';

/** @typedef {string | number | null} Key */

/**
 * @template R
 * @typedef {object} Column
 * @property {string} id
 * @property {string} label
 * @property {(row: R) => Key} key  what the column is sorted by; null sorts last, whatever the direction
 * @property {(row: R) => Child | Child[]} [cell]  what is shown; the key where nothing else is
 * @property {(row: R) => string | number | null} [csv]  what is exported; the key where nothing else is
 * @property {string} [rest]  the word for its other columns, where the text is too long for one
 * @property {boolean} [numeric]
 * @property {'wide' | 'widest'} [room]  left out where there is no such room
 * @property {boolean} [descending]  sorted downwards at the first touch
 * @property {string} [title]
 */

/**
 * @template R
 * @typedef {object} Table
 * @property {string} id
 * @property {string} caption
 * @property {Column<R>[]} columns  the first one names the row
 * @property {R[]} rows
 * @property {string} sort  COLUMN or -COLUMN; empty keeps the order given
 * @property {(sort: string) => void} onSort
 * @property {(row: R) => string} [rowId]
 * @property {(row: R) => string} [rowClass]
 * @property {(row: R) => { n: number, more: () => Node[] } | null} [detail]  the quotations that unfold under a row
 * @property {boolean} [captionHidden]
 * @property {number} [most]  how many rows stand there at once; the others come when asked for
 */

/**
 * Sorts rows; equal rows keep their order, rows without a value come last.
 * @template R
 * @param {readonly R[]} rows
 * @param {readonly Column<R>[]} columns
 * @param {string} sort
 * @param {(a: string, b: string) => number} compare
 * @returns {R[]}
 */
export function sorted(rows, columns, sort, compare) {
  const descending = sort.startsWith('-');
  const column = columns.find((c) => c.id === sort.replace(/^-/, ''));
  if (!column) return [...rows];
  const sign = descending ? -1 : 1;
  return [...rows].sort((x, y) => {
    const [a, b] = [column.key(x), column.key(y)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
    return sign * compare(String(a), String(b));
  });
}

/**
 * What a touch on a heading makes of the order.
 * @param {string} sort
 * @param {{ id: string, descending?: boolean }} column
 */
export function next(sort, { id, descending = false }) {
  const [first, second] = descending ? [`-${id}`, id] : [id, `-${id}`];
  return sort === first ? second : first;
}

/** What stands between two texts of one field. */
export const BETWEEN = ' | ';

/** What a field may hold for spreadsheets to read it whole: Excel cuts at 32 767 characters. */
const FIELD = 32_000;

/**
 * A text in as many pieces as fields have to hold it, cut between two of the texts that it is made of.
 * @param {string} text
 * @param {number} [most]
 */
export function pieces(text, most = FIELD) {
  /** @type {string[]} */
  const out = [];
  for (const part of text.split(BETWEEN)) {
    const last = out.at(-1);
    if (last !== undefined && last.length + BETWEEN.length + part.length <= most) out[out.length - 1] = last + BETWEEN + part;
    else out.push(part);
  }
  return out;
}

/**
 * The columns, those too long for a field followed by others of their name.
 * @template R
 * @param {readonly Column<R>[]} columns
 * @param {readonly R[]} rows
 * @returns {Column<R>[]}
 */
function fitting(columns, rows) {
  return columns.flatMap((c) => {
    const value = (/** @type {R} */ r) => (c.csv ?? c.key)(r);
    const parts = (/** @type {R} */ r) => pieces(String(value(r) ?? ''));
    const most = Math.max(1, ...rows.map((r) => (String(value(r) ?? '').length > FIELD ? parts(r).length : 1)));
    if (most === 1) return [c];
    return Array.from({ length: most }, (_, i) => ({
      id: `${c.id}-${i}`,
      label: i === 0 ? c.label : `${c.label} (${c.rest ? `${c.rest} ` : ''}${i + 1})`,
      key: (/** @type {R} */ r) => parts(r)[i] ?? null,
    }));
  });
}

/**
 * Rows as comma-separated values (RFC 4180), with the mark by which spreadsheets know UTF-8.
 * @template R
 * @param {readonly Column<R>[]} given
 * @param {readonly R[]} rows
 */
export function csv(given, rows) {
  const columns = fitting(given, rows);
  /** @param {string | number | null} value */
  const field = (value) => {
    if (value === null) return '';
    if (typeof value === 'number') return String(value);
    const harmless = /^[=+@\t\r-]/.test(value) ? `'${value}` : value;
    return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
  };
  const lines = [
    columns.map((c) => field(c.label)),
    ...rows.map((r) => columns.map((c) => field((c.csv ?? c.key)(r)))),
  ];
  return `\ufeff${lines.map((l) => l.join(',')).join('\r\n')}\r\n`;
}

/**
 * The same with columns at its end that hold one value in every row: a row torn from its file still says where it is from.
 * @param {string} text  as `csv` makes it
 * @param {readonly (readonly [string, string])[]} ends  the head and the value of each
 */
export function csvFrom(text, ends) {
  const field = (/** @type {string} */ value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const end = (/** @type {0 | 1} */ i) => ends.map((e) => `,${field(e[i])}`).join('');
  let [out, quoted, head, row] = ['', false, true, ''];
  for (const part of text.split(/(\r\n|")/)) {
    if (part === '"') quoted = !quoted;
    if (part !== '\r\n' || quoted) {
      row += part;
      continue;
    }
    out += `${row}${end(head ? 0 : 1)}\r\n`;
    [head, row] = [false, ''];
  }
  return out + row;
}

/**
 * @template R
 * @param {I18n} i18n
 * @param {Table<R>} given
 */
export function table(i18n, given) {
  const { id, caption, columns, rows, sort, onSort, detail, captionHidden, most = Infinity } = given;
  const heads = columns.map((column) => {
    const direction = sort === column.id ? 'ascending' : sort === `-${column.id}` ? 'descending' : null;
    const button = h(
      'button',
      {
        type: 'button',
        id: `${id}-sort-${column.id}`,
        title: column.title,
        on: { click: () => onSort(next(sort, column)) },
      },
      h('span', {}, column.label),
      arrow(direction),
    );
    return h('th', { scope: 'col', class: classes(column), 'aria-sort': direction }, button);
  });
  const width = columns.length + (detail ? 1 : 0);
  const body = h('tbody');
  const ordered = sorted(rows, columns, sort, i18n.compare);
  for (const row of ordered.slice(0, most)) body.append(...line(i18n, given, row, width));
  if (rows.length === 0)
    body.append(h('tr', {}, h('td', { colspan: width, class: 'empty' }, i18n.t('table.empty'))));
  return h(
    'div',
    { class: 'table-frame' },
    h(
      'table',
      { id, class: 'data' },
      h('caption', { class: captionHidden ? 'visually-hidden' : null }, caption),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          heads,
          detail
            ? h(
                'th',
                { scope: 'col', class: 'detail' },
                h('span', { class: 'long' }, i18n.t('table.quotations')),
              )
            : null,
        ),
      ),
      body,
    ),
    ordered.length > most ? others(i18n, given, ordered.slice(most), width, body) : null,
  );
}

/**
 * The way to the rows that do not stand there yet.
 * @template R
 * @param {I18n} i18n
 * @param {Table<R>} given
 * @param {readonly R[]} rows
 * @param {number} width
 * @param {HTMLElement} body
 */
function others(i18n, given, rows, width, body) {
  const show = () => {
    const more = rows.flatMap((row) => line(i18n, given, row, width));
    body.append(...more);
    button.parentElement?.setAttribute('data-whole', given.id);
    button.remove();
    more[0]?.querySelector('a')?.focus();
  };
  const button = h(
    'button',
    { type: 'button', id: `${given.id}-all`, class: 'all-rows', on: { click: show } },
    i18n.t('table.all-rows', { n: rows.length }),
  );
  return button;
}

/**
 * A row, and the row that unfolds under it.
 * @template R
 * @param {I18n} i18n
 * @param {Table<R>} given
 * @param {R} row
 * @param {number} width
 */
function line(i18n, { id, columns, rows, rowId, rowClass, detail }, row, width) {
  const cells = columns.map((column, i) => {
    const content = column.cell ? column.cell(row) : column.key(row);
    return i === 0
      ? h('th', { scope: 'row', class: classes(column) }, ...[content].flat())
      : h('td', { class: classes(column), 'data-label': column.label }, ...[content].flat());
  });
  const unfolds = detail?.(row);
  const own = h('tr', { class: rowClass?.(row) || null, 'data-row': rowId?.(row) }, cells);
  if (!detail) return [own];
  if (!unfolds) {
    own.append(h('td', { class: 'detail' }));
    return [own];
  }
  const under = `${id}-more-${rowId?.(row) ?? rows.indexOf(row)}`.replaceAll(/[^\w-]/g, '_');
  const more = h('tr', { class: 'more', id: under, hidden: true }, h('td', { colspan: width }));
  const button = h(
    'button',
    {
      type: 'button',
      class: 'unfold',
      'aria-expanded': 'false',
      'aria-controls': under,
      on: {
        click: () => {
          const open = more.hidden === true;
          if (open && more.cells[0]?.childNodes.length === 0) more.cells[0].append(...unfolds.more());
          more.hidden = !open;
          own.classList.toggle('is-open', open);
          button.setAttribute('aria-expanded', String(open));
        },
      },
    },
    h('span', { class: 'long' }, i18n.t('table.n-quotations', { n: unfolds.n })),
    h('span', { class: 'short', 'aria-hidden': 'true' }, unfolds.n),
    s(
      'svg',
      {
        class: 'chevron',
        viewBox: '0 0 16 16',
        width: 12,
        height: 12,
        'aria-hidden': 'true',
        focusable: 'false',
      },
      s('path', { d: 'M3 6l5 5 5-5', class: 'outline' }),
    ),
    hidden(` – ${cells[0]?.textContent ?? ''}`),
  );
  own.append(h('td', { class: 'detail' }, button));
  return [own, more];
}

/** @param {{ numeric?: boolean, room?: string }} column */
function classes({ numeric, room }) {
  return [numeric ? 'number' : '', room ?? ''].filter(Boolean).join(' ') || null;
}

/** @param {string | null} direction */
function arrow(direction) {
  const up = s('path', { d: 'M8 2l4 5H4z', class: direction === 'ascending' ? 'on' : 'off' });
  const down = s('path', { d: 'M8 14l4-5H4z', class: direction === 'descending' ? 'on' : 'off' });
  return s(
    'svg',
    {
      class: 'arrow',
      viewBox: '0 0 16 16',
      width: 10,
      height: 10,
      'aria-hidden': 'true',
      focusable: 'false',
    },
    up,
    down,
  );
}
