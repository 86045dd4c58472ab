/**
 * The answers of /api/v1. Written from the types of the answers; do not edit.
 * After a change of `src/view/`: `WRITE=1 cargo test --test api wire`
 */

/** An action and where it stands. */
export type Action = {
  /** running, to-start, ended or unconfirmed. */
  phase: string;
  /** The tie. */
  tie: Tie;
};

/** An actor with its ties. */
export type Actor = {
  /** Where the documents describe it without a tie. */
  card: Evidence[];
  /** Where it is mentioned and left out of the network, with the reason, is told by `relier check --mentions`. */
  command: string;
  /** Dataset. */
  dataset: Dataset;
  /** Dates. */
  dates: Dates;
  /** Ties that reach it through a grouping. */
  derived: Derived[];
  /** In one sentence. */
  headline: Label;
  /** What it is a member of, and its members. */
  memberships: Membership[];
  /** The actor. */
  node: NetworkNode;
  /** Ties that name it. */
  ties: Tie[];
};

/** An actor for the search field. */
export type ActorEntry = {
  /** Folded forms under which it is found: ids, codes, names, aliases. */
  forms: string[];
  /** Id. */
  id: string;
  /** Kind. */
  kind: string;
  /** Whether a tie names it. */
  named: boolean;
  /** Names. */
  names: Label;
};

/** The whole layer. */
export type Additional = {
  /** The external check. */
  calibration: Calibration | null;
  /** Later states. */
  changes: ChangeRecord[];
  /** Checks. */
  checks: Check[];
  /** The command that recomputes it. */
  command: string;
  /** Dataset. */
  dataset: Dataset;
  /** Dates. */
  dates: Dates;
  /** Digest of the layer. */
  digest: string;
  /** What stays open. */
  open: Open[];
  /** Texts. */
  sources: Source[];
};

/** An edit of a scenario. */
export type Assumption = {
  /** Why it changes nothing, where it does not. */
  idle?: Label;
  /** The assumption with what it lacks to change something, as words of the command line. */
  instead?: string;
  /** Remark of the scenario's author. */
  note?: string;
  /** Its sentence, with why it changes nothing where it does not. */
  text: Label;
  /** As words of the command line. */
  words: string;
};

/** A tie of others that a line names, with its quotations. */
export type Beside = {
  /** Its quotations: the line does not rest on them. */
  evidence: Evidence[];
  /** Its id. */
  id: string;
  /** Its names. */
  names: Label;
};

/** The external check: how far the corpus falls short of one official text per unit. */
export type Calibration = {
  /** Cells units × areas that are not running and named. */
  area_gaps: number;
  /** Those that the texts close. */
  areas_closed: number;
  /** Those that the texts close. */
  closed: number;
  /** The command that recomputes it. */
  command: string;
  /** Digest of the layer. */
  digest: string;
  /** Units with a text that was out on the dates. */
  found: number;
  /** Cells units × domains that are not running and named. */
  gaps: number;
  /** Those of the units with a text. */
  gaps_with_text: number;
  /** What it does not say. */
  note: Label;
  /** Those of which they say that something is planned. */
  planned: number;
  /** Units whose official text itself was read. */
  read_in_the_original: number;
  /** Unit by unit. */
  rows: UnitCheck[];
  /** In words. */
  text: Label;
  /** Units. */
  units: number;
};

/** Where footnotes are called in a document. */
export type Calls = {
  /** First byte of each number, and the byte after its last. */
  at: [number, number][];
  /** Document id. */
  document: string;
};

/** A measure's card. */
export type Card = {
  /** When not to use it. */
  avoid: Label;
  /** Whether a higher value is more of what it says. */
  higher_is_more: boolean;
  /** Id. */
  id: string;
  /** Names. */
  names: Label;
  /** What it says about a partner. */
  says: Label;
};

/** A cell. */
export type Cell = {
  /** Whether it has this value by additional sources alone, which no machine checks. */
  additional?: boolean;
  /** active, planned, grouping, absent or silent; of a selection also outside, which says nothing of the documents. */
  class: string;
  /** The closed list that omits the unit. */
  list?: string;
  /** Ties that give it. */
  ties: string[];
  /** Instruments of the column's kind that name the unit without a word of the state that they are in: they give no value, and yet the documents are not silent. In a matrix of kinds, for cells that are not on record. */
  unsaid?: string[];
  /** Groupings through which the unit is reached. */
  via?: string[];
};

/** Where the orders by the centralities are tested against the loss of records. */
export type Centrality = {
  /** The command. */
  command: string;
  /** On which graph: actors or incidence. */
  graph: string;
  /** What the command prints. */
  text: Label;
};

/** What differs between two readings. */
export type Change = {
  /** The reading compared to. */
  after: Side;
  /** The assumptions, for a scenario. */
  assumptions?: Assumption[];
  /** The reading compared from. */
  before: Side;
  /** The command that recomputes it. */
  command: string;
  /** Dataset of the reading compared from. */
  dataset: Dataset;
  /** Its dates. */
  dates: Dates;
  /** The four directions. */
  goals: GoalChange[];
  /** The measures on the actor graph. */
  measures: MeasureChange[];
  /** What the reader must know. */
  notes: Label[];
  /** Ties that differ. */
  ties: TieChange[];
  /** Title. */
  title: Label;
};

