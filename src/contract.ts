/**
 * The nouns of tare as types, and the functions that declare an extension.
 * This file imports nothing: every room may depend on it, it depends on none.
 */

/** One turn of a conversation. */
export interface Message {
  readonly role: string;
  readonly content: string;
}

/** What a reward model reads: a prompt (one or more messages) and one response to it. */
export interface Text {
  readonly messages: readonly Message[];
  readonly response: string;
}

/** `chosen`/`rejected` where the data has a preference, `response` where it has none. */
export type ResponseRole = "chosen" | "rejected" | "response";

export interface ItemResponse {
  readonly role: ResponseRole;
  readonly text: string;
  /** A named variant of the same role, e.g. RM-Bench's `concise`, `plain`, `markdown`; empty elsewhere. */
  readonly style: string;
}

/** Where a record came from; never part of an identity. */
export interface Where {
  readonly file: string;
  /** 1-based line (JSONL) or record number (JSON array). */
  readonly line: number;
}

/** What a format reads from one record, before it has an identity. */
export interface ItemDraft {
  readonly prompt: readonly Message[];
  readonly responses: readonly ItemResponse[];
  /** The part of the data set this item belongs to; empty where the data has none. */
  readonly subset: string;
}

/** One prompt with its responses. `id` and `promptKey` come from content alone. */
export interface Item extends ItemDraft {
  readonly id: string;
  readonly promptKey: string;
}

// ---------------------------------------------------------------- augmentations

/**
 * What the reward should do when base becomes variant:
 * `lower` (degradation), `higher` (upgrade), `same` (two-sided invariance), `not-higher` (a hack may not pay).
 */
export type Expectation = "same" | "lower" | "higher" | "not-higher";

/** A seeded stream of numbers; see random.ts. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform integer in [0, below). */
  integer(below: number): number;
  /** One element; throws on an empty list. */
  pick<T>(list: readonly T[]): T;
  /** A shuffled copy. */
  shuffle<T>(list: readonly T[]): T[];
}

/** Text that may be borrowed from other items of the run. */
export interface Corpus {
  /** The donor for this pair among items with another prompt, by rendezvous hashing; undefined if there is none. */
  donor(): Text | undefined;
}

export interface AugmentationContext {
  readonly random: Random;
  readonly corpus: Corpus;
  /** One of the operator's `doses`, or undefined where it has none. */
  readonly dose: number | undefined;
}

/** "Does not apply" is a value: counted by `reason` (kebab-case, few distinct), never a pass. */
export interface Skip {
  readonly skip: string;
}

/** Kinds of text an operator promises to leave byte-equal. */
export type Preserved = "code" | "math" | "urls" | "numbers" | "names";

export interface ExampleText {
  readonly prompt?: string;
  readonly response: string;
}

/** An example is test, documentation and preview at once. Random streams are seeded by the example's own text. */
export interface Example extends ExampleText {
  readonly dose?: number;
  /** For pairing operators: the rejected response. */
  readonly rejected?: string;
  /** Donor the corpus offers. */
  readonly donor?: ExampleText;
  /** The new response (operators that change the response). */
  readonly becomes?: string;
  /** The two texts compared (operators that change the pairing or the prompt). */
  readonly compares?: { readonly base: ExampleText; readonly variant: ExampleText };
  /** The reason for which the operator does not apply. */
  readonly skips?: string;
}

interface AugmentationCommon {
  /** One line: what it does to the text. */
  readonly summary: string;
  /** Raised whenever the same input can give another output. */
  readonly version: number;
  readonly expects: Expectation;
  /** The causal attribute or the spurious family it moves. */
  readonly attribute: string;
  /** In words: which inputs it takes. */
  readonly applies: string;
  /** `any`, or the languages (ISO 639-1) it is valid in. */
  readonly languages: "any" | readonly string[];
  readonly preserves: readonly Preserved[];
  /** Variant and base must share at least this much (see guard `too-different`), 0 to 1. */
  readonly minimumSimilarity?: number;
  /** Ordered strengths; each becomes `name@dose`. */
  readonly doses?: readonly number[];
  /** Paper, benchmark or reasoning, and licence where data was taken over. */
  readonly source: string;
  readonly examples: readonly Example[];
}

export interface ResponseAugmentation extends AugmentationCommon {
  readonly changes: "response";
  /** Returns the new response, or why it does not apply. Never mutates, never returns its input. */
  apply(text: Text, context: AugmentationContext): string | Skip;
}

export interface PairingAugmentation extends AugmentationCommon {
  readonly changes: "pairing";
  /** Returns the two texts to compare. `rejected` is undefined where the item has none. */
  apply(
    input: { readonly chosen: Text; readonly rejected: Text | undefined },
    context: AugmentationContext,
  ): { readonly base: Text; readonly variant: Text } | Skip;
}

export type AugmentationSpec = ResponseAugmentation | PairingAugmentation;

