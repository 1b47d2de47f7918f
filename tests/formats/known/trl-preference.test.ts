import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { jsonl, readBytes } from "../reading.js";

function sha(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}

it("makes one user message of a prompt that is a string", async () => {
  const [read] = await readBytes(jsonl({ prompt: "2 + 2?", chosen: "4", rejected: "5" }));
  // The canonical JSON of keys.ts, written out by hand.
  const promptKey = sha('[{"content":"2 + 2?","role":"user"}]');
  const responses = ['{"role":"chosen","style":"","text":"4"}', '{"role":"rejected","style":"","text":"5"}'];
  const id = sha(
    `{"prompt":"${promptKey}","responses":[${responses.map((each) => JSON.stringify(each)).join(",")}],"subset":""}`,
  );
  expect(read).toEqual({
    format: "trl-preference",
    where: { file: "stdin", line: 1 },
    records: 1,
    item: {
      id,
      promptKey,
      prompt: [{ role: "user", content: "2 + 2?" }],
      responses: [
        { role: "chosen", text: "4", style: "" },
        { role: "rejected", text: "5", style: "" },
      ],
      subset: "",
    },
  });
});

it("keeps the roles of a prompt that is a list, and drops their other fields", async () => {
  const prompt = [
    { role: "system", content: "" },
    { role: "user", content: " Hi ", name: "Ann" },
    { role: "tool", content: "{}" },
  ];
  const [read] = await readBytes(jsonl({ prompt, chosen: "a", rejected: "b" }));
  expect(read!.item.prompt).toEqual([
    { role: "system", content: "" },
    { role: "user", content: " Hi " },
    { role: "tool", content: "{}" },
  ]);
});

it("reads a subset, as RewardBench has it; null is none", async () => {
  const [one, two] = await readBytes(
    jsonl(
      { prompt: "p", chosen: "a", rejected: "b", subset: "hep-cpp", id: 7, chosen_model: "human" },
      { prompt: "q", chosen: "a", rejected: "b", subset: null },
    ),
  );
  expect([one!.item.subset, two!.item.subset]).toEqual(["hep-cpp", ""]);
});

it("changes no character of a text", async () => {
  const chosen = "  line\r\n\ttwo \u00a0\n\n";
  const [read] = await readBytes(jsonl({ prompt: " p\n", chosen, rejected: chosen.trim() }));
  expect(read!.item.prompt[0]!.content).toBe(" p\n");
  expect(read!.item.responses.map(({ text }) => text)).toEqual([chosen, "line\r\n\ttwo"]);
});