/** A gap that opened, closed or changed. */
export type ChangeLine = {
  /** Actors. */
  actors: string[];
  /** Whether an assumption is among them. */
  assumed: boolean;
  /** Domain, area or leg. */
  column?: string;
  /** Their quotations. */
  evidence: Evidence[];
  /** The list it stands in. */
  list: string;
  /** The sentence. */
  text: Label;
  /** Ties of both sides. */
  ties: string[];
};

/** A later state. */
export type ChangeRecord = {
  /** Whether the documents do not have the tie. */
  added: boolean;
  /** Place in the text. */
  at: Label;
  /** From when on. */
  from: string;
  /** Id. */
  id: string;
  /** Whether it holds on the dates. */
  in_force: boolean;
  /** Its names. */
  names: Label;
  /** A few of its words. */
  short_quote?: string;
  /** Id of the text. */
  source: string;
  /** The state from then on. */
  state: string;
  /** In our words. */
  statement: Label;
  /** The tie. */
  tie: string;
};

/** What one text says of one unit. */
export type Check = {
  /** Statements. */
  facts: Fact[];
  /** Id. */
  id: string;
  /** Whether the text was out on the dates. */
  in_force: boolean;
  /** Its instrument. */
  instrument: string;
  /** What was searched, when none was found. */
  searched?: Label;
  /** Id of the text; null when none was found. */
  source: string | null;
  /** The unit. */
  unit: Named;
};

/** An option of a selection and what it chooses, in words. */
export type Chosen = {
  /** The option, as `area`. */
  option: string;
  /** What it chooses: «domaine technologique: cybersécurité». */
  words: Label;
};

/** An alternative coding. */
export type Coding = {
  /** Its name. */
  id: string;
  /** What it takes the other way. */
  text: Label;
};

/** Actors side by side. */
export type Compare = {
  /** The actors. */
  actors: Named[];
  /** The command that recomputes it. */
  command: string;
  /** Dataset. */
  dataset: Dataset;
  /** Dates. */
  dates: Dates;
  /** The dimensions. */
  dimensions: Dimension[];
  /** What the reader must know. */
  notes: Label[];
};

/** A row. */
export type CompareRow = {
  /** The value for each actor: active, planned, grouping, absent or silent. */
  classes: string[];
  /** Quotations. */
  evidence: Evidence[];
  /** Kind, domain, area or forum. */
  id: string;
  /** The values in words. */
  labels: Label[];
  /** Its names. */
  names: Label;
  /** Ties of each value; of a kind without a value, the instruments that the label tells of. */
  ties: string[][];
};

/** A number with its denominator and the command that prints it. */
export type Count = {
  /** What it counts. */
  id: string;
  /** In words. */
  label: Label;
  /** The number. */
  n: number;
  /** Out of. */
  of: number;
  /** The smallest and the largest number under the alternative codings that keep the denominator; none where they do not bear on it. */
  range?: [number, number];
};

/** Counts with their denominator. */
export type Counts = {
  /** |✗| */
  absent: number;
  /** |A| */
  active: number;
  /** |C| */
  grouping: number;
  /** Outside the selection. */
  outside?: number;
  /** |B| */
  planned: number;
  /** |·| */
  silent: number;
  /** N */
  total: number;
};

/** Which dataset. */
export type Dataset = {
  /** The option by which a command reads it, ` --data FOLDER`; absent for the dataset in the program. */
  data_option?: string;
  /** SHA-256 of all seed files. */
  digest: string;
  /** Documents. */
  documents: DocumentCard[];
  /** Version. */
  version: string;
};

/** The two dates. */
export type Dates = {
  /** The additional sources that speak on these dates, when they are switched on. */
  additional?: Source[];
  /** Valid time. */
  as_of: string;
  /** What a scenario assumes on top of the sources; nothing for the sources alone. */
  assumptions?: Assumption[];
  /** That a date lies outside what the documents cover, and what follows; null where both lie within. */
  beyond?: Label;
  /** Known time. */
  known: string;
};

/** A deadline of the Council. */
export type Deadline = {
  /** By when, as the source gives it; null when it recurs without a date. */
  due: string | null;
  /** The words that set it. */
  evidence: Evidence;
  /** Whether it has passed. */
  passed: boolean;
  /** In words. */
  text: Label;
};

/** A tie that reaches an actor through groupings. */
export type Derived = {
  /** The tie. */
  id: string;
  /** Its kind. */
  kind: string;
  /** Its names. */
  names: Label;
  /** State on the date. */
  state: string;
  /** The groupings. */
  via: string[];
};

/** A dimension. */
export type Dimension = {
  /** kinds, domains, areas or forums. */
  id: string;
  /** Rows on which at least one of the actors is on record. */
  rows: CompareRow[];
  /** What is common, what only one has, what stands differently, the rest, and what none has: each row in one sentence. Of the kinds also what other public texts tell since. */
  sentences: Label[];
  /** Title. */
  title: Label;
};

/** A document's card. */
export type DocumentCard = {
  /** Public address. */
  address?: string;
  /** Day of publication. */
  date: string;
  /** Id. */
  id: string;
  /** Language. */
  language: string;
  /** Publisher. */
  publisher: Label;
  /** Reference. */
  reference: string;
  /** Reuse notice. */
  reuse: Label;
  /** SHA-256 of the text. */
  sha256: string;
  /** Title. */
  title: Label;
};

