import { describe, expect, it } from "vitest";
import { failureOf, jsonl, readBytes } from "../reading.js";

const RECORD = { prompt: "Sky?", responses: ["Blue.", "Green."] };

async function readOne(record: object) {
  const [read] = await readBytes(jsonl(record));
  return read!;
}

describe("rollouts", () => {
  it("have no rank, and without a log nothing else", async () => {
    const { item, format } = await readOne(RECORD);
    expect(format).toBe("rollouts");
    expect(item.responses).toEqual([
      { role: "response", text: "Blue.", style: "" },
      { role: "response", text: "Green.", style: "" },
    ]);
    expect("rollout" in item).toBe(false);
  });

  it("keep checkpoint, step and every logged reward; null was not logged", async () => {
    const logged = { reward: [0.5, -1], gold_reward: [null, 2], kl: [0.1, 0.2] };
    const { item } = await readOne({ ...RECORD, checkpoint: 300, step: 1200, ...logged });
    expect(item.rollout).toEqual({ checkpoint: "300", step: 1200 });
    expect(item.responses.map(({ rewards }) => rewards)).toEqual([
      { reward: 0.5 },
      { reward: -1, gold_reward: 2 },
    ]);
  });

  it("may be a single response, with rewards as numbers", async () => {
    const { item } = await readOne({ prompt: "Sky?", response: "Blue.", step: 7, reward: 1.5 });
    expect(item.rollout).toEqual({ checkpoint: "", step: 7 });
    expect(item.responses).toEqual([
      { role: "response", text: "Blue.", style: "", rewards: { reward: 1.5 } },
    ]);
  });

  it("may say how they are to be rewarded, which is no reward (verl's generations)", async () => {
    const asked = { reward_model: { style: "rule", ground_truth: "Blue." }, score: [1, 0] };
    const { item } = await readOne({ ...RECORD, ...asked });
    expect(item.responses.map(({ rewards }) => rewards)).toEqual([undefined, undefined]);
  });

  it("of two checkpoints are two items, even where the answers are the same", async () => {
    const reads = await readBytes(
      jsonl({ ...RECORD, step: 1 }, { ...RECORD, step: 2 }, { ...RECORD, step: 1 }),
    );
    expect(new Set(reads.map(({ item }) => item.id)).size).toBe(2);
    expect(new Set(reads.map(({ item }) => item.promptKey)).size).toBe(1);
  });

  it.each([
    [
      { ...RECORD, reward: [1] },
      'field "reward" is a list of 1, expected a list of 2 numbers, one a response',
    ],
    [{ ...RECORD, reward: 1 }, 'field "reward" is a number, expected a list of 2 numbers, one a response'],
    [{ ...RECORD, reward: [1, "high"] }, 'field "reward[1]" is "high", expected a finite number'],
    [{ ...RECORD, step: "late" }, 'field "step" is "late", expected a finite number'],
    [{ ...RECORD, checkpoint: {} }, 'field "checkpoint" is an object, expected a string or a number'],
    [{ ...RECORD, responses: ["Blue.", 7] }, 'field "responses[1]" is a number, expected a string'],
    [
      { prompt: "Sky?", chosen: "Blue." },
      'field "responses" is missing, expected a list of strings (or "response", a string)',
    ],
    [{ ...RECORD, responses: [] }, 'field "responses" is a list of 0, expected a list of strings'],
  ])("refuse %j", async (record, message) => {
    const failure = await failureOf(readBytes(jsonl(RECORD, record)));
    expect([failure.code, failure.where, failure.message]).toEqual(["TARE_DATA_FIELD", "stdin:2", message]);
  });
});
