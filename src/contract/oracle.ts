import type { Message } from "./item.js";

/**
 * The steps of Crome's procedure (arXiv 2506.16507) that a language model is asked for, each a prompt file of that name in
 * rubrics/oracle/. `merge` makes one list of the attributes of many prompts; `rewrite` is every neutral rewriting.
 */
export const ORACLE_STEPS = [
  "attributes",
  "merge",
  "grade",
  "degrade",
  "upgrade",
  "paraphrase",
  "can",
  "rewrite",
  "verify",
] as const;
export type OracleStep = (typeof ORACLE_STEPS)[number];

/** What a prompt file is filled with: plain JSON. Replay finds recorded answers by step and inputs. */
export type OracleInputs = Readonly<Record<string, unknown>>;

/** How the answer is drawn. */
export interface OracleSampling {
  readonly temperature: number;
  /** Most tokens of the answer. */
  readonly maxTokens: number;
  /** Sent to servers that know a seed. */
  readonly seed: number;
}

/** One question to a language model. */
export interface OracleRequest {
  readonly step: OracleStep;
  readonly inputs: OracleInputs;
  readonly messages: readonly Message[];
  /** JSON Schema of the answer, for servers that can hold a model to it. */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly sampling: OracleSampling;
}

/** What came back, unread. */
export interface OracleReply {
  readonly text: string;
  /** `length`: cut at maxTokens. `refused`: the server says that the model declined. */
  readonly finish: "stop" | "length" | "refused";
  /** The model's name as the server gives it; empty where it gives none. */
  readonly servedModel: string;
  /** null where nobody counted. */
  readonly promptTokens: number | null;
  readonly completionTokens: number | null;
  /** Requests it took, retries included. */
  readonly attempts: number;
  /** From the first request to the reply. */
  readonly milliseconds: number;
}

/** Everything that changes what an oracle answers; its digest is the oracle's key. Nothing secret ever stands here. */
export interface OracleIdentity {
  /** Name of its kind: openai, local, replay, scripted. */
  readonly kind: string;
  /** The model's name. */
  readonly model: string;
  /** Where it is served, without user, password and query; empty where nothing is served. */
  readonly address: string;
  /** File name -> SHA-256, of models and records read from a folder. */
  readonly files: Readonly<Record<string, string>>;
  /** What a reader must know of who answers ("written by hand"); empty for a language model. */
  readonly note: string;
}

/** A language model, or what stands for one. */
export interface Oracle {
  readonly key: string;
  readonly identity: OracleIdentity;
  /** Questions that may be open at once. */
  readonly concurrency: number;
  /**
   * Errors: TARE_ORACLE_UNREACHABLE, TARE_ORACLE_KEY, TARE_ORACLE_MODEL, TARE_ORACLE_BUSY, TARE_ORACLE_TIMEOUT,
   * TARE_ORACLE_ANSWER (what came is no chat completion), TARE_ORACLE_NOT_RECORDED, TARE_INTERRUPTED.
   */
  ask(request: OracleRequest, signal: AbortSignal): Promise<OracleReply>;
  close(): Promise<void>;
}

export interface OracleOptions {
  /** Folder against which relative paths are resolved. */
  readonly cwd: string;
  /** Name of the model at a served address. */
  readonly model: string | undefined;
  /** Most open questions; each kind has its own where left out. */
  readonly concurrency?: number | undefined;
  /** Seconds to wait for one answer. */
  readonly timeout?: number | undefined;
  /** Requests after one that failed in a way that may pass (429, 5xx, a lost connection); 6 where left out. */
  readonly retries?: number | undefined;
  /** The environment variable that holds the key of a served model; TARE_ORACLE_KEY where left out. */
  readonly keyFrom?: "TARE_ORACLE_KEY" | "TARE_VERIFIER_KEY" | undefined;
  /** Told once of each thing that a server does not know and is asked without. */
  readonly warn?: ((text: string) => void) | undefined;
  /** Where a local model runs, and which of its graphs; as for reward models. */
  readonly device?: string | undefined;
  readonly dtype?: string | undefined;
}

/** One file of src/oracle/kinds/ declares one; its name is the file's. */
export interface OracleKind {
  readonly name: string;
  readonly summary: string;
  /** How a user names one, e.g. `local:DIR`. */
  readonly usage: string;
  /** More for `tare explain`, one line each. */
  readonly details?: readonly string[];
  /** Opens what `spec` (the part after `name:`, or the URL) describes. Errors: TARE_ORACLE_SPEC and those of its files. */
  open(spec: string, options: OracleOptions): Promise<Oracle>;
}

export function defineOracle(kind: Omit<OracleKind, "name">): Omit<OracleKind, "name"> {
  return Object.freeze(kind);
}
