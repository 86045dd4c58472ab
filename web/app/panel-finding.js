/** A finding of a direction: its sentence, what it rests on, and the words by which it is found again. */

/** @import { Goal } from '../types/wire' */
/** @import { Context } from './context.js' */
/** @import { Panel } from './panel.js' */
import * as api from './api.js';
import { actorOf, goalsOf, kindOf, link, nameOf } from './context.js';
import { copyText } from './dialog.js';
import { h } from './dom.js';
import { lookedAt } from './findings.js';
import { apiQuery, select } from './state.js';

/**
 * @param {Context} context
 * @param {string} id
 * @returns {Promise<Panel>}
 */
export async function findingPanel(context, id) {
  const { state, i18n, meta } = context;
  const { t, pick } = i18n;
  const goals = await goalsOf(context, apiQuery(state));
  const found = goals
    .filter((g) => state.view !== 'gaps' || state.item === '' || g.goal === state.item)
    .flatMap((goal) => goal.sections.flatMap(({ title, lines }) => lines.map((line) => ({ goal, title, line }))))
    .find(({ line }) => line.id?.toLowerCase() === id.toLowerCase());
  if (!found)
    throw new api.Failure({ status: 404, title: 'not found', detail: t('problem.finding', { finding: id }) });
  const { goal, title, line } = found;
  const known = line.actors.filter((a) => actorOf(meta, a));
  const about = [...meta.domains, ...meta.areas].find((d) => d.id === line.column) ?? kindOf(meta, line.column ?? '');
  const whom = line.actors.length > 3 ? '' : line.actors.map((a) => nameOf(context, a)).join(', ');
  const name = [whom, about ? pick(about.names) : ''].filter(Boolean).join(' × ');
  return {
    kicker: `${pick(goal.names)} · ${pick(title)}`,
    title: name === '' ? pick(title) : name,
    body: [
      lookedAt(context, [found], t('panel.finding')),
      line.ties.length === 0
        ? null
        : h(
            'p',
            { class: 'rests muted small' },
            t('gaps.rests-on'),
            ' ',
            line.ties.flatMap((tie, i) => [i === 0 ? '' : ', ', link(select(state, { tie }), {}, tie)]),
          ),
      h(
        'p',
        { class: 'ways' },
        known.map((a) => link(select(state, { node: a }), {}, t('panel.all-of', { name: nameOf(context, a) }))),
      ),
      again(context, goal, line.id ?? ''),
    ],
  };
}

/**
 * The link, the command and the citation of a finding.
 * @param {Context} context
 * @param {Goal} goal
 * @param {string} id
 */
function again(context, goal, id) {
  const { t, lang } = context.i18n;
  const command = `${goal.command.replace(`gaps ${goal.goal}`, `gaps ${goal.goal} --finding ${id}`)} --lang ${lang}`;
  const button = (/** @type {string} */ name, /** @type {string} */ word, /** @type {() => void} */ click) =>
    h('button', { type: 'button', class: 'plain', id: `finding-${name}`, on: { click } }, word);
  return h(
    'div',
    { class: 'again', role: 'group', 'aria-label': t('tools.label') },
    button('link', t('tools.link'), () => copyText(context, location.href, t('copied.link'))),
    button('command', t('tools.command'), () => copyText(context, command, t('copied.command'))),
    button('cite', t('tools.cite'), async () => (await import('./cite.js')).cite(context, command)),
  );
}