/** A discovered operator; `name` is its file name. */
export type Augmentation = AugmentationSpec & { readonly name: string };

/** Declares an operator: the default export of one file in `augmentations/`. */
export function defineAugmentation<T extends AugmentationSpec>(spec: T): T {
  return Object.freeze(spec);
}

export function skip(reason: string): Skip {
  return { skip: reason };
}

export function isSkip(value: unknown): value is Skip {
  return typeof value === "object" && value !== null && "skip" in value;
}

/** A counterfactual pair, before the guards have seen it. */
export interface PairDraft {
  readonly augmentation: Augmentation;
  readonly dose: number | undefined;
  readonly item: Item;
  /** Index into `item.responses` of the response that was changed; for pairings, of the chosen one. */
  readonly response: number;
  readonly base: Text;
  readonly variant: Text;
}

/** Decides whether a pair is valid evidence. */
export interface Guard {
  readonly name: string;
  readonly summary: string;
  /** The detail of the refusal (may be empty), or undefined when the pair may stand. */
  refuses(pair: PairDraft, limits: GuardLimits): string | undefined;
}

export interface GuardLimits {
  /** Longest input of the scorer, in tokens. */
  readonly window: number;
  /** Response texts of the item and variants already made from it by the same operator. */
  readonly seen: ReadonlySet<string>;
}

export function defineGuard(guard: Guard): Guard {
  return Object.freeze(guard);
}

// ---------------------------------------------------------------- formats

export interface Format {
  /** Filled from the file name. */
  readonly name: string;
  readonly summary: string;
  /** Field names as published, for documentation. */
  readonly columns: string;
  /** Does this record look like mine? By columns and value types; the most specific format that says yes wins. */
  detects(record: Readonly<Record<string, unknown>>): boolean;
  /** Higher wins when several formats detect the same record. */
  readonly specificity: number;
  /** Throws a TareError that names the field; the reader adds file and line. */
  read(record: Readonly<Record<string, unknown>>): ItemDraft;
}

export function defineFormat(format: Omit<Format, "name">): Omit<Format, "name"> {
  return Object.freeze(format);
}

// ---------------------------------------------------------------- scorers

/** Everything that changes a scorer's raw numbers; its digest is the scorer's key. */
export interface ScorerIdentity {
  readonly kind: string;
  readonly name: string;
  readonly architecture: string;
  readonly dtype: string;
  readonly provider: string;
  /** `pair`, `chat` or `none`. */
  readonly input: string;
  readonly maxLength: number;
  readonly truncation: string;
  readonly batching: string;
  /** File name -> SHA-256, or formula/score file digest. */
  readonly files: Readonly<Record<string, string>>;
  /** Names of the heads; a single one for an ordinary reward model. */
  readonly heads: readonly string[];
}

/** A text made ready for scoring. */
export interface Prepared {
  readonly key: string;
  readonly text: Text;
  /** Input length in tokens, special tokens included, after truncation. */
  readonly tokens: number;
  readonly truncated: boolean;
  /** The scorer's own input, e.g. token ids. */
  readonly input: unknown;
}

export interface Scorer {
  readonly key: string;
  readonly identity: ScorerIdentity;
  /** Most tokens (rows x longest) a batch may hold; 1 means one text a batch. */
  readonly tokenBudget: number;
  /** Tokenises; cheap, runs in this process. */
  prepare(key: string, text: Text): Prepared;
  /** Raw logits, one array (length = heads) a text, in order. Not finite values are passed through. */
  score(batch: readonly Prepared[]): Promise<readonly (readonly number[])[]>;
  /** The same with every row padded to `length` tokens: for measuring what padding moves. Absent where nothing is padded. */
  scorePadded?(batch: readonly Prepared[], length: number): Promise<readonly (readonly number[])[]>;
  /** Milliseconds the bare session has run so far (0 where there is none). */
  sessionMilliseconds(): number;
  close(): Promise<void>;
}

export interface ScorerOptions {
  /** Folder against which relative paths are resolved. */
  readonly cwd: string;
  readonly threads?: number;
  /** Longest input in tokens, where the user wants less than the model can take. */
  readonly maxLength?: number;
  /** What goes when a text is too long: the response's end (closing and special tokens stay), or the right end of the ids. */
  readonly truncation?: "response-end" | "right";
}

export interface ScorerKind {
  readonly name: string;
  readonly summary: string;
  /** How a user names one, e.g. `scripted:FORMULA`. */
  readonly usage: string;
  /** Opens the scorer that `spec` (the part after `name:`) describes. */
  open(spec: string, options: ScorerOptions): Promise<Scorer>;
}

export function defineScorer(kind: Omit<ScorerKind, "name">): Omit<ScorerKind, "name"> {
  return Object.freeze(kind);
}

// ---------------------------------------------------------------- effects and verdicts

/** What an effect speaks of, from the rubric's attribute down to one dose of one operator. */
export type EffectScope = "ranking" | "attribute" | "augmentation" | "dose";