/** A quotation. */
export type Evidence = {
  /** Locator. */
  at: string;
  /** Where the sentence is cut: `before` the words, `after` them, or `both`; whole sentences have none. */
  cut?: string;
  /** Document id. */
  document: string;
  /** Byte after the last. */
  end: number;
  /** The words. */
  quote: string;
  /** First byte. */
  start: number;
};

/** One statement of a check. */
export type Fact = {
  /** Areas. */
  areas: string[];
  /** Place in the text. */
  at: Label;
  /** Domains. */
  domains: string[];
  /** Legs. */
  legs: string[];
  /** A few of its words. */
  short_quote?: string;
  /** active or proposed. */
  state: string;
  /** In our words. */
  statement: Label;
};

/** A fault of a dataset that was not taken up. */
export type Fault = {
  /** Column in characters, from 1. */
  column: number;
  /** File, relative to the dataset's folder. */
  file: string;
  /** Line, from 1. */
  line: number;
  /** How to mend it. */
  mend: Label;
  /** The key of the record. */
  record: string;
  /** What is wrong. */
  what: Label;
};

/** How far the findings hold. */
export type Findings = {
  /** Where the orders by the centralities are tested. */
  centralities?: Centrality[];
  /** How finely these replicates can tell an overlap from chance; null where none was asked about. */
  chance?: Resolution;
  /** The codings, in the order of their columns. */
  codings: Coding[];
  /** The command that recomputes it. */
  command: string;
  /** The counts under each. */
  counts: RangeCount[];
  /** Dataset. */
  dataset: Dataset;
  /** Dates. */
  dates: Dates;
  /** The direction asked about; all when none. */
  goal?: string;
  /** The result in sentences. */
  headlines: Label[];
  /** Places by what they carry. */
  left_out: LeftOut[];
  /** Ranks when evidence is missing. */
  missing: Missing[];
  /** What the reader must know. */
  notes: Label[];
  /** Overlaps of kinds against chance. */
  overlaps: Overlap[];
  /** Number of replicates. */
  replicates: number;
  /** Seed; replicate r uses seed + r. */
  seed: number;
  /** The units of direction 1. */
  units: UnitRobustness[];
};

/** A feasibility flag with its rule. */
export type Flag = {
  /** The flag. */
  id: string;
  /** Its name. */
  label: Label;
  /** The rule in words. */
  rule: Label;
};

/** A direction answered. */
export type Goal = {
  /** The answer alone. */
  answer: Label;
  /** What one official text per unit says of the same cells: how far the corpus falls short. */
  calibration?: Calibration;
  /** The command that recomputes it. */
  command: string;
  /** The numbers of the headline and around it. */
  counts: Count[];
  /** Dataset. */
  dataset: Dataset;
  /** Dates. */
  dates: Dates;
  /** The sentence of the strategy. */
  evidence: Evidence[];
  /** deepen, enlarge, connect or secure. */
  goal: string;
  /** The answer in one sentence; on a day before the documents, after one that says in which texts it is read, and before one that says what other public texts tell since. */
  headline: Label;
  /** What the reader must not conclude. */
  limits: Label[];
  /** The matrices. */
  matrices: Matrix[];
  /** Verbs. */
  names: Label;
  /** The question. */
  question: Label;
  /** The lists. */
  sections: Section[];
  /** Of whom other public texts tell, since, what the answer says to be missing; in no count. */
  told?: ToldOf[];
};

/** The change of a direction. */
export type GoalChange = {
  /** deepen, enlarge, connect or secure. */
  goal: string;
  /** Verbs. */
  names: Label;
  /** On the perimeter of the baseline, then on the one that results. */
  perimeters: PerimeterChange[];
};

/** Columns that the same units have. */
export type Group = {
  /** The columns. */
  columns: Named[];
  /** The units that have them. */
  units: Named[];
};

/** A place where the words stand. */
export type Hit = {
  /** What follows in the passage. */
  after: string;
  /** Locator of the passage. */
  at: string;
  /** What stands before it in the passage. */
  before: string;
  /** Document. */
  document: string;
  /** Byte after the last. */
  end: number;
  /** The words as the document has them. */
  found: string;
  /** The locator in words. */
  place: Label;
  /** First byte in the document. */
  start: number;
};

/** How far a finding holds. */
export type Holds = {
  /** Alternative codings that contradict it by definition: what is planned cannot stay a gap where planned counts. */
  by_definition: number;
  /** The codings under which it is not found. */
  fails: string[];
  /** Whether it fails under any of them. */
  fragile: boolean;
  /** Alternative codings that bear on it: those that would make it false by definition are counted apart. */
  of: number;
  /** The one place in the texts on which it rests; none when there are several. */
  single_source?: string;
  /** In words. */
  text: Label;
  /** Alternative codings under which it is found too. */
  under: number;
};

/** The words of a kind of tie. */
export type KindEntry = {
  /** binding, political, dialogue, project or statement. */
  bindingness: string;
  /** Whether it is a core kind. */
  core: boolean;
  /** Its code. */
  id: string;
  /** Names. */
  names: Label;
  /** Short names for legends, in the plural. */
  short: Label;
};

