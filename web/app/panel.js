/** The evidence panel: what a thing is, its ties, all its quotations, and what the four directions say of it. */

/** @import { Context } from './context.js' */
/** @import { Child } from './dom.js' */
import { actorOf, nodeKind } from './context.js';
import { actorPanel } from './panel-actor.js';
import { cellPanel } from './panel-cell.js';
import { findingPanel } from './panel-finding.js';
import { tiePanel } from './panel-tie.js';

/** @typedef {{ kicker: string, title: string, body: Child[] }} Panel */

/**
 * What is looked at; null when nothing is.
 * @param {Context} context
 * @returns {Promise<Panel | null>}
 */
export async function panel(context) {
  const { node, tie, cell, finding } = context.state;
  if (node !== '') return actorPanel(context, node);
  if (tie.startsWith('MEMBER-')) return actorPanel(context, tie.slice('MEMBER-'.length));
  if (tie !== '') return tiePanel(context, tie);
  if (cell !== '') return cellPanel(context, cell);
  if (finding !== '') return findingPanel(context, finding);
  return null;
}

/** What kind of actor is looked at, for a heading before its data has come. @param {Context} context */
export function expected(context) {
  const { state, meta, i18n } = context;
  const actor = state.node === '' ? undefined : actorOf(meta, state.node);
  return actor ? { kicker: nodeKind(context, actor.kind, actor.named), title: i18n.pick(actor.names) } : null;
}