/**
 * Names of the statistics tare computes. In within-prompt SDs (z): `effect`, `bias`, `dispersion`.
 * Shares in [0, 1]: the others, but for `slope` (z per doubling of tokens).
 */
export type Metric =
  | "correct-direction"
  | "effect"
  | "bias"
  | "dispersion"
  | "tail-share"
  | "flip-rate"
  | "net-flip-rate"
  | "attack-success"
  | "net-attack-success"
  | "accuracy"
  | "accuracy-before"
  | "accuracy-after"
  | "accuracy-drop"
  | "relative-dispersion"
  | "slope"
  | "standardised-effect"
  | "rank-biserial"
  | "sign-flip";

/** One statistic of one scope. `estimate`, `lower` and `upper` are null where nothing can be computed; `reason` says why. */
export interface Effect {
  readonly scope: EffectScope;
  readonly attribute: string;
  /** Empty for the scopes `ranking` and `attribute`. */
  readonly augmentation: string;
  readonly dose: number | null;
  readonly metric: Metric;
  readonly estimate: number | null;
  /** One-sided bounds at 1 - alpha each (together a 1 - 2 alpha interval). */
  readonly lower: number | null;
  readonly upper: number | null;
  readonly alpha: number;
  readonly method: string;
  /** p value of the metric's own diagnostic test, where it has one. */
  readonly p: number | null;
  /** Pairs (for order metrics: chosen x rejected comparisons). */
  readonly n: number;
  /** Distinct prompts. */
  readonly clusters: number;
  readonly effectiveN: number | null;
  readonly icc: number | null;
  /** Pairs within twice the noise floor. */
  readonly ties: number;
  /** Why there is no interval; empty where there is one. */
  readonly reason: string;
}

export type VerdictWord = "pass" | "fail" | "inconclusive";
export type Severity = "error" | "warn";
export type RuleKind = "causal" | "spurious" | "ranking";

/** One promise of a rubric: a metric of an attribute held against a bound. */
export interface Claim {
  /** Unique within the rubric, e.g. `length/bias`. */
  readonly id: string;
  readonly kind: RuleKind;
  readonly attribute: string;
  readonly metric: Metric;
  /** `at-least`: the truth must lie above; `at-most`: below; `within`: inside [-bound, bound]. */
  readonly comparison: "at-least" | "at-most" | "within";
  readonly bound: number;
  readonly severity: Severity;
  readonly why: string;
}

export interface Verdict {
  readonly claim: Claim;
  readonly verdict: VerdictWord;
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** p value of "the truth lies on the bad side", by inversion of the interval; null where it cannot be had. */
  readonly pFail: number | null;
  /** Holm-adjusted over all error-severity claims of the gate. */
  readonly pFailHolm: number | null;
  readonly n: number;
  readonly clusters: number;
  /** In words: the number that decided, or what is missing. */
  readonly because: string;
}

// ---------------------------------------------------------------- what a report sees

export interface CoverageRow {
  readonly attribute: string;
  readonly augmentation: string;
  readonly dose: number | null;
  readonly expects: Expectation;
  /** Valid pairs that entered the statistics. */
  readonly applied: number;
  /** Pairs that did not, by reason. */
  readonly skipped: Readonly<Record<string, number>>;
}

export interface RunView {
  readonly run: string;
  readonly database: string;
  readonly state: string;
  readonly data: { readonly files: readonly string[]; readonly items: number; readonly prompts: number };
  readonly seed: number;
  readonly rubric: { readonly name: string; readonly digest: string; readonly why: string };
  readonly scorer: ScorerIdentity & { readonly key: string };
  readonly texts: { readonly scored: number; readonly truncated: number };
  /** Score SDs; `within` is null with one response a prompt. `used` names the ruler of z. */
  readonly scale: { readonly within: number | null; readonly overall: number | null; readonly used: string };
  readonly noise: { readonly floor: number; readonly texts: number; readonly cause: string } | null;
  readonly coverage: readonly CoverageRow[];
  readonly effects: readonly Effect[];
  readonly verdicts: readonly Verdict[];
  readonly verdict: VerdictWord;
  /** How often a gate was evaluated on this rubric and data, this time included. */
  readonly look: number;
  readonly createdAt: string;
}

/** A pure function of a RunView (or several, one a model). */
export interface Report {
  readonly name: string;
  readonly summary: string;
  render(views: readonly RunView[], options: ReportOptions): string;
}

export interface ReportOptions {
  readonly color: boolean;
  readonly width: number;
}

export function defineReport(report: Omit<Report, "name">): Omit<Report, "name"> {
  return Object.freeze(report);
}

/** Where stages say how far they are; rendering is the commands' business. */
export interface Progress {
  /** `done` of `total` (0 = unknown); `note` is short and may change. */
  update(stage: string, done: number, total: number, note?: string): void;
  /** A line that stays. */
  say(line: string): void;
  end(): void;
}
