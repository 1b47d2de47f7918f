import { describe, expect, it } from "vitest";
import { failureOf, jsonl, readBytes } from "../reading.js";

const context = [{ role: "user", content: "Sky?" }];

/** Which way round each data set counts, by its card: negative prefers the first response. */
describe.each([
  [
    "helpsteer-2-preference",
    (n: unknown) => ({ prompt: "Sky?", response_1: "one", response_2: "two", preference_strength: n }),
  ],
  [
    "helpsteer-3-preference",
    (n: unknown) => ({
      context,
      response1: "one",
      response2: "two",
      overall_preference: n,
      domain: "General",
      language: "English",
    }),
  ],
] as const)("%s", (name, record) => {
  it.each([
    [-3, ["chosen one", "rejected two"]],
    [-1, ["chosen one", "rejected two"]],
    [0, ["response one", "response two"]],
    [1, ["chosen two", "rejected one"]],
    [3, ["chosen two", "rejected one"]],
  ])("%d", async (strength, expected) => {
    const [read] = await readBytes(jsonl(record(strength)));
    expect(read!.format).toBe(name);
    expect(read!.item.responses.map(({ role, text }) => `${role} ${text}`)).toEqual(expected);
  });

  it.each([4, -4, 0.5, "strong", null])("refuses %j", async (strength) => {
    const failure = await failureOf(readBytes(jsonl(record(1), record(strength))));
    expect([failure.code, failure.where]).toEqual(["TARE_DATA_FIELD", "stdin:2"]);
    expect(failure.message).toMatch(/expected a whole number from -3 to 3$/);
  });
});

describe("judgebench", () => {
  const record = (label: unknown) => ({
    ...{
      pair_id: "1",
      source: "mmlu-pro-law",
      question: "Sky?",
      response_A: "one",
      response_B: "two",
      label,
    },
  });

  it.each([
    ["A>B", ["chosen one", "rejected two"]],
    ["B>A", ["chosen two", "rejected one"]],
    ["A=B", ["response one", "response two"]],
  ])("%s", async (label, expected) => {
    const [read] = await readBytes(jsonl(record(label)));
    expect([read!.format, read!.item.subset]).toEqual(["judgebench", "mmlu-pro-law"]);
    expect(read!.item.responses.map(({ role, text }) => `${role} ${text}`)).toEqual(expected);
  });

  it.each(["A", "constructor", ""])("refuses the label %j", async (label) => {
    const failure = await failureOf(readBytes(jsonl(record("A>B"), record(label))));
    expect([failure.where, failure.message]).toEqual([
      "stdin:2",
      `field "label" is ${JSON.stringify(label)}, expected "A>B", "B>A" or "A=B"`,
    ]);
  });
});
