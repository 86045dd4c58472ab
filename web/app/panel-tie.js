/** A tie in the panel: its facts, its quotations, what additional sources say, and what rests on it. */

/** @import { Tie } from '../types/wire' */
/** @import { Context } from './context.js' */
/** @import { Child } from './dom.js' */
/** @import { Panel } from './panel.js' */
import * as api from './api.js';
import { goalsOf, kindOf, link, nameOf, undatedWord, whenOf, wordOf } from './context.js';
import { h } from './dom.js';
import { uses } from './findings.js';
import { passagesOf, quotation } from './quote.js';
import { kindLabel, stateValue } from './shapes.js';
import { apiQuery, select } from './state.js';
import { told } from './told.js';

/**
 * @param {string} title
 * @param {Child[]} content
 * @param {number} [count]
 */
export function section(title, content, count) {
  return h(
    'section',
    {},
    h('h3', {}, title, count === undefined ? null : h('span', { class: 'count' }, count)),
    content,
  );
}

/**
 * A tie with its quotations: those that speak of `about` and of the tie as a whole, and apart those that name other partners.
 * @param {Context} context
 * @param {Tie} tie
 * @param {string} about
 */
export function tieCard(context, tie, about) {
  const { state, i18n } = context;
  const { t } = i18n;
  const party = tie.parties.find((p) => p.id === about);
  const [own, common, others] = passages(tie, party);
  const heading = h('h4', {}, link(select(state, { tie: tie.id }), { class: 'tie-name' }, i18n.pick(tie.names)));
  const beside = (/** @type {import('../types/wire').Evidence} */ e) => {
    const element = quotation(context, e);
    element.classList.add('is-beside');
    return element;
  };
  // A note is read after the sentence that calls it; what an action says of all comes after what it says of this actor.
  const first =
    tie.kind === 'ACTION'
      ? [
          ...own.map((e) => quotation(context, e)),
          common.length > 0 && own.length > 0 ? h('p', { class: 'also' }, t('panel.same-action', { n: common.length })) : null,
          ...common.map(own.length > 0 ? beside : (e) => quotation(context, e)),
        ]
      : tie.evidence.filter((e) => !others.includes(e)).map((e) => (own.includes(e) ? quotation(context, e) : beside(e)));
  const apart =
    others.length === 0
      ? null
      : h(
          'details',
          { class: 'of-others' },
          h('summary', {}, t(tie.kind === 'ACTION' ? 'panel.others-action' : 'panel.others-tie', { n: others.length })),
          others.flatMap((e) => [h('p', { class: 'also' }, named(context, tie, e)), beside(e)]),
        );
  return h(
    'article',
    { class: 'tie-card', 'data-tie-card': tie.id },
    heading,
    h(
      'p',
      { class: 'facts' },
      stateValue(context, party?.state ?? tie.state),
      facts(context, party ? { ...tie, state: party.state, areas: party.areas.length > 0 ? party.areas : tie.areas } : tie)
        .map((f) => [' · ', f])
        .flat(),
    ),
    told(context, (one) => one.tie === tie.id && one.state !== (party?.state ?? tie.state)),
    first,
    apart,
    remarks(context, tie),
  );
}

/**
 * The quotations of a tie: of a party, of the tie as a whole, and of other parties alone. Without a party, all are of the whole.
 * @param {Tie} tie
 * @param {Tie['parties'][number] | undefined} party
 * @returns {[Tie['evidence'], Tie['evidence'], Tie['evidence']]}
 */
export function passages(tie, party) {
  if (!party) return [[], tie.evidence, []];
  const own = party.evidence.flatMap((i) => tie.evidence[i] ?? []);
  const left = tie.evidence.filter((e) => !own.includes(e));
  const cited = new Set(tie.parties.flatMap((p) => p.evidence));
  const ofOthers = left.filter((e) => cited.has(tie.evidence.indexOf(e)));
  return [own, left.filter((e) => !ofOthers.includes(e)), ofOthers];
}

/** Whom a quotation of a tie is about, by name. @param {Context} context @param {Tie} tie @param {Tie['evidence'][number]} evidence */
function named(context, tie, evidence) {
  const of = tie.parties.filter((p) => p.evidence.includes(tie.evidence.indexOf(evidence)));
  return context.i18n.list(of.map((p) => nameOf(context, p.id)));
}

/**
 * What additional sources say of a tie: in our words, with the text and what of it was not read; not machine-checked.
 * @param {Context} context
 * @param {Tie} tie
 */
function remarks({ i18n }, tie) {
  const { t, pick, day } = i18n;
  return (tie.additional ?? []).map(({ source, at, statement, short_quote: words }) =>
    h(
      'div',
      { class: 'remark' },
      h('p', {}, h('strong', {}, t('panel.additional'))),
      h('p', {}, pick(statement)),
      words ? h('p', { lang: source.language }, source.language === 'fr' ? `«${words}»` : `“${words}”`) : null,
      h(
        'p',
        {},
        source.address
          ? h('a', { href: source.address, rel: 'noreferrer', lang: source.language }, source.title)
          : h('cite', { lang: source.language }, source.title),
        ` – ${pick(source.publisher)}, ${day(source.date)}, ${pick(at)}`,
      ),
      h(
        'p',
        { class: 'hint' },
        t('panel.additional-read', { date: day(source.checked), read: pick(source.read) }),
        source.not_checked ? ` ${t('panel.additional-not', { not: pick(source.not_checked) })}` : '',
      ),
    ),
  );
}

