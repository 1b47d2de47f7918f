import { expect, it } from "vitest";
import { failureOf, jsonl, readBytes } from "../reading.js";

const turns = (answer: string) => [
  { content: "Sky?", role: "user" },
  { content: answer, role: "assistant" },
];
const record = (score_chosen: number, score_rejected: number) => ({
  ...{
    prompt: "Sky?",
    prompt_id: "1",
    chosen: turns("Blue."),
    rejected: turns("Green."),
    messages: turns("Blue."),
  },
  ...{ score_chosen, score_rejected },
});

it("is a preference, or with equal scores a tie in which nothing is lost", async () => {
  const reads = await readBytes(jsonl(record(8, 3.5), record(8, 8)));
  expect(reads.map(({ item }) => item.responses.map(({ role, text }) => `${role} ${text}`))).toEqual([
    ["chosen Blue.", "rejected Green."],
    ["response Blue.", "response Green."],
  ]);
});

it("refuses scores that contradict the label", async () => {
  const failure = await failureOf(readBytes(jsonl(record(8, 3), record(2, 6))));
  expect([failure.code, failure.where]).toEqual(["TARE_DATA_FIELD", "stdin:2"]);
  expect(failure.message).toBe('field "score_chosen" is 2, expected at least score_rejected, 6');
});
