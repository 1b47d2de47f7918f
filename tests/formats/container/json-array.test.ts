import { describe, expect, it } from "vitest";
import { failureOf, pair, readBytes } from "../reading.js";

const RECORDS = [pair("a } b"), pair('c "{" \\d'), pair("Grüße, 世界 👋"), pair("e")];
const PLACES = RECORDS.map(({ prompt }, index) => [prompt, index + 1]);

async function recordsOf(bytes: string, chunk = 65536): Promise<unknown[][]> {
  const items = await readBytes(bytes, { chunk });
  return items.map(({ item, where }) => [item.prompt[0]!.content, where.line]);
}

describe("an array", () => {
  it.each([
    ["compact", JSON.stringify(RECORDS)],
    ["indented", JSON.stringify(RECORDS, null, 4)],
    ["indented, with CRLF", JSON.stringify(RECORDS, null, 2).replaceAll("\n", "\r\n")],
    ["after a byte order mark and blank lines", `\ufeff\r\n \n\t${JSON.stringify(RECORDS)}\n\n`],
  ])("gives its elements by number: %s", async (_, text) => {
    expect(await recordsOf(text)).toEqual(PLACES);
  });

  it.each([1, 2, 3, 5, 11])("gives the same when the bytes come %i at a time", async (chunk) => {
    expect(await recordsOf(`\ufeff ${JSON.stringify(RECORDS, null, 1)}`, chunk)).toEqual(PLACES);
  });

  it("reads what JSON.parse reads: escapes, numbers, nested and unknown fields, __proto__", async () => {
    const text = String.raw`[{"prompt":"\ud83d\u0000\/\n\"","chosen":"a","rejected":"b","more":[{"x":[-1.5e3,null,true]},{}],"__proto__":{"subset":"s"}}]`;
    const [read] = await readBytes(text);
    expect(read!.item.prompt[0]!.content).toBe('\ud83d\0/\n"');
    expect(read!.item.subset).toBe("");
  });
});

describe("a broken array", () => {
  const [a, b] = RECORDS.map((record) => JSON.stringify(record));

  it.each([
    ["no comma", `[${a} ${b}]`, 2, "expected ','"],
    ["two commas", `[${a},,${b}]`, 2, "expected a value"],
    ["a comma at the end", `[${a},${b},]`, 3, "unexpected token ']'"],
    ["a second array", `[${a}]\n[${b}]`, 2, "unexpected characters"],
    ["a bare key", `[${a},{prompt: "x"}]`, 2, "expected an object key"],
    ["cut between records", `[${a},${b}`, 3, "the file ends before its array does"],
    ["cut within a record", `[${a},${b!.slice(0, 20)}`, 2, "the file ends before its array does"],
    ["cut within a word", `[${a},nul]`, 2, "the file ends before its array does"],
  ])("names the record: %s", async (_, text, record, reason) => {
    const failure = await failureOf(readBytes(text));
    expect([failure.code, failure.where]).toEqual(["TARE_DATA_NOT_JSON", `stdin record ${record}`]);
    expect(failure.message).toBe(`not JSON: ${reason}`);
  });

  it("names the record of invalid UTF-8", async () => {
    const bytes = Buffer.concat([
      Buffer.from(`[${a},{"prompt": "caf`),
      Buffer.from([0xe9]),
      Buffer.from('"}]'),
    ]);
    const failure = await failureOf(readBytes(bytes));
    expect([failure.code, failure.where]).toEqual(["TARE_DATA_NOT_JSON", "stdin record 2"]);
    expect(failure.message).toMatch(/^not UTF-8/);
  });

  it("may not end within a character", async () => {
    const failure = await failureOf(
      readBytes(Buffer.concat([Buffer.from(`[${a}]`), Buffer.from([0xe2, 0x82])])),
    );
    expect(failure.message).toMatch(/^not UTF-8/);
  });

  it.each([
    ["[1, 2]", 1, "a number"],
    [`[${a}, "text"]`, 2, "a string"],
    [`[${a}, [${b}]]`, 2, "a list of 1"],
    [`[${a}, null]`, 2, "null"],
  ])("names an element that is no object: %s", async (text, record, found) => {
    const failure = await failureOf(readBytes(text));
    expect([failure.code, failure.where]).toEqual(["TARE_DATA_FIELD", `stdin record ${record}`]);
    expect(failure.message).toBe(`the record is ${found}, expected an object`);
  });
});
