/** Failures in words. */

/** @import { Context } from './context.js' */
import { Failure, NOT_HELD } from './api.js';
import { link } from './context.js';
import { firstDay, isDate } from './days.js';
import { h } from './dom.js';
import { inFull } from './state.js';

/**
 * @param {Context} context
 * @param {unknown} error
 */
export function problemText({ i18n }, error) {
  const { t } = i18n;
  if (!(error instanceof Failure)) return t('problem.unexpected', { text: String(error) });
  const { status, detail } = error.problem;
  if (status === NOT_HELD) return t('problem.not-held');
  if (status === 0) return t('problem.offline');
  return detail === '' ? t('problem.status', { status: String(status) }) : detail;
}

/**
 * The command that gives what a page in one file has not.
 * @param {Context} context
 */
function commandLine({ state, meta }) {
  const line = h('p', { class: 'command-line' });
  import('./command.js').then(({ commandOf }) => {
    const command = inFull(commandOf(state), state.lang, meta.dataset);
    if (command === '') line.remove();
    else line.append(h('code', {}, command));
  });
  return line;
}

/**
 * By a day before every document nothing is known: an answer, with the first day that has another.
 * @param {Context} context
 */
export function tooEarly({ state, meta, i18n: { t, day } }) {
  const first = firstDay(meta);
  if (!isDate(state.known) || state.known >= first) return null;
  return h(
    'div',
    { class: 'notice', id: 'nothing-known' },
    h('p', {}, t('known.nothing', { day: day(state.known) })),
    h('p', {}, link({ ...state, known: first }, { class: 'way', id: 'first-known' }, t('known.first', { day: day(first) }))),
  );
}

/**
 * A failure where the answer would stand.
 * @param {Context} context
 * @param {unknown} error
 * @param {import('./dom.js').Child} [way]  a way out
 */
export function failure(context, error, way) {
  const { i18n, again } = context;
  const { t } = i18n;
  const early = tooEarly(context);
  if (early) return early;
  const problem = error instanceof Failure ? error.problem : null;
  const known =
    problem?.status === NOT_HELD
      ? t('problem.not-held-title')
      : problem?.status === 404
      ? t('problem.not-found')
      : problem?.status === 400
        ? t('problem.bad-query')
        : t('problem.title');
  return h(
    'div',
    { class: 'problem', role: 'alert' },
    h('p', {}, h('strong', {}, known)),
    h('p', {}, problemText(context, error)),
    problem?.status === NOT_HELD ? commandLine(context) : null,
    h(
      'p',
      { class: 'ways' },
      way ?? null,
      problem && (problem.status === NOT_HELD || (problem.status >= 400 && problem.status < 500))
        ? null
        : h('button', { type: 'button', on: { click: again } }, t('problem.again')),
    ),
  );
}
