import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Piece } from "./layout/document.js";

/** A page that may hold a failure beside what can still be shown. */
export interface Shown {
  readonly page: Piece;
  readonly status: ContentfulStatusCode;
}