/** A name on the wire. */
export type Label = {
  /** English. */
  en: string;
  /** French. */
  fr: string;
};

/** A language of the interface. Quotations stay in the language of their document. */
export type Lang = 'fr' | 'en';

/** Implications between the columns of units × domains or areas; a unit has a column when something running names it there. */
export type Lattice = {
  /** domains or areas. */
  against: string;
  /** The command that recomputes it. */
  command: string;
  /** `[a, b]`: whoever has group a also has group b; what follows from two of them is left out. */
  covers: [number, number][];
  /** Dataset. */
  dataset: Dataset;
  /** Dates. */
  dates: Dates;
  /** Columns that every unit has. */
  everyone: Named[];
  /** Columns by the units that have them. */
  groups: Group[];
  /** Implications with one exception. */
  near: Near[];
  /** Columns that no unit has. */
  nobody: Named[];
  /** What was chosen; nothing for everything. */
  selection?: Chosen[];
  /** How many units there are. */
  units: number;
};

/** What one place carries. */
export type LeftOut = {
  /** Place. */
  at: string;
  /** A cells that fall with it: unit and domain. */
  cells: [string, string][];
  /** Document. */
  document: string;
  /** The sentence. */
  text: Label;
  /** Units that fall with it. */
  units: string[];
};

/** One line of a list, with everything it rests on. */
export type Line = {
  /** The actors it is about. */
  actors: string[];
  /** What it names of others beside what it rests on: an action that could be extended, or is planned elsewhere. */
  beside?: Beside[];
  /** The domain, area or kind it is about. */
  column?: string;
  /** The quotations it rests on. */
  evidence: Evidence[];
  /** How far it holds; none for what is no finding. */
  holds?: Holds;
  /** The word by which it is called within its direction: `silent.JPN.D7`; empty in other views. */
  id?: string;
  /** The rank over all weightings of the criteria, for candidates. */
  ranks?: Ranks;
  /** The criteria, for candidates: [x1, x2, x3]. */
  scores?: [number, number, number];
  /** Further tags. */
  tags?: string[];
  /** The sentence. */
  text: Label;
  /** The ties it rests on. */
  ties: string[];
  /** What other public texts tell of it since, where they tell something else. */
  told?: Label;
  /** Its value in the vocabulary of the list: a cell value, a severity, a level, a front. */
  value?: string;
};

/** A closed list and the places in which it stands. */
export type List = {
  /** Days of the documents in which it stands, the earliest first. */
  dates: string[];
  /** Id. */
  id: string;
  /** Code of the kind that it lists. */
  kind: string;
  /** The places, in words. */
  places: Label;
};

/** A cited stretch of a passage: bytes relative to the document, and the ties that cite it. */
export type Mark = {
  /** Byte after the last. */
  end: number;
  /** First byte in the document. */
  start: number;
  /** Ties. */
  ties: string[];
};

/** Units against columns. */
export type Matrix = {
  /** One list of cells per unit. */
  cells: Cell[][];
  /** Counts of each column. */
  column_counts: Counts[];
  /** Columns. */
  columns: Named[];
  /** Counts of all cells. */
  counts: Counts;
  /** What it shows. */
  id: string;
  /** Counts of each row. */
  row_counts: Counts[];
  /** Units. */
  rows: Named[];
  /** Title. */
  title: Label;
};

/** The moves on one graph. */
export type MeasureChange = {
  /** How many actors move by at least one measure. */
  actors: number;
  /** with-eu or without-eu. */
  graph: string;
  /** In words. */
  label: Label;
  /** Everyone who moves. */
  shifts: Shift[];
};

/** Membership of an actor in a group, or of others in it. */
export type Membership = {
  /** Until when it was checked. */
  checked: string;
  /** Whether the list is the whole membership. */
  complete: boolean;
  /** The group. */
  group: string;
  /** Members on the day, when the actor asked for is the group itself. */
  members?: string[];
  /** Its names. */
  names: Label;
  /** Remark. */
  note?: Label;
  /** Who came and went between the first document and the day, of a group; when the actor came, of a member. A document counts those of its own day. */
  since?: Label;
  /** The public source. */
  source: string;
};

/** Everything a client must know before it asks. */
export type Meta = {
  /** Kinds of actor to filter by. */
  actor_kinds: Named[];
  /** Actors. */
  actors: ActorEntry[];
  /** Until when the additional sources were read; null for a dataset without them. */
  additional_until: string | null;
  /** Areas. */
  areas: Named[];
  /** Where footnotes are called in each document: a quotation that holds such a number shows it raised, its characters unchanged. */
  calls: Calls[];
  /** Cell values. */
  cells: Named[];
  /** Evidence classes. */
  classes: Named[];
  /** Dataset. */
  dataset: Dataset;
  /** The dates of this answer. */
  dates: Dates;
  /** Domains. */
  domains: Named[];
  /** Directions. */
  goals: Named[];
  /** Kinds of tie. */
  kinds: KindEntry[];
  /** Link levels. */
  levels: Named[];
  /** On which day each list of members was read, ascending: lists are used whatever had been published. */
  lists_read: string[];
  /** Phases of actions. */
  phases: Named[];
  /** Version of the program. */
  program: string;
  /** Resources of the API, where there is one. */
  resources: string[];
  /** States. */
  states: Named[];
  /** The days on which something begins, ends or is published: the stops of a date slider. */
  stops: string[];
  /** What additional sources tell of states, by the day from which it counts; switched on by `additional`. */
  told: Told[];
};

