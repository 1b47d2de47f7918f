import { basename, resolve } from "node:path";
import { defineOracle, type Oracle, type OracleOptions } from "../../contract.js";
import { TareError } from "../../errors.js";
import { bytesOf, openStream } from "../../formats/container/bytes.js";
import { readAhead } from "../../formats/container/read-ahead.js";
import { oracleKey } from "../../keys.js";
import { readReplay, refused } from "../replay/read-file.js";
import type { Recording } from "../replay/recorded.js";

/** The first bytes of a database (https://www.sqlite.org/fileformat.html, section 1.3). */
const SQLITE = Buffer.from("SQLite format 3\0");

async function open(spec: string, options: OracleOptions): Promise<Oracle> {
  if (spec === "") throw new TareError("TARE_ORACLE_SPEC", "replay: names no file");
  const recording = await read(spec, options);
  const { model, note, digest } = recording;
  const identity = { kind: "replay", model, address: "", files: { [basename(spec)]: digest }, note };
  return {
    key: oracleKey(identity),
    identity,
    concurrency: options.concurrency ?? 8,
    async ask({ step, inputs, messages }, signal) {
      if (signal.aborted) throw new TareError("TARE_INTERRUPTED", "given up while the oracle was asked");
      const recorded = recording.find({ step, inputs, messages });
      if (recorded === undefined)
        throw new TareError("TARE_ORACLE_NOT_RECORDED", `no answer to this ${step} question`, {
          where: spec,
        });
      return { ...recorded, promptTokens: null, completionTokens: null, attempts: 1, milliseconds: 0 };
    },
    close: async () => recording.close(),
  };
}

async function read(spec: string, { cwd, model }: OracleOptions): Promise<Recording> {
  const stream = openStream(spec, { cwd });
  try {
    const { head, bytes } = await readAhead(bytesOf(stream, spec), ({ length }) => length >= SQLITE.length);
    if (!head.subarray(0, SQLITE.length).equals(SQLITE)) {
      const recording = await readReplay(bytes, spec);
      if (model === undefined || model === recording.model) return recording;
      throw new TareError(
        "TARE_ORACLE_MODEL",
        `it holds the answers of ${recording.model}, not of ${model}`,
        {
          where: spec,
        },
      );
    }
  } catch (error) {
    throw error instanceof TareError && error.code.startsWith("TARE_ORACLE") ? error : refused(error, spec);
  } finally {
    stream.destroy();
  }
  const { readRecorded } = await import("../replay/read-database.js");
  return readRecorded(resolve(cwd, spec), model);
}

export default defineOracle({
  summary: "Answers that were recorded before, from a file or from a tare database.",
  usage: "replay:FILE, a JSONL file of answers or the database of a run",
  details: [
    'First line: {"format":"tare-oracle-replay","version":1,"model":"who answered","note":"what to know of that"}',
    'Every other: {"step":"degrade","inputs":{…},"answer":{…}}, or "text":"…", as a model gave it, in place of the answer.',
    "A question is found by its step and by what its prompt file was filled with, whatever the file's words are.",
    "What is not recorded is counted, and nobody is asked in its place.",
    "Of a database with the answers of several models, --oracle-model says whose are meant.",
  ],
  open,
});
