/** The command that gives what an address asks for: for a page that cannot ask the program itself. */

/** @import { State } from './state.js' */
import { scenarioCommand } from './scenario.js';
import { commandOptions, unfiltered } from './state.js';

/**
 * Empty where no command does.
 * @param {State} state
 */
export function commandOf(state) {
  const command = written(state);
  // A word of an address is no part of a shell's language.
  return command === '' ? '' : `${command.replace(/[^\p{L}\p{N} _.,:=+"-]/gu, '')} --lang ${state.lang}`;
}

/** @param {State} state */
function written(state) {
  const { view, item, graph, against, units, actors, dates, edit, focus, node } = state;
  const options = commandOptions(state);
  const day = commandOptions(unfiltered(state));
  const also = (/** @type {string} */ word, /** @type {string} */ value) => (value === '' ? '' : ` --${word} ${value}`);
  if (view === 'network' && item === 'ego')
    return `relier draw ego ${focus || node}${commandOptions({ ...state, focus: '', depth: '' })}`;
  if (view === 'network') return `relier draw ${item || 'wheel'}${options}`;
  if (view === 'matrix') return `relier draw matrix${also('against', against)}${also('units', units)}${options}`;
  if (view === 'gaps') return `relier gaps${item === '' ? '' : ` ${item}`}${day}`;
  if (view === 'rank') return `relier rank ${item || 'betweenness'}${also('graph', graph)}${options}`;
  if (view === 'actions') return `relier actions${day}`;
  if (view === 'compare' && item === 'dates') return dates.length === 2 ? `relier compare --dates ${dates.join(' ')}` : '';
  if (view === 'compare') return `relier compare ${actors.join(' ')}${day}`;
  return view === 'whatif' && edit.length > 0 ? scenarioCommand(edit, day) : '';
}