/** A unit's rank when evidence is missing. */
export type Missing = {
  /** Whether it is in the bottom as the documents stand. */
  bottom: boolean;
  /** Unit. */
  id: string;
  /** Names. */
  names: Label;
  /** Share of replicates in which it is in the bottom. */
  p_bottom: number;
  /** The probability that a cell is truly A. */
  q: number;
  /** Rank as the documents stand. */
  rank: number;
  /** 5 % quantile, median and 95 % quantile of its rank, rounded outward. */
  ranks: [number, number, number];
};

/** The actions on a date. */
export type Monitor = {
  /** The 50 rows and 32 examples. */
  actions: Action[];
  /** Instruments that await a next state. */
  awaited: Tie[];
  /** The command that recomputes it. */
  command: string;
  /** Number of actions in each phase. */
  counts: PhaseCount[];
  /** Dataset. */
  dataset: Dataset;
  /** Dates. */
  dates: Dates;
  /** Deadlines of the Council. */
  deadlines: Deadline[];
  /** In one sentence. */
  headline: Label;
  /** Of how many instruments on record. */
  instruments: number;
  /** For those of which an additional source says what became: where. */
  pointers?: Record<string, Label>;
  /** Ids of what a new source should confirm. */
  to_verify: string[];
};

/** A move. */
export type Move = {
  /** Actors. */
  actors: string[];
  /** Gaps that it closes by itself, in words. */
  closes: Label[];
  /** The command that computes what it changes. */
  command: string;
  /** The edit that makes it in a scenario. */
  edit: string;
  /** Their quotations. */
  evidence: Evidence[];
  /** hub_can_convene, needs_third_forum or needs_partner. */
  feasibility: string;
  /** Gaps that it closes beyond the moves before it. */
  gain: number;
  /** Its sentence. */
  text: Label;
  /** Ties it starts from. */
  ties: string[];
  /** Gaps closed by it and all before it. */
  total: number;
};

/** Next moves of a direction. */
export type Moves = {
  /** Number of moves. */
  budget: number;
  /** Candidate moves looked at. */
  candidates: number;
  /** The command that recomputes it. */
  command: string;
  /** Dataset. */
  dataset: Dataset;
  /** Dates. */
  dates: Dates;
  /** Whether every candidate was looked at. */
  enumerated: boolean;
  /** The flags with their rules. */
  flags: Flag[];
  /** deepen, enlarge, connect or secure. */
  goal: string;
  /** The result in one sentence. */
  headline: Label;
  /** What is counted as a move, and what as a gap. */
  method: Label;
  /** The moves. */
  moves: Move[];
  /** Verbs. */
  names: Label;
  /** What the reader must know. */
  notes: Label[];
  /** Gaps there are to close. */
  open: number;
  /** The optimum beside them, for a budget of at most two. */
  optimum?: Optimum;
  /** Seats at a table, for *connect*. */
  seats?: number;
  /** The command that makes all of them at once. */
  together?: string;
};

/** An id with its names. */
export type Named = {
  /** Id. */
  id: string;
  /** Names. */
  names: Label;
};

/** An implication that one unit breaks. */
export type Near = {
  /** Who has the first and not the second. */
  exception: Named;
  /** Index of the group that implies. */
  from: number;
  /** Index of the group that is implied. */
  to: number;
};

/** The export. */
export type Network = {
  /** The dataset. */
  dataset: Dataset;
  /** The dates. */
  dates: Dates;
  /** Actors, instruments, actions, areas and domains. */
  nodes: NetworkNode[];
  /** [`SCHEMA`]. */
  schema: string;
  /** Ties. */
  ties: Tie[];
};

/** A node. */
export type NetworkNode = {
  /** Id: ISO 3166-1 alpha-3 for countries. */
  id: string;
  /** ISO 3166-1 alpha-3 of a country. */
  iso3?: string;
  /** hub, member-state, partner, grouping, forum, programme, instrument, action, area, domain. */
  kind: string;
  /** Link level of a forum. */
  level?: string;
  /** Names. */
  names: Label;
  /** What must be said of it. */
  note?: Label;
  /** Region of a country (UN M49). */
  region?: Label;
  /** Stratum of a country. */
  stratum?: string;
};

/** What could not be established. */
export type Open = {
  /** Id. */
  id: string;
  /** In words. */
  statement: Label;
  /** The tie. */
  tie?: string;
};

/** A choice found by looking at all. */
export type Optimum = {
  /** How many choices are as good. */
  choices: number;
  /** Gaps closed. */
  closed: number;
  /** One of them, as edits. */
  edits: string[];
  /** In words. */
  text: Label;
};

/** The overlap of two kinds against chance. */
export type Overlap = {
  /** Holders of both. */
  both: number;
  /** Mean by chance; null without replicates, as all that follows. */
  expected: number | null;
  /** Holders of each. */
  holders: [number, number];
  /** Codes of the two kinds. */
  kinds: [string, string];
  /** Two-sided p. */
  p: number | null;
  /** After Holm's correction over all pairs. */
  p_holm: number | null;
  /** beyond (more or less than chance explains: p after Holm at most 5 %), within, or undecided: too few replicates to say either. */
  verdict: string;
  /** Standard score; none when chance does not vary. */
  z: number | null;
};

