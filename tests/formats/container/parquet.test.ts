import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, it } from "vitest";
import { tallyBad } from "../../../src/formats/bad-records.js";
import { workplace } from "../../cli/workplace.js";
import { formatNamed } from "../known-formats.js";
import { failureOf, pair, readBytes, readFiles } from "../reading.js";

const FOLDER = fileURLToPath(new URL("./parquet/", import.meta.url));
const CODECS = ["none", "snappy", "gzip", "zstd", "brotli", "lz4"];
const place = workplace();

type Column = { name: string; data: unknown[]; type?: "STRING" | "JSON" | "INT64" };

function parquet(columnData: Column[], options: object = {}): Buffer {
  return Buffer.from(parquetWriteBuffer({ columnData, ...options } as never));
}

const strings = (name: string, data: unknown[]): Column => ({ name, data, type: "STRING" });
const PAIRS = ["a", "b", "c"].map(pair);
const columns = (rows: readonly object[]) =>
  Object.keys(rows[0]!).map((name) =>
    strings(
      name,
      rows.map((row) => (row as Record<string, unknown>)[name]),
    ),
  );

describe("Parquet files of another implementation", () => {
  it.each(CODECS)("are read row by row over row groups (%s)", async (codec) => {
    const file = `${codec}.parquet`;
    const reads = await readFiles([file], { cwd: FOLDER });
    expect(reads.map(({ where, format }) => [where.file, where.line, format])).toEqual(
      [1, 2, 3, 4, 5, 6].map((line) => [file, line, "ultrafeedback"]),
    );
    expect(reads.map(({ item }) => item.prompt)).toEqual(
      [1, 2, 3, 4, 5, 6].map((n) => [{ role: "user", content: `What is ${n} + ${n}?` }]),
    );
    expect(reads[0]!.item.responses).toEqual([
      { role: "chosen", text: "It is 2: añadir, 加.", style: "" },
      { role: "rejected", text: "It is 3.", style: "" },
    ]);
    // The third pair's scores are equal; the second's subset is null.
    expect(reads[2]!.item.responses.map(({ role }) => role)).toEqual(["response", "response"]);
    expect(reads.map(({ item }) => item.subset)).toEqual(["sums", "", "sums", "sums", "sums", "sums"]);
  });

  it("are the same from a pipe, and gzipped", async () => {
    const bytes = readFileSync(join(FOLDER, "zstd.parquet"));
    const direct = await readFiles(["zstd.parquet"], { cwd: FOLDER });
    const items = (reads: typeof direct) => reads.map(({ item }) => item);
    expect(items(await readBytes(bytes, { chunk: 100 }))).toEqual(items(direct));
    expect(items(await readBytes(gzipSync(bytes)))).toEqual(items(direct));
  });
});

describe("a Parquet file", () => {
  it("with large row groups and a page index is read in parts, every row once", async () => {
    const rows = Array.from({ length: 600 }, (_, index) => pair(`${index} ${"x".repeat(60_000)}`));
    writeFileSync(
      join(place.path, "large.parquet"),
      parquet(columns(rows), { rowGroupSize: 600, pageSize: 2 ** 18 }),
    );
    const reads = await readFiles(["large.parquet"], { cwd: place.path });
    expect(reads.map(({ item }) => item.prompt[0]!.content)).toEqual(rows.map(({ prompt }) => prompt));
    expect(reads.at(-1)!.where.line).toBe(600);
  });

  it("without a column of the format that is named is an error that says which", async () => {
    const bytes = parquet(columns(PAIRS.map(({ prompt, chosen }) => ({ prompt, chosen }))));
    const failure = await failureOf(readBytes(bytes, { format: formatNamed("trl-preference") }));
    expect([failure.code, failure.where]).toEqual(["TARE_DATA_FIELD", "stdin row 1"]);
    expect(failure.message).toBe('field "rejected" is missing, expected a string');
    const unnamed = await failureOf(readBytes(bytes));
    expect(unnamed.code).toBe("TARE_DATA_UNKNOWN_FORMAT");
    expect(unnamed.message).toMatch(
      /^no format knows a record with the keys prompt \(a string\), chosen \(a string\);/,
    );
  });

  it("with a bad row names it, or leaves it out", async () => {
    const bytes = parquet(columns([PAIRS[0]!, { ...PAIRS[1]!, rejected: null }, PAIRS[2]!]));
    const failure = await failureOf(readBytes(bytes));
    expect([failure.code, failure.where]).toEqual(["TARE_DATA_FIELD", "stdin row 2"]);
    const bad = tallyBad();
    expect(await readBytes(bytes, { bad })).toHaveLength(2);
    expect(bad.counts()).toEqual([
      {
        code: "TARE_DATA_FIELD",
        count: 1,
        first: ['stdin row 2: field "rejected" is null, expected a string'],
      },
    ]);
  });

  it("of a codec that is not known says which column and codec, and which are", async () => {
    const options = { codec: "LZO", compressors: { LZO: (bytes: Uint8Array) => bytes } };
    const failure = await failureOf(readBytes(parquet(columns(PAIRS), options)));
    expect([failure.code, failure.where]).toEqual(["TARE_DATA_PARQUET", "stdin"]);
    expect(failure.message).toBe('the column "prompt" is compressed by LZO');
    expect(failure.fix).toMatch(/snappy, gzip, brotli, zstd/);
  });

  it.each([
    ["cut short", (bytes: Buffer) => bytes.subarray(0, bytes.length - 20)],
    ["hardly begun", (bytes: Buffer) => bytes.subarray(0, 6)],
    [
      "damaged in its footer",
      (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -30), Buffer.alloc(22, 7), bytes.subarray(-8)]),
    ],
  ])("that is %s is an error", async (_, spoil) => {
    const failure = await failureOf(readBytes(spoil(parquet(columns(PAIRS)))));
    expect([failure.code, failure.where]).toEqual(["TARE_DATA_PARQUET", "stdin"]);
    expect(failure.message).toMatch(/^it cannot be read: /);
  });

  it("without rows is empty", async () => {
    const failure = await failureOf(readBytes(parquet([strings("prompt", []), strings("chosen", [])])));
    expect(failure.code).toBe("TARE_DATA_EMPTY");
  });

  it("may hold 64-bit integers", async () => {
    const rows = ["response_1", "response_2"].map((name) => strings(name, [`${name} text`]));
    const strength: Column = { name: "preference_strength", data: [-2n], type: "INT64" };
    const [read] = await readBytes(parquet([strings("prompt", ["p"]), ...rows, strength]));
    expect(read!.item.responses.map(({ role, text }) => [role, text])).toEqual([
      ["chosen", "response_1 text"],
      ["rejected", "response_2 text"],
    ]);
  });
});
