import { once } from "node:events";
import { createWriteStream, writeFileSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { createGzip } from "node:zlib";
import { stringify } from "csv-stringify/sync";
import { parquetWriteBuffer } from "hyparquet-writer";

/** Words that hardly compress: what stands in a file is what must pass through memory. */
function text(state, words) {
  let written = "";
  for (let word = 0; word < words; word++) {
    state.value = (Math.imul(state.value, 1_664_525) + 1_013_904_223) >>> 0;
    written += `${state.value.toString(36)} `;
  }
  return written;
}

/** Preferences of about 1.6 kB, every one another, until their texts come to `megabytes`. */
function* preferences(megabytes) {
  const state = { value: 1 };
  for (let bytes = 0, n = 0; bytes < megabytes * 1e6; n++) {
    const record = {
      prompt: `Question ${n}: ${text(state, 20)}`,
      chosen: text(state, 100),
      rejected: text(state, 100),
    };
    bytes += JSON.stringify(record).length + 1;
    yield record;
  }
}

function* jsonLines(megabytes) {
  for (const record of preferences(megabytes)) yield `${JSON.stringify(record)}\n`;
}

function* jsonArray(megabytes) {
  let before = "[\n";
  for (const record of preferences(megabytes)) {
    yield `${before}${JSON.stringify(record)}`;
    before = ",\n";
  }
  yield "\n]\n";
}

function* csv(megabytes) {
  yield stringify([["prompt", "chosen", "rejected"]]);
  for (const { prompt, chosen, rejected } of preferences(megabytes))
    yield stringify([[prompt, chosen, rejected]]);
}

async function writeText(file, chunks) {
  const out = createWriteStream(file);
  for (const chunk of chunks) if (!out.write(chunk)) await once(out, "drain");
  out.end();
  await once(out, "finish");
}

/** Row groups of 10,000 rows, about 15 MB, as writers make them by default or less. */
function writeParquet(file, megabytes) {
  const columns = { prompt: [], chosen: [], rejected: [] };
  for (const record of preferences(megabytes))
    for (const [name, data] of Object.entries(columns)) data.push(record[name]);
  const columnData = Object.entries(columns).map(([name, data]) => ({ name, data, type: "STRING" }));
  writeFileSync(file, Buffer.from(parquetWriteBuffer({ columnData, rowGroupSize: 10_000 })));
}

/** The same preferences in every kind of file. */
export const WRITERS = {
  "data.jsonl": (file, megabytes) => writeText(file, jsonLines(megabytes)),
  "data.jsonl.gz": (file, megabytes) =>
    pipeline(Readable.from(jsonLines(megabytes)), createGzip({ level: 1 }), createWriteStream(file)),
  "data.json": (file, megabytes) => writeText(file, jsonArray(megabytes)),
  "data.csv": (file, megabytes) => writeText(file, csv(megabytes)),
  "data.parquet": writeParquet,
};

/** As a program: NAME FILE MEGABYTES. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [name, file, megabytes] = process.argv.slice(2);
  await WRITERS[name](file, Number(megabytes));
}
