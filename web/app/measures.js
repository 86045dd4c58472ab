/** The measures of an actor in the panel: value, rank, and how far the loss of records moves the ranking. */

/** @import { Rank } from '../types/wire' */
/** @import { Context } from './context.js' */
import * as api from './api.js';
import { link } from './context.js';
import { h, replace } from './dom.js';
import { apiQuery, toView } from './state.js';

/** How many times records are taken away for the bands; the seed is the command line's. */
const REPLICATES = 200;

/** @param {number} value @param {Context} context */
const written = (value, { i18n }) => (Number.isInteger(value) ? i18n.number(value) : i18n.decimal(value));

/**
 * @param {Context} context
 * @param {string} id
 * @param {Rank} rank
 * @returns {HTMLElement | null}
 */
export function measures(context, id, rank) {
  const { state, i18n } = context;
  const { t, pick, number } = i18n;
  const row = rank.rows.find((r) => r.id === id);
  if (!row) return null;
  const ranked = rank.rows.filter((r) => r.ranks.some((n) => n !== null)).length;
  const bands = new Map(rank.measures.map((m) => [m.id, h('td', { class: 'band' })]));
  const lines = rank.measures.flatMap((measure, i) => {
    const value = row.values[i];
    if (value === null || value === undefined) return [];
    const place = row.ranks[i];
    return [
      h(
        'tr',
        {},
        h(
          'th',
          { scope: 'row' },
          link({ ...toView(state, 'rank', measure.id), node: id }, { title: pick(measure.says) }, pick(measure.names)),
        ),
        h('td', { class: 'number' }, written(value, context)),
        h(
          'td',
          { class: 'number' },
          place === null || place === undefined ? '–' : t('panel.rank-of', { rank: place, of: number(ranked) }),
        ),
        bands.get(measure.id) ?? null,
      ),
    ];
  });
  if (lines.length === 0) return null;
  const head = (/** @type {string} */ text, /** @type {string} */ shape = '') =>
    h('th', { scope: 'col', class: shape || null }, text);
  const table = h(
    'table',
    { class: 'measures' },
    h('caption', { class: 'visually-hidden' }, t('panel.measures')),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        head(t('column.measure')),
        head(t('column.value'), 'number'),
        head(t('column.rank'), 'number'),
        head(t('panel.band'), 'band'),
      ),
    ),
    h('tbody', {}, lines),
  );
  const note = h('p', { class: 'hint', role: 'status' });
  const button = h(
    'button',
    {
      type: 'button',
      class: 'plain',
      id: 'bands',
      on: { click: () => fill(context, id, table, bands, note, button) },
    },
    t('panel.bands-show', { n: REPLICATES }),
  );
  return h(
    'section',
    { class: 'measures-of' },
    h('h3', {}, t('panel.measures')),
    h('p', { class: 'hint' }, pick(rank.title)),
    table,
    button,
    note,
  );
}

/**
 * @param {Context} context
 * @param {string} id
 * @param {HTMLElement} table
 * @param {ReadonlyMap<string, HTMLElement>} bands
 * @param {HTMLElement} note
 * @param {HTMLButtonElement} button
 */
async function fill(context, id, table, bands, note, button) {
  const { state, i18n } = context;
  const { t, decimal, number } = i18n;
  button.disabled = true;
  note.textContent = t('loading');
  try {
    const found = await api.rank(apiQuery(state, { extra: { replicates: String(REPLICATES) } }));
    if (!found.robustness) throw new Error('no robustness in the answer');
    const { stability, top } = found.robustness;
    for (const [measure, cell] of bands) {
      // The share of records in which the documents' own silence is commonest: the middle of those tried.
      const tried = stability.filter((s) => s.measure === measure);
      const one = tried[Math.floor((tried.length - 1) / 2)];
      if (!one) continue;
      const stays = one.stays.find(([actor]) => actor === id)?.[1];
      replace(
        cell,
        one.tau ? `τ ${decimal(one.tau[0], 2)}–${decimal(one.tau[2], 2)}` : t('panel.band-none'),
        one.fragile ? h('span', { class: 'fragile' }, ` ${t('panel.fragile')}`) : null,
        stays === undefined
          ? null
          : h('span', { class: 'muted' }, ` ${t('panel.stays', { top, share: `${number(Math.round(stays * 100))} %` })}`),
      );
    }
    const share = stability[Math.floor((stability.length - 1) / 2)]?.share ?? 0;
    const middle = stability.filter((s) => s.measure === stability[0]?.measure);
    const taken = middle[Math.floor((middle.length - 1) / 2)]?.share ?? share;
    note.textContent = t('panel.bands-note', { n: REPLICATES, share: `${number(Math.round(taken * 100))} %` });
    table.classList.add('has-bands');
    button.remove();
  } catch {
    note.textContent = t('panel.bands-failed');
    button.disabled = false;
  }
}
