import { describe, expect, it } from "vitest";
import { tallyBad } from "../../src/formats/bad-records.js";
import { failureOf, jsonl, pair, readBytes } from "./reading.js";

const GOOD = [pair("a"), pair("b"), pair("c")].map((record) => JSON.stringify(record));
const [a, b, c] = GOOD as [string, string, string];
const EMPTY = JSON.stringify({ ...pair("d"), chosen: " " });

async function readSkipping(bytes: string | Buffer) {
  const bad = tallyBad();
  const reads = await readBytes(bytes, { bad });
  return { prompts: reads.map(({ item }) => item.prompt[0]!.content), counts: bad.counts() };
}

describe("bad records that are left out", () => {
  it("are counted by code with their first places, and all others are read", async () => {
    const broken = Buffer.concat([
      Buffer.from(`${a}\n{"prompt": "`),
      Buffer.from([0xff]),
      Buffer.from('"}\n'),
    ]);
    const rest = Buffer.from(`${EMPTY}\n{"prompt": \n${b}\n[]\n\n${"{}\n".repeat(4)}${c}\n${EMPTY}`);
    const { prompts, counts } = await readSkipping(Buffer.concat([broken, rest]));
    expect(prompts).toEqual(["a", "b", "c"]);
    expect(counts).toEqual([
      {
        code: "TARE_DATA_EMPTY_RESPONSE",
        count: 2,
        first: ["stdin:3: the chosen response is empty", "stdin:13: the chosen response is empty"],
      },
      {
        code: "TARE_DATA_FIELD",
        count: 5,
        first: [
          "stdin:6: the record is a list of 0, expected an object",
          'stdin:8: field "prompt" is missing, expected a string or a list of messages',
          'stdin:9: field "prompt" is missing, expected a string or a list of messages',
        ],
      },
      {
        code: "TARE_DATA_NOT_JSON",
        count: 2,
        first: [
          "stdin:2: not UTF-8: a byte here belongs to no character",
          "stdin:4:12: not JSON: the line ends before its record does",
        ],
      },
    ]);
  });

  it("are counted in a JSON array too, also before the format is known", async () => {
    const { prompts, counts } = await readSkipping(`[{"x": 1}, ${a}, ${EMPTY}, 7, ${b}]`);
    expect(prompts).toEqual(["a", "b"]);
    expect(counts.map(({ code, count, first }) => [code, count, first[0]!.split(":")[0]])).toEqual([
      ["TARE_DATA_EMPTY_RESPONSE", 1, "stdin record 3"],
      ["TARE_DATA_FIELD", 1, "stdin record 4"],
      ["TARE_DATA_UNKNOWN_FORMAT", 1, "stdin record 1"],
    ]);
  });

  it("are an error all the same where a file holds no other", async () => {
    const failure = await failureOf(readSkipping(`\n${EMPTY}\n${EMPTY}`.replace(EMPTY, '{"x": 1}')));
    expect([failure.code, failure.where]).toEqual(["TARE_DATA_EMPTY", "stdin:2"]);
    expect(failure.message).toMatch(
      /^the file holds bad records only; the first is TARE_DATA_UNKNOWN_FORMAT: /,
    );
  });

  it("do not hide that an array is cut short, or that a format is broken", async () => {
    const cut = await failureOf(readSkipping(`[${a}, ${b}`));
    expect([cut.code, cut.where]).toEqual(["TARE_DATA_NOT_JSON", "stdin record 3"]);
    const bug = {
      ...{ name: "own", summary: "", columns: "", specificity: 1, detects: () => true },
      read: () => {
        throw new RangeError("oops");
      },
    };
    const failure = await failureOf(readBytes(jsonl(pair("a")), { format: bug, bad: tallyBad() }));
    expect(failure.code).toBe("TARE_BUG");
  });

  it("are counted once where a file is read twice", () => {
    const bad = tallyBad();
    const failure = Object.assign(new Error("x"), { code: "TARE_DATA_FIELD", where: "p:1" }) as never;
    bad.add(failure);
    bad.add(failure);
    expect(bad.counts()).toEqual([{ code: "TARE_DATA_FIELD", count: 1, first: ["p:1: x"] }]);
  });
});
