/**
 * The filter of the network, reckoned in the page: for a file that holds the whole network and no program.
 *
 * What `Network::new` does with a selection, on the ties as the API gives them; a journey holds both against each other.
 */

/** @import { Network, NetworkNode, Party, Tie } from '../types/wire' */

/**
 * @typedef {object} Wanted  empty lists want everything
 * @property {readonly string[]} kind
 * @property {readonly string[]} instrument
 * @property {readonly string[]} state
 * @property {readonly string[]} area
 * @property {readonly string[]} domain
 * @property {string} focus
 * @property {number} depth
 */

const HUB = 'EU';

/** The tie from which a derived one is. @param {Tie} tie */
const base = (tie) => tie.id.split('>')[0] ?? '';

/** @param {readonly string[]} wanted @param {readonly string[]} there */
const meets = (wanted, there) => wanted.length === 0 || there.some((w) => wanted.includes(w));

/**
 * @param {Network} whole  the stated network, without a filter
 * @param {readonly Tie[]} derived  the derived ties, without a filter; none where they are not asked for
 * @param {boolean} stated  whether stated ties are asked for
 * @param {Wanted} wanted
 * @returns {Network}
 */
export function selected(whole, derived, stated, wanted) {
  const kinds = new Map(whole.nodes.map((n) => [n.id, n.kind]));
  const kindOf = (/** @type {string} */ id) => kinds.get(id) ?? 'partner';
  const admitsActor = (/** @type {string} */ id) => wanted.kind.length === 0 || wanted.kind.includes(kindOf(id));
  const admitsTie = (/** @type {Tie} */ tie, /** @type {string} */ state) =>
    meets(wanted.instrument, tie.carries ? [tie.kind, tie.carries] : [tie.kind]) &&
    meets(wanted.area, tie.areas) &&
    meets(wanted.domain, tie.domains) &&
    meets(wanted.state, [state]);
  const admitsPart = (/** @type {Tie} */ tie, /** @type {Party} */ p) =>
    meets(wanted.state, [p.state]) && meets(wanted.area, p.areas) && meets(wanted.domain, p.domains) && admitsTie(tie, p.state);
  /** @type {Tie[]} */
  let ties = [];
  for (const tie of whole.ties) {
    // A seat of a Member State stands and falls with the Union's.
    const [of, member] = tie.id.split('>');
    if (member !== undefined) {
      if (ties.some((t) => t.id === of)) ties.push(tie);
      continue;
    }
    const parties = tie.parties.filter((p) => admitsPart(tie, p) && admitsActor(p.id));
    const unnamed = tie.parties.length === 0 && admitsTie(tie, tie.state) && wanted.kind.length === 0;
    if (stated && (parties.length > 0 || unnamed)) {
      const kept = (/** @type {string} */ id) => id === HUB || parties.some((p) => p.id === id);
      ties.push({ ...tie, parties, participants: tie.participants.filter(kept) });
    }
    for (const reached of derived.filter((d) => d.id.startsWith(`${tie.id}>`))) {
      const via = tie.parties.filter((p) => (reached.via ?? []).includes(p.id) && admitsPart(tie, p));
      const [first] = via;
      const id = reached.parties[0]?.id ?? '';
      if (!first || !admitsActor(id)) continue;
      ties.push({
        ...reached,
        state: first.state,
        via: via.map((p) => p.id),
        parties: [{ ...first, id }],
      });
    }
  }
  // With the hub split, its ties are those at which its Member States sit.
  const seats = new Set(whole.ties.filter((t) => t.id.includes('>')).map(base));
  const programmes = (/** @type {Tie} */ tie) =>
    tie.participants.includes(HUB) || seats.has(tie.id) ? (tie.programmes ?? []).filter(admitsActor) : [];
  const actorsOf = (/** @type {Tie} */ tie) => [...tie.participants, ...programmes(tie)];
  if (wanted.focus !== '') {
    const near = new Set([wanted.focus]);
    /** @type {Set<string>} */
    let around = new Set();
    for (let step = 0; step < Math.max(1, wanted.depth); step++) {
      around = new Set(ties.filter((t) => actorsOf(t).some((a) => near.has(a))).map(base));
      for (const tie of ties) if (around.has(base(tie))) for (const actor of actorsOf(tie)) near.add(actor);
    }
    ties = ties.filter((t) => around.has(base(t)));
  }
  const shown = new Set(
    ties.flatMap((t) => [base(t), ...actorsOf(t), ...(t.via ?? []), ...t.areas, ...t.domains]),
  );
  return { ...whole, ties, nodes: whole.nodes.filter((/** @type {NetworkNode} */ n) => shown.has(n.id)) };
}
