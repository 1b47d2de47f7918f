import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { ErrorCode } from "../../error-codes.js";
import { ERROR_CODES } from "../../error-codes.js";

const STATUS: Partial<Record<ErrorCode, ContentfulStatusCode>> = {
  TARE_VIEW_TOKEN: 403,
  TARE_VIEW_ORIGIN: 403,
  TARE_VIEW_METHOD: 405,
  TARE_VIEW_PAGE: 404,
  TARE_NO_RUN: 404,
  TARE_UNKNOWN_NAME: 404,
  TARE_DB_BUSY: 503,
  TARE_DB_DAMAGED: 500,
  TARE_DB_FOREIGN: 500,
  TARE_DB_MISSING: 500,
};

/** The HTTP status of a failure: 4xx what whoever asks can mend, 5xx what lies with the database or with us. */
export function statusOf(code: ErrorCode): ContentfulStatusCode {
  return STATUS[code] ?? (ERROR_CODES[code].exit === 2 ? 400 : 500);
}
