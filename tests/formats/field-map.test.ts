import { describe, expect, it } from "vitest";
import { TareError } from "../../src/errors.js";
import { tallyBad } from "../../src/formats/bad-records.js";
import { parseFieldMap } from "../../src/formats/field-map.js";
import { failureOf, jsonl, readBytes } from "./reading.js";

const NESTED = {
  question: { text: "Why?" },
  answers: [{ body: "So." }, { body: "Thus." }],
  "part.of": "logic",
};

describe("--map", () => {
  it("takes the fields of a format from wherever they stand, and detects what comes of it", async () => {
    const fields = parseFieldMap([
      "prompt=question.text,chosen=answers.1.body",
      "rejected=answers.0.body, subset=part.of",
    ]);
    const [read] = await readBytes(jsonl(NESTED), { fields });
    expect(read!.format).toBe("trl-preference");
    expect(read!.item.prompt).toEqual([{ role: "user", content: "Why?" }]);
    expect(read!.item.responses.map(({ role, text }) => [role, text])).toEqual([
      ["chosen", "Thus."],
      ["rejected", "So."],
    ]);
    expect(read!.item.subset).toBe("logic");
  });

  it("gives the same item as the data with its fields in place", async () => {
    const plain = { prompt: "p", chosen: "a", rejected: "b" };
    const [straight] = await readBytes(jsonl(plain));
    const fields = parseFieldMap(["chosen=b,rejected=a"]);
    const [turned] = await readBytes(jsonl({ prompt: "p", a: "b", b: "a" }), { fields });
    expect(turned!.item).toEqual(straight!.item);
  });

  it("replaces a field that the record has itself", async () => {
    const fields = parseFieldMap(["chosen=rejected,rejected=chosen"]);
    const [read] = await readBytes(jsonl({ prompt: "p", chosen: "a", rejected: "b" }), { fields });
    expect(read!.item.responses[0]).toMatchObject({ role: "chosen", text: "b" });
  });

  it.each([
    ["answers.7.body", 'field "answers.7" is missing (--map)'],
    ["question.title", 'field "question.title" is missing (--map), beside text'],
    ["constructor.name", 'field "constructor" is missing (--map), beside question, answers, part.of'],
    ["reply", 'field "reply" is missing (--map), beside question, answers, part.of'],
  ])("that leads nowhere is an error of the record: %s", async (path, message) => {
    const fields = parseFieldMap([`chosen=${path}`]);
    const failure = await failureOf(readBytes(jsonl(NESTED), { fields }));
    expect([failure.code, failure.where, failure.message]).toEqual(["TARE_DATA_FIELD", "stdin:1", message]);
    const good = { ...NESTED, prompt: "p", rejected: "r", ...{ [path.split(".")[0]!]: undefined } };
    const bad = tallyBad();
    const all = jsonl(NESTED, { ...good, [path]: "found" });
    expect(await readBytes(all, { fields, bad })).toHaveLength(1);
    expect(bad.counts()).toMatchObject([{ code: "TARE_DATA_FIELD", count: 1 }]);
  });

  it.each(["chosen", "chosen=", "=a", "chosen=a=b", "chosen=a,,rejected=b", ""])("refuses %j", (given) => {
    expect(() => parseFieldMap([given])).toThrow(TareError);
  });

  it("refuses a field that is named twice", () => {
    expect(() => parseFieldMap(["chosen=a", "chosen=b"])).toThrow(/twice/);
  });
});
