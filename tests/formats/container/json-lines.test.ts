import { describe, expect, it } from "vitest";
import { failureOf, jsonl, pair, readBytes } from "../reading.js";

const GOOD = JSON.stringify(pair("What is 2 + 2?"));
const NEXT = JSON.stringify(pair("And 1 + 3?"));

async function linesOf(bytes: string | Buffer, chunk?: number): Promise<[string, number][]> {
  const items = await readBytes(bytes, chunk === undefined ? {} : { chunk });
  return items.map(({ item, where }) => [item.prompt[0]!.content, where.line]);
}

describe("lines", () => {
  const both: [string, number][] = [
    ["What is 2 + 2?", 1],
    ["And 1 + 3?", 2],
  ];

  it.each([
    ["with a last line feed", `${GOOD}\n${NEXT}\n`],
    ["without it", `${GOOD}\n${NEXT}`],
    ["ended by CRLF", `${GOOD}\r\n${NEXT}\r\n`],
    ["after a byte order mark", `\ufeff${GOOD}\n${NEXT}`],
    ["with a byte order mark in the middle, as joined files have", `${GOOD}\n\ufeff${NEXT}`],
  ])("are records %s", async (_, text) => {
    expect(await linesOf(text)).toEqual(both);
  });

  it("are skipped when blank, but counted", async () => {
    expect(await linesOf(`\n  \n${GOOD}\r\n\r\n\t\n${NEXT}`)).toEqual([
      ["What is 2 + 2?", 3],
      ["And 1 + 3?", 6],
    ]);
  });

  it.each([1, 2, 3, 7])("are the same when the bytes come %i at a time", async (chunk) => {
    const text = `\ufeff\n${jsonl(pair("Grüße, 世界 👋"), pair("e\u2028f"))}`;
    expect(await linesOf(text, chunk)).toEqual([
      ["Grüße, 世界 👋", 2],
      ["e\u2028f", 3],
    ]);
  });

  it("keep lone surrogates and NUL as they are", async () => {
    const text = `{"prompt":"\\ud83d and \\u0000","chosen":"\\udc4b","rejected":"b"}`;
    const [read] = await readBytes(text);
    expect(read!.item.prompt).toEqual([{ role: "user", content: "\ud83d and \0" }]);
    expect(read!.item.responses[0]!.text).toBe("\udc4b");
  });
});

describe("a line that is not JSON", () => {
  it.each([
    // Columns counted by hand, from 1.
    ['{"prompt": "a",, "chosen": "b"}', "stdin:2:16", "not JSON: property name expected"],
    ["prompt,chosen,rejected", "stdin:2:1", "not JSON: invalid symbol"],
    ['{"prompt": "a", "chosen": "b"', "stdin:2:30", "not JSON: the line ends before its record does"],
    ["{", "stdin:2:2", "not JSON: the line ends before its record does"],
    [`${GOOD} ${GOOD}`, `stdin:2:${GOOD.length + 2}`, "not JSON: end of file expected"],
    ['{"prompt": "a",}', "stdin:2:16", "not JSON: property name expected"],
    ['{"prompt": NaN}', "stdin:2:12", "not JSON: invalid symbol"],
    ['{"a": 1} // why', "stdin:2:10", "not JSON: invalid comment token"],
  ])("is an error with its line and column: %s", async (line, where, message) => {
    const failure = await failureOf(readBytes(`${GOOD}\n${line}\n${NEXT}\n`));
    expect([failure.code, failure.where, failure.message]).toEqual(["TARE_DATA_NOT_JSON", where, message]);
  });

  it("is an error without a column when it is nested too deep to look for one", async () => {
    const failure = await failureOf(readBytes(`${GOOD}\n{"a":${"[".repeat(200_000)}}`));
    expect([failure.code, failure.where]).toEqual(["TARE_DATA_NOT_JSON", "stdin:2"]);
  });

  it("comes after the records before it", async () => {
    const failure = await failureOf(readBytes(`${GOOD}\n\n\nnot json`));
    expect(failure.where).toBe("stdin:4:1");
  });
});

describe("a line that is not UTF-8", () => {
  it.each([
    ["Latin-1", Buffer.from(JSON.stringify(pair("caf\u00e9")), "latin1")],
    ["cut within a character", Buffer.from(JSON.stringify({ prompt: "é" })).subarray(0, 12)],
    ["a surrogate encoded alone", Buffer.from([0x7b, 0x22, 0xed, 0xa0, 0x80, 0x22])],
  ])("is an error with its line: %s", async (_, bytes) => {
    const failure = await failureOf(readBytes(Buffer.concat([Buffer.from(`${GOOD}\n`), bytes])));
    expect([failure.code, failure.where]).toEqual(["TARE_DATA_NOT_JSON", "stdin:2"]);
    expect(failure.message).toMatch(/^not UTF-8/);
    expect(failure.fix).toBe("Save the file as UTF-8.");
  });

  it("is what UTF-16 looks like", async () => {
    const failure = await failureOf(readBytes(Buffer.from(`\ufeff${GOOD}`, "utf16le")));
    expect([failure.code, failure.where]).toEqual(["TARE_DATA_CSV", "stdin:1"]);
    expect(failure.message).toMatch(/^not UTF-8/);
  });
});
