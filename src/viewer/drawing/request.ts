import type { Failed } from "../../store/ask/protocol.js";

/** A report to be drawn. */
export interface DrawingRequest {
  readonly path: string;
  /** Ids of complete runs. */
  readonly runs: readonly string[];
  /** YYYY-MM-DD: waivers end. */
  readonly today: string;
}

export type Drawn = { readonly type: "page"; readonly page: string } | Failed;
