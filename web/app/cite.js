/** Citing a view: text, BibTeX and CSL-JSON, made by the program from the command that recomputes the view. */

/** @import { Context } from './context.js' */
import * as api from './api.js';
import { copyText, dialog } from './dialog.js';
import { h, replace } from './dom.js';
import { failure } from './message.js';
import { apiQuery } from './state.js';

const FORMS = /** @type {const} */ ([
  { format: 'text', name: 'cite.text' },
  { format: 'bibtex', name: 'cite.bibtex' },
  { format: 'csl-json', name: 'cite.csl' },
]);

/**
 * @param {Context} context
 * @param {string} command  `relier …`; empty for a view that no command makes
 */
export async function cite(context, command) {
  const { state, i18n } = context;
  const { t } = i18n;
  const view = command.replace(/^relier /, '').replace(/ --lang (fr|en)\b/, '');
  const body = h('div', { class: 'citations', 'aria-busy': 'true' }, h('p', { class: 'muted' }, t('loading')));
  dialog(i18n, { id: 'cite', title: t('cite.title'), body: [h('p', {}, t('cite.note')), body] });
  try {
    const texts = await Promise.all(
      FORMS.map(({ format }) =>
        api.cite(apiQuery(state, { extra: { view, format, lang: state.lang } })),
      ),
    );
    replace(
      body,
      FORMS.map(({ name }, i) => {
        const said = (texts[i] ?? '').trim();
        const text = i === 0 && state.edit.length > 0 ? assumed(context, said) : said;
        const title = h('h3', { id: `cite-${name}` }, t(name));
        return h(
          'section',
          { 'aria-labelledby': `cite-${name}` },
          h(
            'header',
            {},
            title,
            h(
              'button',
              {
                type: 'button',
                id: `copy-${FORMS[i]?.format ?? ''}`,
                'aria-label': `${t('cite.copy')}: ${t(name)}`,
                on: { click: () => copyText(context, text, t('copied.citation-of-view')) },
              },
              t('cite.copy'),
            ),
          ),
          h('pre', { tabindex: '0', 'aria-labelledby': `cite-${name}` }, text),
        );
      }),
    );
  } catch (error) {
    replace(body, failure(context, error));
  }
  body.removeAttribute('aria-busy');
}

/**
 * What rests on an assumption is never cited without that word.
 * @param {Context} context
 * @param {string} text
 */
function assumed({ i18n: { t } }, text) {
  return /hypoth[eè]se|assumption/i.test(text) ? text : `${t('cite.assumption')} ${text}`;
}