/** Partners against columns, with what a picture or a report needs beside the cells.  Rows stand by stratum (enlargement, neighbourhood, others, and last the groupings), then like the columns by fill: most cells running and named first, then most planned, then most through a grouping, then fewest established absences, then by id. Sorting both margins by fill packs a nested matrix towards one corner, so that a hole in it shows. */
export type PartnersMatrix = {
  /** The columns. */
  against: string;
  /** The command that recomputes it. */
  command: string;
  /** Dataset. */
  dataset: Dataset;
  /** Dates. */
  dates: Dates;
  /** Names of the groupings that reach a row, by id. */
  groupings: Named[];
  /** Every closed list that a cell cites. */
  lists: List[];
  /** The cells. */
  matrix: Matrix;
  /** What was chosen; nothing for everything. */
  selection?: Chosen[];
  /** The stratum of each row: member-state, enlargement, neighbourhood, others or groupings. */
  strata: string[];
  /** Every tie that a cell cites. */
  ties: Tie[];
  /** The rows. */
  units: string;
  /** Known actions that name no country and no grouping: outside every cell. */
  without_partner: number;
};

/** A participant and its own part. */
export type Party = {
  /** Areas of its part. */
  areas: string[];
  /** Domains of its part. */
  domains: string[];
  /** Indices into the tie's evidence that speak of it. */
  evidence: number[];
  /** Node id. */
  id: string;
  /** Where an action names it. */
  places?: string[];
  /** Its state on the date. */
  state: string;
};

/** A passage with its marks. */
export type Passage = {
  /** Locator. */
  at: string;
  /** Byte after the last. */
  end: number;
  /** front, heading, paragraph, example, note, cell, recital or point. */
  kind: string;
  /** What of it is cited. */
  marks: Mark[];
  /** The locator in words. */
  place: Label;
  /** First byte. */
  start: number;
  /** The words. */
  text: string;
};

/** A shortest path in words. */
export type Path = {
  /** The command that recomputes it. */
  command: string;
  /** Number of shortest paths. */
  count: number;
  /** Dataset. */
  dataset: Dataset;
  /** Dates. */
  dates: Dates;
  /** From. */
  from: string;
  /** Number of steps; null when there is no path. */
  length: number | null;
  /** The shortest paths shown. */
  paths: Step[][];
  /** The answer in one sentence. */
  text: Label;
  /** To. */
  to: string;
};

/** The change of a direction on one perimeter. */
export type PerimeterChange = {
  /** Values that changed. */
  changed: ChangeLine[];
  /** Gaps that closed. */
  closed: ChangeLine[];
  /** Counts before and after. */
  counts: Tally[];
  /** The change in one sentence. */
  headline: Label;
  /** frozen or live. */
  id: string;
  /** What it means. */
  label: Label;
  /** Gaps that opened. */
  opened: ChangeLine[];
};

/** Actions in a phase. */
export type PhaseCount = {
  /** In words. */
  label: Label;
  /** How many. */
  n: number;
  /** Out of. */
  of: number;
  /** Phase. */
  phase: string;
};

/** What went wrong, for a person and for a program. */
export type Problem = {
  /** What exactly, and what would be right. */
  detail: string;
  /** The parameter meant, if one is. */
  parameter?: string;
  /** HTTP status. */
  status: number;
  /** What kind of problem. */
  title: string;
};

/** A partner's profile. */
export type Profile = {
  /** Where the documents describe it without a tie. */
  card: Evidence[];
  /** The command that recomputes it. */
  command: string;
  /** Numbers with their denominators. */
  counts: Count[];
  /** Dataset. */
  dataset: Dataset;
  /** Dates. */
  dates: Dates;
  /** In one sentence. */
  headline: Label;
  /** What the reader must not conclude. */
  limits: Label[];
  /** Its row of the coverage matrices. */
  matrices: Matrix[];
  /** The partner. */
  node: NetworkNode;
  /** Instruments, actions, groupings, forums, trade, security, silence, established absences. */
  sections: Section[];
};

/** A count under every coding. */
export type RangeCount = {
  /** The number as coded, and its denominator. */
  base: [number, number];
  /** Number and denominator under each coding, in the order of the codings. */
  by_coding: [number, number][];
  /** deepen, enlarge, connect or secure. */
  goal: string;
  /** What it counts. */
  id: string;
  /** In words. */
  label: Label;
  /** Smallest number. */
  least: number;
  /** Largest number. */
  most: number;
};

/** All measures on one graph. */
export type Rank = {
  /** The command that recomputes it. */
  command: string;
  /** Dataset. */
  dataset: Dataset;
  /** Dates. */
  dates: Dates;
  /** Edges. */
  edges: number;
  /** actors or incidence. */
  graph: string;
  /** Cards of the measures, in the order of `values`. */
  measures: Card[];
  /** Nodes and edges. */
  nodes: number;
  /** What the reader must know. */
  notes: Label[];
  /** What the loss of records does to each measure, when replicates were asked for. */
  robustness?: Robustness;
  /** Rows; the hub first, then actors by id. */
  rows: RankRow[];
  /** The graph in words. */
  title: Label;
  /** Why a measure is undefined on this graph, by its id. */
  undefined: Undefined[];
};