/**
 * @param {Context} context
 * @param {Tie} tie
 * @returns {string[]}
 */
function facts(context, tie) {
  const { meta, i18n } = context;
  const { t } = i18n;
  return [
    tie.row === undefined ? '' : t('tie.row', { row: tie.row }),
    tie.example === undefined ? '' : t('tie.example', { example: tie.example }),
    whenOf(context, tie),
    ...tie.areas.map((a) => wordOf(context, meta.areas, a)),
    tie.polarity === 'concern' ? t('tie.concern') : '',
    tie.by_text ? t('tie.beginning', { state: wordOf(context, meta.states, tie.by_text) }) : '',
    tie.date_conflict ? t('tie.date-conflict') : '',
  ].filter((f) => f !== '');
}

/**
 * Why a tie runs whose text says that it was concluded, which of other instruments is read as concluded or signed.
 * @param {Context} context
 * @param {Tie} tie
 */
function concluded({ i18n: { t } }, tie) {
  if ((tie.by_text ?? tie.state) !== 'active' || !tie.evidence.some((e) => /conclu/.test(e.quote))) return '';
  return tie.kind === 'SDP' ? t('tie.concluded-sdp') : tie.kind === 'ARR' ? t('tie.concluded-arr') : '';
}

/**
 * @param {Context} context
 * @param {string} id  of a stated tie, or TIE>MEMBER of a derived one
 * @returns {Promise<Panel>}
 */
export async function tiePanel(context, id) {
  const { state, i18n, meta } = context;
  const { t, pick, list } = i18n;
  const [base = id, member] = id.split('>');
  const query = apiQuery(state);
  const [tie, goals] = await Promise.all([api.tie(base, query), goalsOf(context, query)]);
  const kind = kindOf(meta, tie.kind);
  const whole = passagesOf(tie.evidence);
  const row = (/** @type {string} */ term, /** @type {Child[]} */ content) =>
    content.length === 0 ? [] : [h('dt', {}, term), h('dd', {}, content)];
  // Of an action whose partners are not all as far, each with its own state.
  const actors = (/** @type {string[]} */ ids, /** @type {Tie['parties']} */ parties = []) => {
    const differ = new Set(parties.map((p) => p.state)).size > 1;
    return ids.flatMap((a, i) => {
      const own = differ ? parties.find((p) => p.id === a)?.state : undefined;
      return [
        i > 0 ? ', ' : '',
        link(select(state, { node: a }), {}, nameOf(context, a)),
        own ? h('span', { class: 'muted' }, ` (${wordOf(context, meta.states, own)})`) : null,
      ];
    });
  };
  return {
    kicker: kind ? pick(kind.names) : tie.kind,
    title: pick(tie.names),
    body: [
      member ? h('p', { class: 'notice' }, t('tie.derived', { name: nameOf(context, member) })) : null,
      h(
        'dl',
        { class: 'facts-list' },
        row(t('tie.kind'), [kindLabel(context, tie.kind)]),
        row(t('tie.state'), [stateValue(context, tie.state)]),
        row(
          t('tie.when'),
          [
            [
              ...facts(context, { ...tie, areas: [], polarity: '', by_text: undefined, date_conflict: false }),
              whenOf(context, tie) === '' && !tie.calendar ? undatedWord(context, tie) : '',
            ]
              .filter((f) => f !== '')
              .join(' · '),
          ].filter((f) => f !== ''),
        ),
        row(t('tie.calendar'), tie.calendar ? [h('span', { lang: 'fr' }, `«${tie.calendar}»`)] : []),
        row(t('tie.with'), actors(tie.participants, tie.parties)),
        row(t('tie.programmes'), actors(tie.programmes ?? [])),
        row(
          t('tie.areas'),
          [list(tie.areas.map((a) => wordOf(context, meta.areas, a)))].filter((f) => f !== ''),
        ),
        row(
          t('tie.domains'),
          [list(tie.domains.map((d) => wordOf(context, meta.domains, d)))].filter((f) => f !== ''),
        ),
        row(
          t('tie.same-as'),
          (tie.same_as ?? []).flatMap((s, i) => [i > 0 ? ', ' : '', link(select(state, { tie: s }), {}, s)]),
        ),
        row(
          t('tie.caution'),
          [
            tie.polarity === 'concern' ? t('tie.concern') : '',
            concluded(context, tie),
            tie.by_text ? t('tie.beginning', { state: wordOf(context, meta.states, tie.by_text) }) : '',
            tie.date_conflict ? t('tie.date-conflict') : '',
          ]
            .filter((f) => f !== '')
            .flatMap((f, i) => (i > 0 ? [h('br', {}), f] : [f])),
        ),
      ),
      told(context, (one) => one.tie === tie.id && one.state !== tie.state),
      ...remarks(context, tie),
      tie.evidence.length > 0 || (tie.additional ?? []).length === 0
        ? section(
            t('panel.quotations'),
            whole.map((e) => quotation(context, e)),
            whole.length,
          )
        : null,
      uses(context, base, goals),
      tie.note ? section(t('panel.coding'), [h('p', { class: 'coder' }, pick(tie.note))]) : null,
    ],
  };
}
