/** The answers of /api/v1, field by field as `src/view/` writes them. `tests/journeys/wire.test.js` compares them with the real answers. */

export type Lang = 'fr' | 'en';
export type Label = { fr: string; en: string };
export type Named = { id: string; names: Label };

export type DocumentCard = {
  id: string;
  title: Label;
  reference: string;
  date: string;
  publisher: Label;
  language: string;
  sha256: string;
  reuse: Label;
  address?: string;
};
export type Dataset = { version: string; digest: string; documents: DocumentCard[] };
export type Dates = { as_of: string; known: string };

export type Evidence = { document: string; at: string; start: number; end: number; quote: string };

export type KindEntry = { id: string; names: Label; short: Label; bindingness: string; core: boolean };
export type ActorEntry = { id: string; kind: string; names: Label; forms: string[]; named: boolean };
export type Meta = {
  program: string;
  dataset: Dataset;
  dates: Dates;
  stops: string[];
  kinds: KindEntry[];
  states: Named[];
  classes: Named[];
  actor_kinds: Named[];
  levels: Named[];
  cells: Named[];
  phases: Named[];
  areas: Named[];
  domains: Named[];
  goals: Named[];
  actors: ActorEntry[];
  resources: string[];
};

export type NetworkNode = {
  id: string;
  kind: string;
  names: Label;
  iso3?: string;
  stratum?: string;
  region?: Label;
  level?: string;
  note?: Label;
};
export type Party = {
  id: string;
  state: string;
  areas: string[];
  domains: string[];
  places?: string[];
  evidence: number[];
};
export type Valid = { from: string | null; to: string | null; precision: string | null; expected?: string };
export type Tie = {
  id: string;
  kind: string;
  names: Label;
  class: string;
  state: string;
  date_conflict: boolean;
  polarity: string;
  participants: string[];
  parties: Party[];
  via?: string[];
  valid: Valid;
  areas: string[];
  domains: string[];
  legs: string[];
  programmes?: string[];
  meeting?: string;
  row?: number;
  example?: number;
  carries?: string;
  scope?: string;
  calendar?: string;
  same_as?: string[];
  evidence: Evidence[];
  source?: string;
  note?: string;
};
export type Network = { schema: string; dataset: Dataset; dates: Dates; nodes: NetworkNode[]; ties: Tie[] };

export type Membership = {
  group: string;
  names: Label;
  members?: string[];
  complete: boolean;
  checked: string;
  source: string;
  note?: string;
};
export type Derived = { id: string; names: Label; kind: string; state: string; via: string[] };
export type Actor = {
  node: NetworkNode;
  headline: Label;
  ties: Tie[];
  derived: Derived[];
  memberships: Membership[];
  card: Evidence[];
  command: string;
  dataset: Dataset;
  dates: Dates;
};

export type Count = { id: string; label: Label; n: number; of: number };
export type Line = {
  actors: string[];
  column?: string;
  value?: string;
  tags?: string[];
  scores?: number[];
  ranks?: Ranks;
  text: Label;
  ties: string[];
  evidence: Evidence[];
};
export type Ranks = {
  best: number;
  median: number;
  worst: number;
  first: number;
  top: number;
  weightings: number;
};
export type Section = { id: string; title: Label; note: Label; lines: Line[] };
export type Cell = { class: string; ties: string[]; via?: string[]; list?: string };
export type Counts = {
  active: number;
  planned: number;
  grouping: number;
  absent: number;
  silent: number;
  total: number;
};
export type Matrix = {
  id: string;
  title: Label;
  rows: Named[];
  columns: Named[];
  cells: Cell[][];
  column_counts: Counts[];
  row_counts: Counts[];
  counts: Counts;
};
export type Goal = {
  goal: string;
  names: Label;
  question: Label;
  evidence: Evidence[];
  headline: Label;
  counts: Count[];
  sections: Section[];
  matrices: Matrix[];
  limits: Label[];
  command: string;
  dataset: Dataset;
  dates: Dates;
};

export type Card = { id: string; names: Label; says: Label; avoid: Label; higher_is_more: boolean };
export type RankRow = {
  id: string;
  names: Label;
  kind: string;
  ranks: (number | null)[];
  values: (number | null)[];
};
export type Stability = {
  measure: string;
  share: number;
  deleted: number;
  records: number;
  tau: [number, number, number] | null;
  defined: number;
  fragile: boolean;
  stays: [string, number][];
};
export type Robustness = { seed: number; replicates: number; top: number; stability: Stability[] };
export type Rank = {
  graph: string;
  title: Label;
  nodes: number;
  edges: number;
  measures: Card[];
  undefined: { measure: string; reason: Label }[];
  rows: RankRow[];
  robustness?: Robustness;
  notes: Label[];
  command: string;
  dataset: Dataset;
  dates: Dates;
};

export type PhaseCount = { phase: string; label: Label; n: number; of: number };
export type Deadline = { due: string | null; passed: boolean; text: Label; evidence: Evidence };
export type Monitor = {
  headline: Label;
  counts: PhaseCount[];
  actions: { phase: string; tie: Tie }[];
  awaited: Tie[];
  to_verify: string[];
  deadlines: Deadline[];
  command: string;
  dataset: Dataset;
  dates: Dates;
};

export type Mark = { start: number; end: number; ties: string[] };
export type Passage = {
  at: string;
  place: Label;
  kind: string;
  start: number;
  end: number;
  text: string;
  marks: Mark[];
};
export type Reader = { document: DocumentCard; passages: Passage[] };

export type Problem = { status: number; title: string; detail: string; parameter?: string };
