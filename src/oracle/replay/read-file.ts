import { createHash, type Hash } from "node:crypto";
import { TareError } from "../../errors.js";
import { gunzipped } from "../../formats/container/gunzip.js";
import { readJsonLines } from "../../formats/container/json-lines.js";
import { readHeader, readLine } from "./line.js";
import { questionKey, type Recording } from "./recorded.js";

interface Held {
  readonly text: string;
  readonly line: number;
}

/** Reads recorded answers line by line, gzipped or not. Errors: TARE_ORACLE_REPLAY with file:line. */
export async function readReplay(bytes: AsyncIterable<Buffer>, name: string): Promise<Recording> {
  const answers = new Map<string, Held>();
  const hash = createHash("sha256");
  let header: { readonly model: string; readonly note: string } | undefined;
  for await (const { place, line, value } of readJsonLines(gunzipped(hashed(bytes, hash), name), name)) {
    try {
      if (header === undefined) {
        header = readHeader(value());
        continue;
      }
      const { step, inputs, text } = readLine(value());
      const key = questionKey(step, inputs);
      const before = answers.get(key);
      if (before !== undefined && before.text !== text)
        throw new Error(`another answer to the same ${step} question than in line ${before.line}`);
      if (before === undefined) answers.set(key, { text, line });
    } catch (error) {
      throw refused(error, place);
    }
  }
  if (header === undefined || answers.size === 0)
    throw new TareError("TARE_ORACLE_REPLAY", "the file holds no answer", { where: name });
  return {
    ...header,
    digest: hash.digest("hex"),
    find({ step, inputs }) {
      const held = answers.get(questionKey(step, inputs));
      return held === undefined ? undefined : { text: held.text, finish: "stop", servedModel: "" };
    },
    close: () => {},
  };
}

/** What the readers of data call a fault of the data is one of the recording here. */
export function refused(error: unknown, where: string): TareError {
  const place = error instanceof TareError && error.where !== "" ? error.where : where;
  const what = error instanceof Error ? error.message : String(error);
  const unread = error instanceof TareError && error.code === "TARE_DATA_MISSING";
  const fix = unread ? { fix: "Check the path." } : {};
  return new TareError("TARE_ORACLE_REPLAY", what, { where: place, cause: error, ...fix });
}

async function* hashed(bytes: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
  for await (const chunk of bytes) {
    hash.update(chunk);
    yield chunk;
  }
}