/** One actor's values. */
export type RankRow = {
  /** Actor id. */
  id: string;
  /** Kind of actor. */
  kind: string;
  /** Names. */
  names: Label;
  /** Rank in each measure, from 1, ties sharing the better rank; null for the hub, which is set apart, and where undefined. */
  ranks: (number | null)[];
  /** Value of each measure; null where undefined. */
  values: (number | null)[];
};

/** Where a candidate comes under all weightings k/24 of the criteria. */
export type Ranks = {
  /** Best rank. */
  best: number;
  /** Weightings under which it is first. */
  first: number;
  /** Median rank. */
  median: number;
  /** Weightings under which it is among the first five. */
  top: number;
  /** Number of weightings. */
  weightings: number;
  /** Worst rank. */
  worst: number;
};

/** A document with all its passages. */
export type Reader = {
  /** The card. */
  document: DocumentCard;
  /** Passages in the order of the text. */
  passages: Passage[];
};

/** What an additional source says of a tie. */
export type Remark = {
  /** Place in the text. */
  at: Label;
  /** Id of the check or change. */
  record: string;
  /** A few of its words, not machine-checked. */
  short_quote?: string;
  /** The text. */
  source: Source;
  /** The state that it gives. */
  state: string;
  /** In our words. */
  statement: Label;
};

/** How finely a number of replicates can tell an overlap from chance. */
export type Resolution = {
  /** Whether some pair could come to 5 % after Holm with these replicates. */
  decides: boolean;
  /** The smallest p that these replicates can give. */
  least_p: number;
  /** The same after Holm. */
  least_p_holm: number;
  /** The fewest replicates that can decide. */
  needed: number;
  /** Pairs over which Holm corrects. */
  pairs: number;
  /** The verdict in words, with what these replicates can tell. */
  text: Label;
};

/** How the rankings survive the deletion of records. */
export type Robustness = {
  /** Number of replicates. */
  replicates: number;
  /** Seed; replicate r uses seed + r. */
  seed: number;
  /** One entry per measure and share. */
  stability: Stability[];
  /** What counts as the top. */
  top: number;
};

/** What was found. */
export type Search = {
  /** Dataset. */
  dataset: Dataset;
  /** The places in the order of the documents; the first of them where there are very many. */
  hits: Hit[];
  /** In how many passages. */
  passages: number;
  /** What was looked for. */
  query: string;
  /** In how many places it stands. */
  total: number;
};

/** A list. */
export type Section = {
  /** Id. */
  id: string;
  /** Lines. */
  lines: Line[];
  /** What the list means and leaves out. */
  note: Label;
  /** Title. */
  title: Label;
};

/** An actor that moves by a measure. */
export type Shift = {
  /** Actor. */
  actor: string;
  /** Measure id. */
  measure: string;
  /** Names. */
  names: Label;
  /** Rank before and after; none for the hub, where undefined, and outside the graph. */
  ranks: [number | null, number | null];
  /** Value before and after. */
  values: [number | null, number | null];
};

/** One of the two readings. */
export type Side = {
  /** Dates. */
  dates: Dates;
  /** Digest of the dataset. */
  digest: string;
  /** What it is called. */
  label: Label;
  /** Version of the dataset. */
  version: string;
};

/** A public text outside the dataset. */
export type Source = {
  /** Address. */
  address?: string;
  /** high or medium. */
  certainty: string;
  /** When it was read. */
  checked: string;
  /** When it was published, as precisely as that is known. */
  date: string;
  /** Id. */
  id: string;
  /** joint-statement, press-release, council-outcome, agreement, registry or press. */
  kind: string;
  /** Language. */
  language: string;
  /** What was not checked. */
  not_checked?: Label;
  /** Publisher. */
  publisher: Label;
  /** How it was read. */
  read: Label;
  /** Title, in the language of the text. */
  title: string;
};

/** A measure under the deletion of a share of the records. */
export type Stability = {
  /** Share of replicates in which the measure is defined. */
  defined: number;
  /** Records deleted in each replicate. */
  deleted: number;
  /** The ranking is fragile: the 5 % quantile of τ is below 0.7, or no order can be compared. */
  fragile: boolean;
  /** Measure id. */
  measure: string;
  /** For each actor, the best and the worst rank that it takes in the whole network and in the replicates, of these without the best and the worst 5 % in which it has one. */
  places: [string, [number, number]][];
  /** Records in all. */
  records: number;
  /** Share of records deleted. */
  share: number;
  /** For each actor of the top: the share of replicates in which it stays there. */
  stays: [string, number][];
  /** 5 % quantile, median and 95 % quantile of Kendall's τ. */
  tau: [number, number, number] | null;
};

/** What is served, and what keeps a newer dataset from being served. */
export type Status = {
  /** Digest of the dataset served. */
  digest: string;
  /** The faults of the newer dataset; none when what is served is the newest. */
  faults: Fault[];
  /** Version of the program. */
  program: string;
  /** Since when this is so, in UTC; empty where nothing is watched. */
  since: string;
  /** Version of the dataset served. */
  version: string;
  /** Whether the folder is watched for changes. */
  watching: boolean;
};

