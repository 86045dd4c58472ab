/** Reading the API: each answer fetched once, each failure a message that a person can read. */

/** @import { Actor, Goal, Meta, Monitor, Network, Problem, Rank, Reader, Status, Tie } from '../types/wire' */
/** @import { Change, Compare, Findings, Lattice, Moves, PartnersMatrix } from '../types/wire' */

import { heldAnswer, isFile, rastered } from './held.js';

const ROOT = 'api/v1';

/** The status of a question that a page in one file cannot answer. */
export const NOT_HELD = -1;

/** The most answers that are kept. */
const KEPT = 80;

/** An answer that is no success. */
export class Failure extends Error {
  /** @param {Problem} problem */
  constructor(problem) {
    super(problem.detail);
    this.name = 'Failure';
    this.problem = problem;
  }
}

/** @type {Map<string, Promise<string>>} */
const answers = new Map();

/**
 * @param {string} path  below the root, with its query
 * @returns {Promise<string>}
 */
function text(path) {
  const known = answers.get(path);
  if (known) return known;
  const answer = request(path);
  answers.set(path, answer);
  answer.catch(() => answers.delete(path));
  for (const oldest of answers.keys()) {
    if (answers.size <= KEPT) break;
    answers.delete(oldest);
  }
  return answer;
}

/** @param {string} path */
async function request(path) {
  if (isFile) {
    const body = await heldAnswer(path);
    if (body !== null) return body;
    throw new Failure({ status: NOT_HELD, title: 'not in the file', detail: '' });
  }
  /** @type {Response} */
  let response;
  try {
    // A refusal is told in the language of the page.
    response = await fetch(`${ROOT}/${path}`, {
      headers: { 'accept-language': document.documentElement.lang },
    });
  } catch {
    throw new Failure({ status: 0, title: 'no answer', detail: '' });
  }
  // Where something on the way has changed the wish, it is said in the address.
  const spoken = response.headers.get('content-language');
  if (!response.ok && spoken !== null && spoken !== document.documentElement.lang && !/[?&]lang=/.test(path)) {
    const again = `${path}${path.includes('?') ? '&' : '?'}lang=${document.documentElement.lang}`;
    response = await fetch(`${ROOT}/${again}`).catch(() => response);
  }
  const body = await response.text();
  if (response.ok) return body;
  throw new Failure(problem(response.status, body));
}

/**
 * @param {number} status
 * @param {string} body
 * @returns {Problem}
 */
function problem(status, body) {
  try {
    const read = JSON.parse(body);
    if (typeof read?.detail === 'string') return read;
  } catch {
    // Not from relier: the status says it all.
  }
  return { status, title: String(status), detail: '' };
}

/** @type {Map<string, Promise<unknown>>} */
const parsed = new Map();

/**
 * @template T
 * @param {string} path
 * @returns {Promise<T>}
 */
function json(path) {
  const known = parsed.get(path);
  if (known && answers.has(path)) return /** @type {Promise<T>} */ (known);
  const value = text(path).then((body) => JSON.parse(body));
  parsed.set(path, value);
  value.catch(() => parsed.delete(path));
  return value;
}

/** What the program knows before anything is asked. @returns {Promise<Meta>} */
export const meta = () => json('meta');

/** The address of a file that the server makes. @param {string} path */
export const fileAddress = (path) => `${ROOT}/${path}`;

/** @param {string} query @returns {Promise<Network>} */
export const network = (query) => json(`network${query}`);

/** @param {string} id @param {string} query @returns {Promise<Actor>} */
export const actor = (id, query) => json(`actors/${encodeURIComponent(id)}${query}`);

/** @param {string} id @param {string} query @returns {Promise<Tie>} */
export const tie = (id, query) => json(`ties/${encodeURIComponent(id)}${query}`);

/** @param {string} query @returns {Promise<Goal[]>} */
export const goals = (query) => json(`gaps${query}`);

/** @param {string} id @param {string} query @returns {Promise<Goal>} */
export const goal = (id, query) => json(`gaps/${encodeURIComponent(id)}${query}`);

/** @param {string} query @returns {Promise<Rank>} */
export const rank = (query) => json(`rank${query}`);

/** @param {string} query @returns {Promise<Monitor>} */
export const actions = (query) => json(`actions${query}`);

/** @param {string} query @returns {Promise<PartnersMatrix>} */
export const matrix = (query) => json(`matrix${query}`);

/** @param {string} query @returns {Promise<Lattice>} */
export const lattice = (query) => json(`lattice${query}`);

/** Actors side by side. @param {string} query @returns {Promise<Compare>} */
export const compare = (query) => json(`compare${query}`);

/** Two dates side by side. @param {string} query @returns {Promise<Change>} */
export const compareDates = (query) => json(`compare${query}`);

/** @param {string} query @returns {Promise<Change>} */
export const whatif = (query) => json(`whatif${query}`);

/** @param {string} goal @param {string} query @returns {Promise<Moves>} */
export const moves = (goal, query) => json(`moves/${encodeURIComponent(goal)}${query}`);

/** @param {string} query @returns {Promise<Findings>} */
export const robustness = (query) => json(`robustness${query}`);

/** @param {string} id @returns {Promise<Reader>} */
export const reader = (id) => json(`documents/${encodeURIComponent(id)}`);

/**
 * A picture, as SVG text. In the page its rules come from theme.css; on its own it carries them.
 * @param {string} name @param {string} query @param {boolean} alone
 */
export const picture = (name, query, alone) =>
  text(`pictures/${name}.svg${query}${alone ? '' : query === '' ? '?page' : '&page'}`);

/** A view's citation, as text in the form asked for. @param {string} query */
export const cite = (query) => text(`cite${query}`);

/** What is served, and what keeps a newer dataset from being served; asked for anew each time. @returns {Promise<Status>} */
export const status = async () => JSON.parse(await request('status'));

/** Forgets every answer: the dataset behind them has changed. */
export function forget() {
  answers.clear();
  parsed.clear();
}

/**
 * A picture as PNG, twice as fine as on the screen.
 * @param {string} name @param {string} query
 */
export async function png(name, query) {
  if (isFile) return rastered(await picture(name, query, true));
  const response = await fetch(`${ROOT}/pictures/${name}.png${query === '' ? '?' : `${query}&`}width=2200`, {
    headers: { 'accept-language': document.documentElement.lang },
  });
  if (!response.ok) throw new Failure(problem(response.status, await response.text()));
  return response.blob();
}
