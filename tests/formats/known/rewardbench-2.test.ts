import { expect, it } from "vitest";
import { failureOf, jsonl, readBytes } from "../reading.js";

const RECORD = {
  id: "12",
  prompt: "Name a prime.",
  chosen: ["2", "3"],
  rejected: ["1", "9", "15"],
  ...{ num_correct: 2, num_incorrect: 3, subset: "Math", models: ["a"] },
};

it("keeps every right and wrong answer", async () => {
  const [read] = await readBytes(jsonl(RECORD));
  expect(read!.item.responses.map(({ role, text, style }) => [role, text, style])).toEqual([
    ["chosen", "2", ""],
    ["chosen", "3", ""],
    ["rejected", "1", ""],
    ["rejected", "9", ""],
    ["rejected", "15", ""],
  ]);
});

it("keeps the id of Ties as the style, by which reference and tied items find each other", async () => {
  const [read] = await readBytes(jsonl({ ...RECORD, subset: "Ties", id: "tied:4" }));
  expect(new Set(read!.item.responses.map(({ style }) => style))).toEqual(new Set(["tied:4"]));
});

it("refuses a list of another length than the record says", async () => {
  const failure = await failureOf(readBytes(jsonl({ ...RECORD, num_incorrect: 4 })));
  expect([failure.code, failure.where]).toEqual(["TARE_DATA_FIELD", "stdin:1"]);
  expect(failure.message).toBe('field "rejected" is a list of 3, expected 4, as "num_incorrect" says');
});