/** One step of a path. */
export type Step = {
  /** Quotations. */
  evidence: Evidence[];
  /** The forums it goes by. */
  forums?: string[];
  /** From. */
  from: string;
  /** In words. */
  text: Label;
  /** The ties it goes by; a forum's own ties when it goes by a forum. */
  ties: string[];
  /** To. */
  to: string;
};

/** A count on both sides. */
export type Tally = {
  /** After: number and denominator. */
  after: [number, number];
  /** Before: number and denominator. */
  before: [number, number];
  /** What it counts. */
  id: string;
  /** In words. */
  label: Label;
};

/** A tie. */
export type Tie = {
  /** What additional sources say of it: not machine-checked, there only when they are switched on. */
  additional?: Remark[];
  /** Areas. */
  areas: string[];
  /** Of a list of members that is known to be incomplete: their number is a minimum. */
  at_least?: boolean;
  /** It has no date of beginning, and the day read lies before the first document that states it: whether it existed by then is not said. */
  beginning_unknown?: boolean;
  /** Of such a tie, whose state on the day is not told: the state that the text states, without a date. */
  by_text?: string;
  /** Calendar cell, verbatim. */
  calendar?: string;
  /** The kind of instrument that an action amounts to. */
  carries?: string;
  /** stated, derived or structural. */
  class: string;
  /** The source's calendar contradicts its words. */
  date_conflict: boolean;
  /** The state that a reader could give it instead, for the reason in its note; the robustness counts with it too. */
  disputed?: string;
  /** Domains. */
  domains: string[];
  /** Quotations. */
  evidence: Evidence[];
  /** Number of the example. */
  example?: number;
  /** Id. A derived tie is `ID>MEMBER`, a structural one `MEMBER-GROUP`. */
  id: string;
  /** Of a part of a forum without a list of members of its own: the whole, whose members are taken to sit there too. */
  inferred_from?: string;
  /** Code of the kind. */
  kind: string;
  /** Legs. */
  legs: string[];
  /** The level at which the participants sit with each other. */
  meeting?: string;
  /** Names. */
  names: Label;
  /** Coding decision and reason; in the API with the tie alone, not in a network. */
  note?: Label;
  /** All participants, the EU included: node ids. */
  participants: string[];
  /** The participants beside the EU with their own parts. */
  parties: Party[];
  /** cooperative or concern. */
  polarity: string;
  /** EU programmes involved. */
  programmes?: string[];
  /** Row of the annex. */
  row?: number;
  /** Ties that state the same fact. */
  same_as?: string[];
  /** Whom an action addresses without naming a partner. */
  scope?: string;
  /** The public source of a structural tie. */
  source?: string;
  /** State on the date. */
  state: string;
  /** When. */
  valid: Valid;
  /** The groupings through which a derived tie reaches its member. */
  via?: string[];
};

/** A tie that differs. */
export type TieChange = {
  /** State after. */
  after: string | null;
  /** Whether a scenario put it there or changed it. */
  assumed: boolean;
  /** State before. */
  before: string | null;
  /** The quotations that it rests on; none for an assumption. */
  evidence: Evidence[];
  /** Id. */
  id: string;
  /** The sentence. */
  text: Label;
};

/** A state that a public text outside the documents tells: not machine-checked, and in no count unless asked for. */
export type Told = {
  /** Its parties beside the EU. */
  actors: string[];
  /** From which day on. */
  from: string;
  /** Its kind. */
  kind: string;
  /** From which day on the text is out. */
  out: string;
  /** The state. */
  state: string;
  /** Id of the tie, be it one of the documents or not. */
  tie: string;
};

/** What other public texts tell of an actor since: not machine-checked. */
export type ToldOf = {
  /** The actor. */
  actor: string;
  /** The state that they tell, as of ties. */
  state: string;
  /** The state in words, with its day. */
  text: Label;
};

/** A measure without a value on this graph. */
export type Undefined = {
  /** Measure id. */
  measure: string;
  /** Why. */
  reason: Label;
};

/** One unit in the external check. */
export type UnitCheck = {
  /** The same for areas: gaps. */
  area_gaps: number;
  /** Areas that run by the text. */
  areas_closed: string[];
  /** Areas planned by the text. */
  areas_planned: string[];
  /** Those of which the text says that something runs. */
  closed: string[];
  /** Domains without a running, named action in the documents. */
  gaps: number;
  /** Those of which it says that something is planned. */
  planned: string[];
  /** The text; null when none is known by then. */
  source: Source | null;
  /** The unit. */
  unit: Named;
};

/** A unit of direction 1. */
export type UnitRobustness = {
  /** |A| */
  active: number;
  /** |A| under each coding; none where it is no unit. */
  by_coding: (number | null)[];
  /** Unit. */
  id: string;
  /** Names. */
  names: Label;
  /** N − |✗|: the most that cannot be excluded. */
  not_excluded: number;
  /** A cells that rest on one place alone: domain and place. */
  single_source: [string, string][];
  /** The one place on which its core instrument rests. */
  unit_single_source?: string;
};

/** When a tie holds: half-open days. */
export type Valid = {
  /** When the next state is expected, as the source gives it. */
  expected?: string;
  /** First day; null when the source gives none. */
  from: string | null;
  /** day, month, quarter or year: the coarser of the two; null when neither is given. */
  precision: string | null;
  /** The day after the last; null when open. */
  to: string | null;
};
