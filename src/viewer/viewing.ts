import type { Store } from "../store/open.js";
import type { DrawingRequest } from "./drawing/request.js";

/** What the pages look at. */
export interface Viewing {
  /** Opened for reading alone. */
  readonly store: Store;
  /** The day, YYYY-MM-DD (UTC): waivers end. */
  readonly today: () => string;
  /** How long a query may take, in milliseconds. */
  readonly queryMs: number;
  /** Draws a report; it may take its time. */
  readonly draw: (request: DrawingRequest) => Promise<string>;
}
