import { describe, expect, it } from "vitest";
import { tallyBad } from "../../../src/formats/bad-records.js";
import { failureOf, jsonl, readBytes } from "../reading.js";

const row = (prompt: string, response: string, helpfulness: unknown) => ({
  ...{ prompt, response, helpfulness, correctness: 3, coherence: 4, complexity: 1, verbosity: 2 },
});

async function ranks(...rows: object[]) {
  const reads = await readBytes(jsonl(...rows));
  return reads.map(({ item, where, records }) => [
    ...[where.line, records],
    ...item.responses.map(({ role, text }) => `${role} ${text}`),
  ]);
}

describe("HelpSteer2", () => {
  it("makes one item of the rows of a prompt, the more helpful response chosen", async () => {
    expect(
      await ranks(row("p", "worse", 1), row("p", "better", 4), row("q", "good", 3), row("q", "bad", 0)),
    ).toEqual([
      [1, 2, "rejected worse", "chosen better"],
      [3, 2, "chosen good", "rejected bad"],
    ]);
  });

  it("drops neither of two responses that are equally helpful, nor one that stands alone", async () => {
    expect(await ranks(row("p", "a", 2), row("p", "b", 2), row("q", "c", 4))).toEqual([
      [1, 2, "response a", "response b"],
      [3, 1, "response c"],
    ]);
  });

  it("reads the turns of a prompt by their marks", async () => {
    const prompt = "Hi\n<extra_id_1>Assistant\nHello!\n<extra_id_1>User\nWhy?";
    const [read] = await readBytes(jsonl(row(prompt, "a", 1), row(prompt, "b", 2)));
    expect(read!.item.prompt).toEqual([
      { role: "user", content: "Hi" },
      { role: "assistant", content: "Hello!" },
      { role: "user", content: "Why?" },
    ]);
  });

  it.each([
    ["Hi\n<extra_id_1>Assistant\nHello!", /^field "prompt" ends with the assistant's turn/],
    ["Hi\n<extra_id_1>User\nWhy?", /^field "prompt" has two turns of the user one after another \(turn 2\)/],
  ])("refuses turns that do not alternate: %j", async (prompt, message) => {
    const failure = await failureOf(readBytes(jsonl(row(prompt, "a", 1))));
    expect([failure.code, failure.where]).toEqual(["TARE_DATA_TURNS", "stdin:1"]);
    expect(failure.message).toMatch(message);
  });

  it.each([5, -1, 1.5, "much", null])(
    "refuses the helpfulness %j, at the first row of its item",
    async (rating) => {
      const failure = await failureOf(
        readBytes(jsonl(row("o", "x", 1), row("p", "a", 1), row("p", "b", rating))),
      );
      expect([failure.code, failure.where]).toEqual(["TARE_DATA_FIELD", "stdin:2"]);
      expect(failure.message).toMatch(/^field "helpfulness" is .*, expected a whole number from 0 to 4$/);
    },
  );

  it("leaves all rows of a bad item out, each counted", async () => {
    const bad = tallyBad();
    const rows = [row("p", "a", 1), row("p", "b", 9), row("q", "c", 1), row("q", "d", 2)];
    expect(await readBytes(jsonl(...rows), { bad })).toHaveLength(1);
    expect(bad.counts()).toMatchObject([{ code: "TARE_DATA_FIELD", count: 2 }]);
  });
});
