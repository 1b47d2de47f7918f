import { TareError } from "../../errors.js";
import type { Reader } from "./parameters.js";

const MOST_CHARACTERS = 2000;

function wrong(what: string): TareError {
  return new TareError("TARE_VIEW_PARAMETER", what);
}

/** A short text without NUL, which SQLite would take for its end. */
export const text: Reader<string> = (value) => {
  if (value.length > MOST_CHARACTERS) throw wrong(`it is longer than ${MOST_CHARACTERS} characters`);
  if (value.includes("\0")) throw wrong("it holds a NUL character");
  return value;
};

export const yes: Reader<true> = (value) => {
  if (value !== "1") throw wrong(`it is 1 or left out, not ${JSON.stringify(value)}`);
  return true;
};

/** One of a few words. */
export function oneOf<const T extends string>(known: readonly T[]): Reader<T> {
  return (value) => {
    const found = known.find((word) => word === value);
    if (found === undefined) throw wrong(`it is one of ${known.join(", ")}, not ${JSON.stringify(value)}`);
    return found;
  };
}

/** A key, an id, or the beginning of one: hexadecimal digits. */
export const digits: Reader<string> = (value) => {
  if (!/^[0-9a-f]{1,64}$/.test(value)) throw wrong("it is not made of the digits 0-9 and a-f");
  return value;
};

/** A finite number. */
export const number: Reader<number> = (value) => {
  const read = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(value) ? Number(value) : Number.NaN;
  if (!Number.isFinite(read)) throw wrong(`it is not a number: ${JSON.stringify(value)}`);
  return read;
};

const MOST_SQL = 10_000;

/** A statement; forms send line breaks as CR LF. */
export const sql: Reader<string> = (value) => {
  if (value.length > MOST_SQL) throw wrong(`it is longer than ${MOST_SQL} characters`);
  if (value.includes("\0")) throw wrong("it holds a NUL character");
  return value.replaceAll("\r\n", "\n");
};
