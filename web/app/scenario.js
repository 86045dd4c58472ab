/** A scenario: edits in the words of the command line, and the file in which they travel. */

/** What an edit's plain words are, by its verb; the last one of an addition may name several parties. */
const PLACES = /** @type {Readonly<Record<string, readonly string[]>>} */ ({
  add: ['kind', 'parties'],
  extend: ['tie', 'party'],
  drop: ['tie', 'party'],
  state: ['tie', 'state'],
  source: ['tie'],
  restore: ['tie'],
});

const LISTS = ['areas', 'domains', 'legs'];

/**
 * The edits as a scenario file, which the command line reads with --scenario.
 * @param {readonly string[]} edits
 * @param {string} name
 */
export function scenarioFile(edits, name) {
  const tables = edits.map((edit) => {
    const words = edit.split(' ').filter((w) => w !== '');
    const [verb = '', ...plain] = words.filter((w) => !w.includes('='));
    const places =
      verb === 'state' && plain.length === 3 ? ['tie', 'party', 'state'] : (PLACES[verb] ?? []);
    const lines = [`do = ${quoted(verb)}`];
    places.forEach((place, i) => {
      if (place === 'parties') lines.push(`parties = ${array(plain.slice(i).join(','))}`);
      else if (plain[i] !== undefined) lines.push(`${place} = ${quoted(plain[i])}`);
    });
    for (const option of words.filter((w) => w.includes('='))) {
      const at = option.indexOf('=');
      const [key, value] = [option.slice(0, at), option.slice(at + 1)];
      if (key === 'without_hub') lines.push(`without_hub = ${value === 'yes'}`);
      else lines.push(`${key} = ${LISTS.includes(key) ? array(value) : quoted(value)}`);
    }
    return `[[edit]]\n${lines.join('\n')}\n`;
  });
  return `name = ${quoted(name)}\n\n${tables.join('\n')}`;
}

/** @param {string} text */
function array(text) {
  const items = text.split(',').filter((t) => t !== '');
  return `[${items.map(quoted).join(', ')}]`;
}

/** @param {string} text */
function quoted(text) {
  // A string of JSON without its exotic escapes is a basic string of TOML.
  return JSON.stringify(text);
}

/**
 * An addition in words.
 * @param {{ kind: string, parties: readonly string[], areas?: readonly string[], state?: string, meeting?: string }} tie
 */
export function addition({ kind, parties, areas = [], state = 'active', meeting = '' }) {
  return [
    `add ${kind} ${parties.join(',')}`,
    areas.length > 0 ? `areas=${areas.join(',')}` : '',
    state === 'active' ? '' : `state=${state}`,
    meeting === '' ? '' : `meeting=${meeting}`,
  ]
    .filter((w) => w !== '')
    .join(' ');
}

/**
 * The command that computes a scenario.
 * @param {readonly string[]} edits
 * @param {string} options
 */
export function scenarioCommand(edits, options) {
  return `relier whatif${edits.map((e) => ` --edit "${e.replaceAll(/["\\$`]/g, '')}"`).join('')}${options}`;
}
