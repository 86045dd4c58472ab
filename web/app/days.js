/** Days of the calendar, as people write them. */

/**
 * Whether a text is a day of the calendar.
 * @param {string} text
 */
export function isDate(text) {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  return y > 0 && m >= 1 && m <= 12 && d >= 1 && d <= new Date(Date.UTC(y, m, 0)).getUTCDate();
}

/** The months by the letters that tell them apart, accents off, in French and in English. */
const MONTHS = [
  /^jan(v|vier|uary)?$/,
  /^fe(b|v|vr|vrier|bruary)$/,
  /^mar(s|ch)?$/,
  /^(avr|avril|apr|april)$/,
  /^(mai|may)$/,
  /^(juin|jun|june)$/,
  /^(juil|juillet|jul|july)$/,
  /^(aout|aug|august)$/,
  /^sep(t|tembre|tember)?$/,
  /^oct(obre|ober)?$/,
  /^nov(embre|ember)?$/,
  /^dec(embre|ember)?$/,
];

/**
 * The day that a text names: 2025-06-05, 05/06/2025 (the day first, as Europe writes it), 5 juin 2025, June 5, 2025; of a month alone
 * (2025-06, 06/2025, juin 2025) the last.
 * @param {string} text
 * @returns {string | null}  as 2025-06-05; null when it names none
 */
export function readDay(text) {
  const plain = text.trim().normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  if (isDate(plain)) return plain;
  const [, first = '', second = '', last = ''] = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(plain) ?? [];
  if (last !== '') return made(last, Number(second), first);
  const [, d = '', m = '', y = ''] = /^(\d{1,2})(?:er|st|nd|rd|th)?\.?[ -]+(?:of )?([a-z]+)\.?,?[ -]+(\d{4})$/.exec(plain) ?? [];
  if (y !== '') return made(y, MONTHS.findIndex((month) => month.test(m)) + 1, d);
  const [, name = '', date = '', year = ''] = /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(plain) ?? [];
  if (year !== '') return made(year, MONTHS.findIndex((month) => month.test(name)) + 1, date);
  const [, before = '', number = ''] = /^(\d{4})-(\d{1,2})$/.exec(plain) ?? [];
  if (before !== '') return lastOf(before, Number(number));
  const [, numbered = '', after = ''] = /^(\d{1,2})[/.-](\d{4})$/.exec(plain) ?? [];
  if (after !== '') return lastOf(after, Number(numbered));
  const [, named = '', of = ''] = /^([a-z]+)\.? (\d{4})$/.exec(plain) ?? [];
  return of === '' ? null : lastOf(of, MONTHS.findIndex((month) => month.test(named)) + 1);
}

/** The last day of a month. @param {string} year @param {number} month */
function lastOf(year, month) {
  return month < 1 || month > 12 ? null : made(year, month, String(new Date(Date.UTC(Number(year), month, 0)).getUTCDate()));
}

/**
 * @param {string} year
 * @param {number} month
 * @param {string} day
 */
function made(year, month, day) {
  const text = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(text) ? text : null;
}

/** The days on which the documents were published, the first first. @param {Pick<import('../types/wire').Meta, 'dataset'>} meta */
export const documentDays = ({ dataset }) => dataset.documents.map((d) => d.date).sort();

/** The day of the first document; empty where there is none. @param {Pick<import('../types/wire').Meta, 'dataset'>} meta */
export const firstDay = (meta) => documentDays(meta)[0] ?? '';
