import { expect, it } from "vitest";
import { failureOf, jsonl, readBytes } from "../reading.js";

const record = {
  id: 8,
  prompt: "Drawers?",
  chosen: ["c1", "c2", "c3"],
  rejected: ["r1", "r2", "r3"],
  error_key: "k",
  error: "e",
};

it("names the styles by their place in the list", async () => {
  const [read] = await readBytes(jsonl({ ...record, domain: "chat" }));
  expect(read!.format).toBe("rm-bench");
  expect(read!.item.prompt).toEqual([{ role: "user", content: "Drawers?" }]);
  expect(read!.item.responses).toEqual([
    { role: "chosen", style: "concise", text: "c1" },
    { role: "chosen", style: "plain", text: "c2" },
    { role: "chosen", style: "markdown", text: "c3" },
    { role: "rejected", style: "concise", text: "r1" },
    { role: "rejected", style: "plain", text: "r2" },
    { role: "rejected", style: "markdown", text: "r3" },
  ]);
});

it("takes the subset, else the domain, else none", async () => {
  const read = await readBytes(
    jsonl({ ...record, domain: "chat" }, { ...record, domain: "chat", subset: "alpacaeval" }, record),
  );
  expect(read.map(({ item }) => item.subset)).toEqual(["chat", "alpacaeval", ""]);
});

it("allows the same text in two styles of one role, but not in both roles", async () => {
  expect(await readBytes(jsonl({ ...record, chosen: ["c", "c", "c3"] }))).toHaveLength(1);
  const failure = await failureOf(readBytes(jsonl({ ...record, chosen: ["c1", "r3", "c3"] })));
  expect([failure.code, failure.message]).toEqual([
    "TARE_DATA_SAME_RESPONSES",
    "the chosen (plain) and the rejected (markdown) response are the same text",
  ]);
});

it("names the style of an empty response", async () => {
  const failure = await failureOf(readBytes(jsonl({ ...record, rejected: ["r1", " \n", "r3"] })));
  expect([failure.code, failure.message]).toEqual([
    "TARE_DATA_EMPTY_RESPONSE",
    "the rejected (plain) response is empty",
  ]);
});
