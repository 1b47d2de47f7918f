import type { ModelDescription } from "./description.js";
import type { Device, DeviceReport } from "./device.js";
import type { Text } from "./item.js";
import type { Dtype, Truncation, Warning } from "./reading.js";
import type { Batching, Tunable, Tuning } from "./tuning.js";

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
  /** Threads of the session; absent where there are none to set. */
  readonly threads?: number;
  readonly deviceReport?: DeviceReport;
  /** What to know of this model before believing its scores; absent where there is nothing. */
  readonly warnings?: readonly Warning[];
  /** The same model one text a batch, which is another identity. Absent where the user chose, or where it already is so. */
  alone?(): Scorer;
  /** What may be tried for speed beside what stands; absent where nothing is to be tried. */
  readonly tunable?: Tunable;
  /** The same scorer, retuned: with other threads on a session of its own, which it closes; else on the same one. */
  tuned?(tuning: Tuning): Promise<Scorer>;
  /** Batches that may be on their way at once, where more than the usual few are of use (a remote server). */
  readonly inFlight?: number;
  /** Tokenises; cheap, runs in this process. */
  prepare(key: string, text: Text): Prepared;
  /** Raw logits, one array (length = heads) a text, in order. Not finite values are passed through. */
  score(batch: readonly Prepared[]): Promise<readonly (readonly number[])[]>;
  /** The same with every row padded to `length` tokens: for measuring what padding moves. Absent where nothing is padded. */
  scorePadded?(batch: readonly Prepared[], length: number): Promise<readonly (readonly number[])[]>;
  /** Of a scorer that knows some texts only: how many of those prepared it can give no score. Absent where it scores any. */
  shortfall?(): { readonly missing: number; readonly of: number };
  /** How the model reads texts; absent where there is no model here to be described. */
  describe?(): ModelDescription;
  /** Milliseconds the bare session has run so far (0 where there is none). */
  sessionMilliseconds(): number;
  close(): Promise<void>;
}

export interface ScorerOptions {
  /** Folder against which relative paths are resolved. */
  readonly cwd: string;
  /** Threads of the session; measured if left out. */
  readonly threads?: number;
  readonly device?: Device;
  /** Number of the card, where the machine has several. */
  readonly deviceId?: number;
  readonly batching?: Batching;
  /** Most tokens of a batch; measured if left out. */
  readonly batchTokens?: number;
  /** Which graph of a folder; `#DTYPE` after the folder says the same. */
  readonly dtype?: Dtype;
  /** How prompt and response become one input: `auto`, `pair`, `chat`, or the path of a chat template. */
  readonly template?: string;
  /** Longest input in tokens, where the user wants less than the model can take. */
  readonly maxLength?: number;
  readonly truncation?: Truncation;
  /** Aborted: opening is given up (TARE_INTERRUPTED). What is open already is not touched. */
  readonly signal?: AbortSignal;
}

export interface ScorerKind {
  readonly name: string;
  readonly summary: string;
  /** More for `tare explain`, one line each. */
  readonly details?: readonly string[];
  /** How a user names one, e.g. `scripted:FORMULA`. */
  readonly usage: string;
  /** Opens the scorer that `spec` (the part after `name:`) describes. */
  open(spec: string, options: ScorerOptions): Promise<Scorer>;
}

export function defineScorer(kind: Omit<ScorerKind, "name">): Omit<ScorerKind, "name"> {
  return Object.freeze(kind);
}
