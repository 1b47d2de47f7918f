import { ERROR_CODES, type ErrorCode } from "./error-codes.js";

/** A failure tare can name: what happened, where, and what to do. */
export class TareError extends Error {
  readonly code: ErrorCode;
  /** File and line, model, record, table: whatever finds the culprit; empty if there is no place. */
  readonly where: string;
  readonly fix: string;
  readonly exit: number;

  constructor(code: ErrorCode, what: string, place: { where?: string; fix?: string; cause?: unknown } = {}) {
    super(what, place.cause === undefined ? undefined : { cause: place.cause });
    this.name = "TareError";
    this.code = code;
    this.where = place.where ?? "";
    this.fix = place.fix ?? ERROR_CODES[code].fix;
    this.exit = ERROR_CODES[code].exit;
  }

  /** The same failure with its place, for readers that know the line only afterwards. */
  at(where: string): TareError {
    return new TareError(this.code, this.message, { where, fix: this.fix, cause: this.cause });
  }
}

/** The sentences shown to the user: code, place, what, and what to do. */
export function describeError(error: TareError): string {
  const place = error.where === "" ? "" : `${error.where}: `;
  return `${error.code}  ${place}${error.message}\n  what to do: ${error.fix}`;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
