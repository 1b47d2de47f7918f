import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { TareError } from "../../errors.js";
import { readAhead } from "./read-ahead.js";

/** The two bytes every gzip member starts with (RFC 1952, section 2.3.1). */
const MAGIC = Buffer.from([0x1f, 0x8b]);

/** Decompresses what is gzip by its first bytes, whatever its name; passes on the rest. Throws TARE_DATA_GZIP. */
export async function* gunzipped(bytes: AsyncIterable<Buffer>, name: string): AsyncGenerator<Buffer> {
  const ahead = await readAhead(bytes, (head) => head.length >= MAGIC.length);
  if (!ahead.head.subarray(0, MAGIC.length).equals(MAGIC)) {
    yield* ahead.bytes;
    return;
  }
  // A failure reaches the loop below through `inflated`, which the pipeline destroys with it.
  const inflated = pipeline(Readable.from(ahead.bytes), createGunzip(), () => {});
  try {
    for await (const chunk of inflated) yield chunk;
  } catch (cause) {
    if (!isZlibError(cause)) throw cause;
    throw new TareError("TARE_DATA_GZIP", `it cannot be decompressed: ${cause.message}`, {
      where: name,
      cause,
    });
  }
}

function isZlibError(error: unknown): error is Error {
  return error instanceof Error && ((error as NodeJS.ErrnoException).code ?? "").startsWith("Z_");
}
