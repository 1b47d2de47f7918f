import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { tallyBad } from "../../../src/formats/bad-records.js";
import { formatNamed } from "../known-formats.js";
import { failureOf, readBytes } from "../reading.js";

const HEAD = "prompt,chosen,rejected\n";

async function texts(bytes: string | Buffer, chunk?: number) {
  const reads = await readBytes(bytes, chunk === undefined ? {} : { chunk });
  return reads.map(({ item, where }) => [
    where.line,
    item.prompt[0]!.content,
    ...item.responses.map(({ text }) => text),
  ]);
}

describe("a CSV file", () => {
  it("is read with quotes, commas, line breaks and doubled quotes; a place is the line a record begins on", async () => {
    const csv = `${HEAD}a,"x, y","z"\n\nb,"one\ntwo, ""three""\r\nfour",w\nc,1,2\n`;
    const expected = [
      [2, "a", "x, y", "z"],
      [4, "b", 'one\ntwo, "three"\r\nfour', "w"],
      [7, "c", "1", "2"],
    ];
    expect(await texts(csv)).toEqual(expected);
    for (const chunk of [1, 2, 3, 7]) expect(await texts(csv, chunk)).toEqual(expected);
    expect(await texts(gzipSync(csv))).toEqual(expected);
    expect(await texts(`\ufeff${csv}`)).toEqual(expected);
  });

  it.each([
    ["tab", "\t"],
    ["semicolon", ";"],
  ])("may be separated by %s", async (_, delimiter) => {
    expect(await texts(["prompt", "chosen", "rejected\na, b", "c", "d"].join(delimiter))).toEqual([
      [2, "a, b", "c", "d"],
    ]);
  });

  it("may end its lines as on Windows", async () => {
    expect(await texts(`${HEAD}a,b,c\n`.replaceAll("\n", "\r\n"))).toEqual([[2, "a", "b", "c"]]);
  });

  it("holds messages as JSON in a cell; a text that reads as JSON stays the text it is", async () => {
    const csv = `${HEAD}"[{""role"":""system"",""content"":""Be brief.""},{""role"":""user"",""content"":""Hi""}]","{""a"": 1}","[1, 2]"\n`;
    const [read] = await readBytes(csv);
    expect(read!.format).toBe("preference-test-sets");
    expect(read!.item.prompt.map(({ role }) => role)).toEqual(["system", "user"]);
    expect(read!.item.responses.map(({ text }) => text)).toEqual(['{"a": 1}', "[1, 2]"]);
  });

  it("reads numbers where a format wants them", async () => {
    const [read] = await readBytes("input,output_1,output_2,label\nq,1,2,2\n");
    expect(read!.format).toBe("llmbar");
    expect(read!.item.responses.map(({ text }) => text)).toEqual(["2", "1"]);
  });

  it("with a row of another width names its line, or leaves it out", async () => {
    const csv = `${HEAD}a,b,c\nd,e\nf,g,h\n`;
    const failure = await failureOf(readBytes(csv));
    expect([failure.code, failure.where]).toEqual(["TARE_DATA_CSV", "stdin:3"]);
    expect(failure.message).toBe("the row has 2 cells, the header 3");
    const bad = tallyBad();
    expect(await readBytes(csv, { bad })).toHaveLength(2);
    expect(bad.counts()).toMatchObject([{ code: "TARE_DATA_CSV", count: 1 }]);
  });

  it("with a quote that is not closed is an error with the line", async () => {
    const failure = await failureOf(readBytes(`${HEAD}a,b,c\nd,"e,f\ng,h,i\n`));
    expect([failure.code, failure.where]).toEqual(["TARE_DATA_CSV", "stdin:3"]);
    expect(failure.message).toMatch(/quote/i);
  });

  it("with a column twice is an error", async () => {
    const failure = await failureOf(readBytes("prompt,chosen,chosen\na,b,c\n"));
    expect([failure.code, failure.where]).toEqual(["TARE_DATA_CSV", "stdin:1"]);
    expect(failure.message).toBe('the header names the column "chosen" twice');
  });

  it("that is not UTF-8 names the line", async () => {
    const bytes = Buffer.concat([Buffer.from(`${HEAD}a,b,c\nd,e`), Buffer.from([0xe9]), Buffer.from(",f\n")]);
    const failure = await failureOf(readBytes(bytes));
    expect([failure.code, failure.where]).toEqual(["TARE_DATA_CSV", "stdin:3"]);
  });

  it("without the columns of a format names those it has", async () => {
    const failure = await failureOf(readBytes("question,answer\na,b\n"));
    expect([failure.code, failure.where]).toEqual(["TARE_DATA_UNKNOWN_FORMAT", "stdin:2"]);
    expect(failure.message).toMatch(/the keys question \(a string\), answer \(a string\)/);
    const named = await failureOf(
      readBytes("prompt,chosen\na,b\n", { format: formatNamed("trl-preference") }),
    );
    expect(named.message).toBe('field "rejected" is missing, expected a string');
  });

  it("with a header alone is empty", async () => {
    expect((await failureOf(readBytes(HEAD))).code).toBe("TARE_DATA_EMPTY");
  });
});
