import { describe, expect, it } from "vitest";
import type { Format } from "../../src/contract.js";
import { detectFormat } from "../../src/formats/detect.js";
import { FORMATS, formatNamed } from "./known-formats.js";
import { failureOf, jsonl, pair, readBytes } from "./reading.js";

const user = { role: "user", content: "Hi" };
const answer = { role: "assistant", content: "Hello" };

describe("detection", () => {
  it.each([
    [{ prompt: "p", chosen: "a", rejected: "b" }, "trl-preference"],
    [{ prompt: [user], chosen: "a", rejected: "b" }, "preference-test-sets"],
    [{ rejected: "b", chosen: "a", prompt: "p", id: 1, subset: "s" }, "trl-preference"],
    [{ prompt: [user], chosen: [answer], rejected: [answer] }, "trl-conversational"],
    [{ chosen: [user, answer], rejected: [user, answer] }, "trl-implicit"],
    [{ chosen: "\n\nHuman: a\n\nAssistant: b", rejected: "\n\nHuman: a\n\nAssistant: c" }, "hh-rlhf"],
    [{ prompt: "p", chosen: ["a", "b", "c"], rejected: ["d", "e", "f"] }, "rm-bench"],
    [{ input: "p", output_1: "a", output_2: "b", label: 2 }, "llmbar"],
    [{ prompt: "p", base: "a", variant: "b", expects: "lower" }, "own-pairs"],
  ])("goes by columns and value types: %j", (record, name) => {
    expect(detectFormat(record, FORMATS).name).toBe(name);
    expect(FORMATS.filter((format) => format.detects(record)).map((format) => format.name)).toEqual([name]);
  });

  it.each([
    [{ prompt: "p", chosen: ["a"], rejected: ["b", "c", "d"], num_correct: 1 }],
    [{ prompt: "p", chosen: [user, answer], rejected: [user, answer] }],
    [{ chosen: "The sky is blue.", rejected: "The sky is green." }],
    [{ input: "p", output_1: "a", output_2: "b", label: "better" }],
    [{ prompt: "p", response_1: "a", response_2: "b" }],
  ])("leaves alone what it does not know: %j", (record) => {
    expect(FORMATS.filter((format) => format.detects(record))).toEqual([]);
  });

  it("is an error that names all formats where several are equally specific", async () => {
    const both = {
      ...pair("p"),
      input: "q",
      output_1: "a",
      output_2: "b",
      label: 2,
      base: "c",
      variant: "d",
    };
    const failure = await failureOf(readBytes(jsonl({ ...both, expects: "same" })));
    expect([failure.code, failure.where]).toEqual(["TARE_DATA_AMBIGUOUS", "stdin:1"]);
    expect(failure.message).toBe("the record may be read as llmbar or own-pairs or trl-preference");
    const [read] = await readBytes(jsonl({ ...both, expects: "same" }), { format: formatNamed("llmbar") });
    expect(read!.item.prompt[0]!.content).toBe("q");
  });

  it("takes no record as a pair of one's own that is a preference as well, unless it is named as one", async () => {
    const both = { ...pair("p"), base: "c", variant: "d", expects: "same" };
    const failure = await failureOf(readBytes(jsonl(both)));
    expect([failure.code, failure.message]).toEqual([
      "TARE_DATA_AMBIGUOUS",
      "the record may be read as own-pairs or trl-preference",
    ]);
    const [read] = await readBytes(jsonl(both), { pairs: ["-"] });
    expect([read!.format, read!.item.responses[0]!.text]).toEqual(["own-pairs", "c"]);
  });

  it.each([
    [
      { prompt: 1, chosen: "a", rejected: "b" },
      "trl-preference, which wants prompt: string or [{role, content}], here a number",
    ],
    [
      { prompt: "p", choosen: "a", rejected: "b" },
      "trl-preference, which wants chosen: string, here missing (is it choosen?)",
    ],
    [
      { prompt: "p", chosen: ["a"], rejected: ["b", "c", "d"] },
      'rm-bench, which says: field "chosen" is a list of 1, expected a list of 3 strings',
    ],
    [
      { chosen: "The sky.", rejected: "The sea." },
      'hh-rlhf, which says: field "chosen" is a string without turns',
    ],
    [
      { input: "p", output_1: "a", output_2: "b", label: "better" },
      "llmbar, which wants label: 1 or 2, here a string",
    ],
    [{ prompt: "p", base: "a", variant: "b" }, "own-pairs, which wants expects: string, here missing"],
  ])("says which format came nearest, and what is wrong: %j", (record, said) => {
    expect(() => detectFormat(record, FORMATS)).toThrow(`; nearest is ${said}`);
  });

  it("prefers the most specific of several, whatever their order", () => {
    const specific: Format = { ...formatNamed("trl-preference"), name: "narrow", specificity: 11 };
    const record = pair("p");
    expect(detectFormat(record, [...FORMATS, specific]).name).toBe("narrow");
    expect(detectFormat(record, [specific, ...FORMATS]).name).toBe("narrow");
  });

  it("names keys and types of an unknown record, and the formats there are", async () => {
    const record = { prompt: "p", answers: ["a", "b"], score: 1, meta: null, more: {} };
    const failure = await failureOf(readBytes(`\n${jsonl(record)}`));
    expect([failure.code, failure.where]).toEqual(["TARE_DATA_UNKNOWN_FORMAT", "stdin:2"]);
    expect(failure.message).toBe(
      "no format knows a record with the keys prompt (a string), answers (a list of 2), score (a number), " +
        "meta (null), more (an object); " +
        "nearest is rollouts, which wants responses: [strings] (or response: string), here missing; " +
        `formats known: ${FORMATS.map(({ name }) => name)
          .sort()
          .join(", ")}`,
    );
  });

  it("says so when a record has no keys", async () => {
    const failure = await failureOf(readBytes("{}"));
    expect(failure.message).toMatch(
      /^no format knows a record with no keys; formats known: counterfactual-scores, /,
    );
  });

  it("is made once a file: a later record of another format is an error of that record", async () => {
    const other = { input: "p", output_1: "a", output_2: "b", label: 2 };
    const failure = await failureOf(readBytes(jsonl(pair("p"), other)));
    expect([failure.code, failure.where]).toEqual(["TARE_DATA_FIELD", "stdin:2"]);
    expect(failure.message).toMatch(/^field "prompt" is missing/);
  });

  it("gives way to the format that the user names", async () => {
    const both = { ...pair("p"), input: "q", output_1: "a", output_2: "b", label: 2 };
    const [asPair] = await readBytes(jsonl(both), { format: formatNamed("trl-preference") });
    const [asBar] = await readBytes(jsonl(both), { format: formatNamed("llmbar") });
    expect([asPair!.format, asPair!.item.prompt[0]!.content]).toEqual(["trl-preference", "p"]);
    expect([asBar!.format, asBar!.item.prompt[0]!.content]).toEqual(["llmbar", "q"]);
  });
});

describe("every format", () => {
  it.each(FORMATS.map((format) => [format.name, format] as const))("describes itself: %s", (name, format) => {
    expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(format.summary).toMatch(/^\S.{20,120}$/);
    expect(format.columns).toMatch(/\w+: /);
    expect(Number.isInteger(format.specificity)).toBe(true);
    for (const nothing of [{}, { prompt: null, chosen: null, rejected: null }]) {
      expect(format.detects(nothing)).toBe(false);
    }
  });
});
