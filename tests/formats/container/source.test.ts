import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { failureOf, jsonl, pair, readBytes, readFiles } from "../reading.js";

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "tare-formats-"));
});
afterAll(() => rmSync(cwd, { recursive: true }));

const TEXT = jsonl(pair("a"), pair("b"));

describe("gzip", () => {
  it.each([
    ["lines.jsonl.gz", gzipSync(TEXT)],
    ["array.json.gz", gzipSync(JSON.stringify([pair("a"), pair("b")], null, 2))],
    ["named-otherwise.jsonl", gzipSync(TEXT)],
    ["joined.gz", Buffer.concat([gzipSync(jsonl(pair("a"))), gzipSync(jsonl(pair("b")))])],
    ["not-compressed.gz", Buffer.from(TEXT)],
  ])("is known by its first bytes: %s", async (file, bytes) => {
    writeFileSync(join(cwd, file), bytes);
    const items = await readFiles([file], { cwd });
    expect(items.map(({ item, where }) => [item.prompt[0]!.content, where.file, where.line])).toEqual([
      ["a", file, 1],
      ["b", file, 2],
    ]);
  });

  it("is read from standard input, one byte at a time", async () => {
    expect(await readBytes(gzipSync(TEXT), { chunk: 1 })).toHaveLength(2);
  });

  const whole = gzipSync(jsonl(...Array.from({ length: 500 }, (_, index) => pair(`question ${index}`))));
  const flipped = Buffer.from(whole);
  flipped[whole.length - 6]! ^= 0xff;
  it.each([
    ["cut in the middle", whole.subarray(0, whole.length / 2)],
    ["cut in its header", whole.subarray(0, 5)],
    ["cut in its trailer", whole.subarray(0, -3)],
    ["with a wrong checksum", flipped],
  ])("that is damaged is an error with its file: %s", async (_, bytes) => {
    writeFileSync(join(cwd, "damaged.gz"), bytes);
    const failure = await failureOf(readFiles(["damaged.gz"], { cwd }));
    expect([failure.code, failure.where]).toEqual(["TARE_DATA_GZIP", "damaged.gz"]);
  });
});

describe("a file that cannot be read", () => {
  it.each([
    ["no-such-file.jsonl", "there is no such file"],
    ["folder", "this is a folder, not a file"],
    ["plain/below.jsonl", "a part of the path is not a folder"],
    ["circle", "the symbolic links go round in a circle"],
    [`${"long".repeat(100)}.jsonl`, "the path is too long"],
  ])("is an error that says why: %s", async (file, message) => {
    mkdirSync(join(cwd, "folder"), { recursive: true });
    writeFileSync(join(cwd, "plain"), TEXT);
    rmSync(join(cwd, "circle"), { force: true });
    symlinkSync("circle", join(cwd, "circle"));
    const failure = await failureOf(readFiles([file], { cwd }));
    expect([failure.code, failure.where, failure.message]).toEqual(["TARE_DATA_MISSING", file, message]);
  });

  it.skipIf(process.getuid?.() === 0)("is an error when its permissions forbid it", async () => {
    writeFileSync(join(cwd, "locked.jsonl"), TEXT);
    chmodSync(join(cwd, "locked.jsonl"), 0);
    const failure = await failureOf(readFiles(["locked.jsonl"], { cwd }));
    expect([failure.code, failure.message]).toEqual(["TARE_DATA_MISSING", "reading it is not permitted"]);
  });
});

describe("a file without a record", () => {
  it.each([
    ["nothing", ""],
    ["blank lines", "\n \r\n\t\n"],
    ["a byte order mark", "\ufeff"],
    ["part of a byte order mark and nothing else, compressed", gzipSync("\ufeff\n")],
    ["an empty array", "[]"],
    ["an empty array with spaces", "\ufeff [ \n ] \n"],
    ["nothing, compressed", gzipSync("")],
  ])("is an error: %s", async (_, bytes) => {
    writeFileSync(join(cwd, "empty"), bytes);
    const failure = await failureOf(readFiles(["empty"], { cwd }));
    expect([failure.code, failure.where]).toEqual(["TARE_DATA_EMPTY", "empty"]);
  });
});

describe("several files", () => {
  it("are read in order, each with the format of its first record", async () => {
    writeFileSync(join(cwd, "one.jsonl"), TEXT);
    const other = [{ input: "c", output_1: "x", output_2: "y", label: 2 }];
    writeFileSync(join(cwd, "two.json"), JSON.stringify(other));
    const items = await readFiles(["one.jsonl", "two.json"], { cwd });
    expect(items.map(({ format, where }) => [format, where.file, where.line])).toEqual([
      ["trl-preference", "one.jsonl", 1],
      ["trl-preference", "one.jsonl", 2],
      ["llmbar", "two.json", 1],
    ]);
  });

  it("take absolute paths as they are", async () => {
    writeFileSync(join(cwd, "one.jsonl"), TEXT);
    expect(await readFiles([join(cwd, "one.jsonl")], { cwd: "/" })).toHaveLength(2);
  });
});
