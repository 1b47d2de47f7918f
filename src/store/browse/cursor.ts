import { TareError } from "../../errors.js";

/** Where a page ends: the values of its last row that it is sorted by, then its key. */
export type Place = readonly (string | number)[];

export function writeCursor(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

/** Throws TARE_USAGE for what no page of this kind gave. */
export function readCursor(cursor: string, shape: readonly ("string" | "number")[]): Place {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    if (
      Array.isArray(place) &&
      place.length === shape.length &&
      shape.every((type, at) => typeof place[at] === type)
    )
      return place;
  } catch {} // told below
  throw new TareError("TARE_USAGE", "this page is not one that was given: its cursor cannot be read", {
    fix: "Begin at the first page again.",
  });
}
