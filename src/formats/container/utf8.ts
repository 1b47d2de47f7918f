import { TareError } from "../../errors.js";

export interface Utf8 {
  /** The text of all bytes given. Throws the code at `place`. */
  whole(bytes: Buffer, place: string): string;
  /** The same for a part that may end inside a character, whose rest comes with the next part. */
  part(bytes: Buffer, place: string): string;
}

/** Invalid bytes are an error, not silently U+FFFD; a byte order mark at the start is dropped. */
export function utf8(code: "TARE_DATA_NOT_JSON" | "TARE_DATA_CSV" = "TARE_DATA_NOT_JSON"): Utf8 {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  function decode(bytes: Buffer, place: string, stream: boolean): string {
    try {
      return decoder.decode(bytes, { stream });
    } catch (cause) {
      throw new TareError(code, "not UTF-8: a byte here belongs to no character", {
        where: place,
        fix: "Save the file as UTF-8.",
        cause,
      });
    }
  }
  return {
    whole: (bytes, place) => decode(bytes, place, false),
    part: (bytes, place) => decode(bytes, place, true),
  };
}
