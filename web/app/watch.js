/** The dataset that a server watches: a newer one with faults is told, a newer one without is taken up. */

/** @import { Status } from '../types/wire' */
/** @import { Context } from './context.js' */
import * as api from './api.js';
import { h } from './dom.js';

/** How often a server that watches is asked, in milliseconds. */
const EVERY = 5000;

/** The most faults that are shown; the command line shows them all. */
const MOST = 5;

/**
 * Asks once; again and again where the server watches.
 * @param {(status: Status) => void} heard
 */
export async function watch(heard) {
  let status;
  try {
    status = await api.status();
  } catch {
    return;
  }
  heard(status);
  if (status.watching) setTimeout(() => watch(heard), EVERY);
}

/**
 * What keeps a newer dataset from being shown.
 * @param {Context} context
 * @param {Status | null} status
 */
export function faultNotice({ meta, i18n: { t, pick } }, status) {
  if (!status || status.faults.length === 0) return null;
  const { faults } = status;
  return h(
    'div',
    { class: 'notice faults', role: 'status', id: 'faults' },
    h('p', {}, h('strong', {}, t('watch.faults', { n: faults.length })), ' ', t('watch.served')),
    h(
      'ul',
      {},
      faults.slice(0, MOST).map((f) =>
        h('li', {}, h('code', {}, `${f.file}:${f.line}:${f.column}`), ` ${pick(f.what)} `, h('span', { class: 'muted' }, pick(f.mend))),
      ),
    ),
    faults.length > MOST ? h('p', { class: 'hint' }, t('watch.more', { n: faults.length - MOST, data: meta.dataset.data_option ?? '' })) : null,
  );
}
