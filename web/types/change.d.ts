/** The answers of /api/v1 about comparisons, scenarios, moves, charts and robustness, as `src/view/` writes them. */

import type { Dataset, Dates, Evidence, Label, Matrix, Named, Tie } from './wire';

export type Side = { label: Label; dates: Dates; version: string; digest: string };
export type Assumption = { words: string; text: Label; note?: string };
export type TieChange = {
  id: string;
  assumed: boolean;
  before: string | null;
  after: string | null;
  text: Label;
  evidence: Evidence[];
};
export type Tally = { id: string; label: Label; before: [number, number]; after: [number, number] };
export type ChangeLine = {
  list: string;
  actors: string[];
  column?: string;
  text: Label;
  ties: string[];
  assumed: boolean;
  evidence: Evidence[];
};
export type PerimeterChange = {
  id: string;
  label: Label;
  headline: Label;
  counts: Tally[];
  opened: ChangeLine[];
  closed: ChangeLine[];
  changed: ChangeLine[];
};
export type GoalChange = { goal: string; names: Label; perimeters: PerimeterChange[] };
export type Shift = {
  measure: string;
  actor: string;
  names: Label;
  ranks: [number | null, number | null];
  values: [number | null, number | null];
};
export type MeasureChange = { graph: string; label: Label; actors: number; shifts: Shift[] };
export type Change = {
  title: Label;
  before: Side;
  after: Side;
  assumptions?: Assumption[];
  ties: TieChange[];
  goals: GoalChange[];
  measures: MeasureChange[];
  notes: Label[];
  command: string;
  dataset: Dataset;
  dates: Dates;
};

export type CompareRow = {
  id: string;
  names: Label;
  classes: string[];
  labels: Label[];
  ties: string[][];
  evidence: Evidence[];
};
export type Dimension = { id: string; title: Label; sentences: Label[]; rows: CompareRow[] };
export type Compare = {
  actors: Named[];
  dimensions: Dimension[];
  notes: Label[];
  command: string;
  dataset: Dataset;
  dates: Dates;
};

export type Move = {
  text: Label;
  actors: string[];
  gain: number;
  total: number;
  closes: Label[];
  feasibility: string;
  edit: string;
  command: string;
  ties: string[];
  evidence: Evidence[];
};
export type Optimum = { closed: number; choices: number; edits: string[]; text: Label };
export type Flag = { id: string; label: Label; rule: Label };
export type Moves = {
  goal: string;
  names: Label;
  method: Label;
  headline: Label;
  budget: number;
  seats?: number;
  open: number;
  candidates: number;
  enumerated: boolean;
  moves: Move[];
  optimum?: Optimum;
  flags: Flag[];
  notes: Label[];
  together?: string;
  command: string;
  dataset: Dataset;
  dates: Dates;
};

export type Partners = {
  against: string;
  units: string;
  matrix: Matrix;
  strata: string[];
  ties: Tie[];
  lists: { id: string; places: Label }[];
  groupings: Named[];
  without_partner: number;
  command: string;
  dataset: Dataset;
  dates: Dates;
};

export type Lattice = {
  against: string;
  units: number;
  groups: { columns: Named[]; units: Named[] }[];
  covers: [number, number][];
  near: { from: number; to: number; exception: Named }[];
  everyone: Named[];
  nobody: Named[];
  command: string;
  dataset: Dataset;
  dates: Dates;
};

export type RangeCount = {
  goal: string;
  id: string;
  label: Label;
  base: [number, number];
  least: number;
  most: number;
  by_coding: [number, number][];
};
export type UnitRobustness = {
  id: string;
  names: Label;
  active: number;
  not_excluded: number;
  single_source: [string, string][];
  unit_single_source?: string;
  by_coding: (number | null)[];
};
export type Missing = {
  q: number;
  id: string;
  names: Label;
  rank: number;
  bottom: boolean;
  ranks: [number, number, number];
  p_bottom: number;
};
export type LeftOut = {
  document: string;
  at: string;
  cells: [string, string][];
  units: string[];
  text: Label;
};
export type Findings = {
  goal?: string;
  headlines: Label[];
  codings: { id: string; text: Label }[];
  counts: RangeCount[];
  units: UnitRobustness[];
  left_out: LeftOut[];
  missing: Missing[];
  replicates: number;
  seed: number;
  notes: Label[];
  command: string;
  dataset: Dataset;
  dates: Dates;
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
export type RankRobustness = { seed: number; replicates: number; top: number; stability: Stability[] };

