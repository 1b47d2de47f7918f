import type { Moved } from "./verified.js";

/** A question behind an intervention. */
export interface Behind {
  /** The step; of a verification with the order: `verify base first`, `verify variant first`. */
  readonly part: string;
  /** Key of the call. */
  readonly call: string;
}

/** What an oracle was to make of an item for one operator, and what came of it. */
export interface Intervention {
  /** `oracle:degrade`, `oracle:double/shorter` */
  readonly operator: string;
  /** Index of the answer that it started from; where two answers are compared, of the better one. */
  readonly position: number;
  /** The attribute that was to move; empty for a neutral change. */
  readonly attribute: string;
  /** Why there is no pair; empty where it was verified. */
  readonly reason: string;
  /** The same in words, or what the oracle says that it changed. */
  readonly detail: string;
  /** Responses, under the item's prompt; undefined where it came to no pair. */
  readonly pair: { readonly base: string; readonly variant: string } | undefined;
  /** Share of attributes on which the verifier said the same in both orders; undefined where it was not asked. */
  readonly agreement: number | undefined;
  readonly behind: readonly Behind[];
}

/** A pair that awaits the verifier. */
export interface Draft {
  readonly base: string;
  readonly variant: string;
  /** Undefined for a neutral change. */
  readonly moved?: Moved;
  /** What the oracle says that it changed. */
  readonly detail: string;
}

/** Why an intervention came to nothing, and how far it came. */
export interface Refusal {
  readonly refused: string;
  readonly detail: string;
  readonly attribute?: string;
  readonly pair?: Intervention["pair"];
}

export function refuse(refused: string, detail = ""): Refusal {
  return { refused, detail };
}

/** No answer of an oracle has such a field. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === "object" && value !== null && "refused" in value;
}
