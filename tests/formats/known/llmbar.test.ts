import { expect, it } from "vitest";
import { failureOf, jsonl, readBytes } from "../reading.js";

const record = { input: "Lua?", output_1: "first", output_2: "second", label: 1 };

it("chooses the output that the label names", async () => {
  const read = await readBytes(jsonl(record, { ...record, label: 2 }));
  expect(read.map(({ format }) => format)).toEqual(["llmbar", "llmbar"]);
  expect(read.map(({ item }) => item.responses.map(({ role, text }) => `${role} ${text}`))).toEqual([
    ["chosen first", "rejected second"],
    ["chosen second", "rejected first"],
  ]);
  expect(read[0]!.item.prompt).toEqual([{ role: "user", content: "Lua?" }]);
});

it.each([
  [0, "0"],
  [3, "3"],
  [1.5, "1.5"],
  ["one", '"one"'],
  [null, "null"],
  [undefined, "missing"],
])("refuses the label %j", async (label, found) => {
  const failure = await failureOf(readBytes(jsonl(record, { ...record, label })));
  expect([failure.code, failure.where]).toEqual(["TARE_DATA_FIELD", "stdin:2"]);
  expect(failure.message).toBe(`field "label" is ${found}, expected a whole number from 1 to 2`);
});
