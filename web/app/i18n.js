/** Words, numbers and dates in the reader's language. Quotations are never translated. */

/** @import { Label, Lang, Valid } from '../types/wire' */

/** @typedef {keyof typeof import('../words/fr/frame.js').frame | keyof typeof import('../words/fr/views.js').views | keyof typeof import('../words/fr/about.js').about} Entry */
/** @typedef {Entry extends infer E ? E extends `${infer Base}.one` ? Base : E extends `${string}.other` ? never : E : never} Key  */
/** @typedef {Record<string, string | number>} Values */

/** The languages learnt so far: a reader mostly reads one. @type {Partial<Record<Lang, Record<string, string>>>} */
const learnt = {};

/**
 * Fetches the words of a language; until then it has none.
 * @param {Lang} lang
 * @returns {Promise<Readonly<Record<string, string>>>}
 */
export async function learn(lang) {
  const known = learnt[lang];
  if (known) return known;
  const [{ frame }, { views }, { about }] = await (lang === 'fr'
    ? Promise.all([import('../words/fr/frame.js'), import('../words/fr/views.js'), import('../words/fr/about.js')])
    : Promise.all([import('../words/en/frame.js'), import('../words/en/views.js'), import('../words/en/about.js')]));
  const words = { ...frame, ...views, ...about };
  learnt[lang] = words;
  return words;
}

/**
 * @typedef {object} I18n
 * @property {Lang} lang
 * @property {(key: Key, values?: Values) => string} t  a sentence; with `n` among the values, in the right number
 * @property {(label: Label) => string} pick
 * @property {(n: number) => string} number
 * @property {(n: number, digits?: number) => string} decimal
 * @property {(iso: string) => string} day  a day, a month, a quarter or a year in words
 * @property {(iso: string) => string} digits  a day in digits, for want of room
 * @property {(valid: Valid, state?: string) => string} period
 * @property {(items: string[]) => string} list
 * @property {(a: string, b: string) => number} compare  the order of names
 */

/**
 * @param {Lang} lang
 * @returns {I18n}
 */
export function i18n(lang) {
  const locale = lang === 'fr' ? 'fr-FR' : 'en-GB';
  const plural = new Intl.PluralRules(locale);
  const whole = new Intl.NumberFormat(locale);
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const collator = new Intl.Collator(locale, { sensitivity: 'base', numeric: true });
  /** @type {Record<string, string>} */
  const words = learnt[lang] ?? learnt.fr ?? learnt.en ?? {};

  /** @param {string} key @param {Values} [values] */
  const t = (key, values = {}) => {
    const form =
      typeof values.n === 'number' ? `.${plural.select(values.n) === 'one' ? 'one' : 'other'}` : '';
    const text = words[`${key}${form}`] ?? words[key] ?? key;
    return text.replace(/\{(\w+)\}/g, (whole_, name) => {
      const value = values[name];
      if (value === undefined) return whole_;
      return typeof value === 'number' ? whole.format(value) : value;
    });
  };

  /** @param {string} iso */
  const day = (iso) => {
    const [year = '', month, date] = iso.split('-');
    const quarter = /^Q(\d)$/.exec(month ?? '')?.[1];
    if (quarter) return t('date.quarter', { quarter, year });
    if (!month) return year;
    const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date ?? 1)));
    if (Number.isNaN(at.getTime())) return iso;
    /** @type {Intl.DateTimeFormatOptions} */
    const shape = { year: 'numeric', month: 'long', timeZone: 'UTC', ...(date ? { day: 'numeric' } : {}) };
    const text = new Intl.DateTimeFormat(locale, shape).format(at);
    return lang === 'fr' ? text.replace(/^1 /, '1er ') : text;
  };

  /**
   * When something holds; what is signed and not said to be in force has a day, and lasts for nobody knows how long.
   * @param {Valid} valid
   * @param {string} [state]
   */
  const period = ({ from, to, precision }, state = '') => {
    const first = from && coarse(from, precision);
    const last = to && coarse(before(to), precision);
    if (first && last) {
      if (first === last) return day(first);
      return precision === 'year' ? `${first}–${last}` : t('date.range', { from: day(first), to: day(last) });
    }
    const isDay = (/** @type {string} */ iso) => /^\d{4}-\d\d-\d\d$/.test(iso);
    if (first && state === 'agreed') return day(first);
    if (first) return t(isDay(first) ? 'date.since-day' : 'date.since', { from: day(first) });
    return last ? t(isDay(last) ? 'date.until-day' : 'date.until', { to: day(last) }) : '';
  };

  return {
    lang,
    t,
    pick: (label) => label[lang],
    number: (n) => whole.format(n),
    decimal: (n, digits = 3) =>
      new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
        n,
      ),
    day,
    digits: (iso) =>
      /^\d{4}-\d\d-\d\d$/.test(iso)
        ? iso
            .split('-')
            .reverse()
            .join(lang === 'fr' ? '.' : '/')
        : iso,
    period,
    list: (items) => lists.format(items),
    compare: (a, b) => collator.compare(a, b),
  };
}

/**
 * A day cut to the precision that the source gives.
 * @param {string} iso
 * @param {string | null} precision
 */
function coarse(iso, precision) {
  if (precision === 'year') return iso.slice(0, 4);
  if (precision === 'quarter') return `${iso.slice(0, 4)}-Q${Math.ceil(Number(iso.slice(5, 7)) / 3)}`;
  return precision === 'month' ? iso.slice(0, 7) : iso;
}

/**
 * The day before: periods end on the day after their last.
 * @param {string} iso
 */
function before(iso) {
  const at = new Date(`${iso}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() - 1);
  return at.toISOString().slice(0, 10);
}
