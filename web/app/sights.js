/** The views by name: each is fetched, with its style sheets, when it is first opened. */

/** @import { Context, Sight } from './context.js' */
/** @import { ViewName } from './state.js' */
import { Failure } from './api.js';
import { h } from './dom.js';
import { isFile } from './held.js';
import { networkView } from '../views/network.js';

/** @typedef {(context: Context) => Promise<Sight>} View */

/** @type {Readonly<Record<ViewName, { load: () => Promise<View>, sheets: readonly string[] }>>} */
const SIGHTS = {
  network: { load: async () => networkView, sheets: [] },
  matrix: { load: async () => (await import('../views/matrix.js')).matrixView, sheets: ['matrix'] },
  gaps: { load: async () => (await import('../views/gaps.js')).gapsView, sheets: ['matrix', 'gaps', 'rank'] },
  rank: { load: async () => (await import('../views/rank.js')).rankView, sheets: ['rank'] },
  actions: { load: async () => (await import('../views/actions.js')).actionsView, sheets: ['matrix', 'actions'] },
  documents: {
    load: async () => (await import('../views/documents.js')).documentsView,
    sheets: ['documents', 'reader'],
  },
  compare: { load: async () => (await import('../views/compare.js')).compareView, sheets: ['compare'] },
  whatif: { load: async () => (await import('../views/whatif.js')).whatifView, sheets: ['compare', 'whatif'] },
  about: { load: async () => (await import('../views/about.js')).aboutView, sheets: ['about'] },
};

/**
 * A view, with what it looks like.
 * @param {ViewName} name
 * @returns {Promise<View>}
 */
export async function sightOf(name) {
  const { load, sheets } = SIGHTS[name];
  try {
    const [view] = await Promise.all([load(), ...sheets.map(sheet)]);
    return view;
  } catch {
    // A part of the page that cannot be fetched is a server that does not answer.
    throw new Failure({ status: 0, title: 'no answer', detail: '' });
  }
}

/** @type {Map<string, Promise<void>>} */
const dressed = new Map();

/**
 * Puts a style sheet on the page, before the rules for paper, which have the last word. One file has them all.
 * @param {string} name
 */
function sheet(name) {
  const known = isFile ? Promise.resolve() : dressed.get(name);
  if (known) return known;
  const done = new Promise((/** @type {(value: void) => void} */ loaded, failed) => {
    const link = h('link', {
      rel: 'stylesheet',
      href: `css/${name}.css`,
      on: { load: () => loaded(), error: () => (link.remove(), dressed.delete(name), failed(new Error(name))) },
    });
    document.head.querySelector('link[media="print"]')?.before(link);
  });
  dressed.set(name, done);
  return done;
}
