import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { readItems } from "../../src/formats/read.js";
import { formatNamed } from "./known-formats.js";
import { failureOf, jsonl, pair, readBytes } from "./reading.js";

const good = pair("What is 2 + 2?");
const message = { role: "user", content: "Hi" };
const triple = { prompt: "p", chosen: ["a", "b", "c"], rejected: ["d", "e", "f"] };

/** Format, the bad record, and the whole sentence it must give. */
const CASES: readonly (readonly [format: string, record: unknown, sentence: string])[] = [
  [
    "trl-preference",
    { chosen: "a", rejected: "b" },
    'field "prompt" is missing, expected a string or a list of messages',
  ],
  [
    "trl-preference",
    { ...good, prompt: 5 },
    'field "prompt" is a number, expected a string or a list of messages',
  ],
  [
    "trl-preference",
    { ...good, prompt: { role: "user" } },
    'field "prompt" is an object, expected a string or a list of messages',
  ],
  [
    "trl-preference",
    { ...good, prompt: " \n" },
    'field "prompt" is empty, expected a prompt that says something',
  ],
  ["trl-preference", { ...good, prompt: [] }, 'field "prompt" is a list of 0, expected a list of messages'],
  [
    "trl-preference",
    { ...good, prompt: ["Hi"] },
    'field "prompt[0]" is a string, expected a message with role and content',
  ],
  [
    "trl-preference",
    { ...good, prompt: [message, { content: "x" }] },
    'field "prompt[1].role" is missing, expected a string such as user',
  ],
  [
    "trl-preference",
    { ...good, prompt: [{ role: "", content: "x" }] },
    'field "prompt[0].role" is empty, expected a string such as user',
  ],
  [
    "trl-preference",
    { ...good, prompt: [{ role: "user", content: [1] }] },
    'field "prompt[0].content" is a list of 1, expected a string',
  ],
  ["trl-preference", { ...good, chosen: null }, 'field "chosen" is null, expected a string'],
  ["trl-preference", { prompt: "p", chosen: "a" }, 'field "rejected" is missing, expected a string'],
  ["trl-preference", { ...good, rejected: true }, 'field "rejected" is a boolean, expected a string'],
  ["trl-preference", { ...good, subset: 3 }, 'field "subset" is a number, expected a string'],
  [
    "trl-conversational",
    { prompt: [message], chosen: "a", rejected: [message] },
    'field "chosen" is a string, expected a list of messages',
  ],
  [
    "trl-conversational",
    { prompt: [message], chosen: [message] },
    'field "rejected" is missing, expected a list of messages',
  ],
  [
    "trl-implicit",
    { chosen: 1, rejected: [message] },
    'field "chosen" is a number, expected a list of messages',
  ],
  [
    "rm-bench",
    { ...triple, chosen: ["a", "b"] },
    'field "chosen" is a list of 2, expected a list of 3 strings',
  ],
  ["rm-bench", { ...triple, rejected: ["d", 2, "f"] }, 'field "rejected[1]" is a number, expected a string'],
  ["llmbar", { input: "p", output_1: "a", label: 1 }, 'field "output_2" is missing, expected a string'],
  [
    "llmbar",
    { input: "", output_1: "a", output_2: "b", label: 1 },
    'field "input" is empty, expected a prompt that says something',
  ],
];

describe("a record that does not fit its format", () => {
  it.each(CASES)("is an error that names the field (%s): %j", async (name, record, sentence) => {
    const failure = await failureOf(readBytes(`\n${jsonl(record)}`, { format: formatNamed(name) }));
    expect([failure.code, failure.where, failure.message]).toEqual(["TARE_DATA_FIELD", "stdin:2", sentence]);
  });

  it("has its own sentence for each mistake", () => {
    expect(new Set(CASES.map(([, , sentence]) => sentence)).size).toBe(CASES.length);
  });

  it.each([
    ["chosen", "", "the chosen response is empty"],
    ["rejected", " \r\n\t\u00a0", "the rejected response is empty"],
  ])("is an error when %s is %j", async (field, text, sentence) => {
    const failure = await failureOf(readBytes(jsonl(good, { ...good, [field]: text })));
    expect([failure.code, failure.where, failure.message]).toEqual([
      "TARE_DATA_EMPTY_RESPONSE",
      "stdin:2",
      sentence,
    ]);
  });

  it("is an error when chosen and rejected are the same text", async () => {
    const failure = await failureOf(readBytes(jsonl(good, { ...good, rejected: good.chosen })));
    expect([failure.code, failure.where, failure.message]).toEqual([
      "TARE_DATA_SAME_RESPONSES",
      "stdin:2",
      "the chosen and the rejected response are the same text",
    ]);
  });

  it("is an error when it is no object", async () => {
    const failure = await failureOf(readBytes(jsonl(good, "text")));
    expect([failure.code, failure.where, failure.message]).toEqual([
      "TARE_DATA_FIELD",
      "stdin:2",
      "the record is a string, expected an object",
    ]);
  });

  it("comes after the items before it", async () => {
    const stdin = Readable.from([Buffer.from(jsonl(good, pair("b"), { prompt: "c" }))]);
    const items = readItems(["-"], { formats: [formatNamed("trl-preference")], cwd: ".", stdin });
    expect((await items.next()).value?.item.prompt[0]?.content).toBe("What is 2 + 2?");
    expect((await items.next()).value?.item.prompt[0]?.content).toBe("b");
    expect((await failureOf(items.next())).where).toBe("stdin:3");
  });
});

describe("a format that throws something else", () => {
  it("is named a bug, with the place and the cause", async () => {
    const format = {
      ...formatNamed("trl-preference"),
      read: () => {
        throw new RangeError("oops");
      },
    };
    const failure = await failureOf(readBytes(jsonl(good), { format }));
    expect([failure.code, failure.where, failure.message]).toEqual([
      "TARE_BUG",
      "stdin:1",
      "the format failed: oops",
    ]);
    expect(failure.cause).toBeInstanceOf(RangeError);
  });
});
