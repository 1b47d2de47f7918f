import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import type { Item } from "../../src/contract.js";
import { describeWithShared } from "../shared.js";
import { formatNamed } from "./known-formats.js";
import { jsonl, readBytes, readFiles } from "./reading.js";

function texts(item: Item, role: string): string[] {
  return item.responses.filter((response) => response.role === role).map(({ text }) => text);
}

/** The same record with its keys in another order. */
function reversed(record: object): object {
  return Object.fromEntries(Object.entries(record).reverse());
}

function idsOf(reads: readonly { item: Item }[]): string[] {
  return reads.map(({ item }) => item.id).sort();
}

describeWithShared("RM-Bench as published", "data/rm-bench", (cwd) => {
  it.each([
    ["chat_filtered.json", 129],
    ["code_filtered.json", 228],
    ["safety-refuse_filtered.json", 284],
    ["safety-response_filtered.json", 157],
  ])("%s: each record is one item, word for word", async (file, count) => {
    const raw = JSON.parse(readFileSync(`${cwd}/${file}`, "utf8")) as {
      prompt: string;
      chosen: string[];
      rejected: string[];
      subset: string;
    }[];
    const reads = await readFiles([file], { cwd });
    expect(reads).toHaveLength(count);
    expect(new Set(idsOf(reads)).size).toBe(count);
    reads.forEach(({ item, where, format }, index) => {
      const { prompt, chosen, rejected, subset } = raw[index]!;
      expect([format, where]).toEqual(["rm-bench", { file, line: index + 1 }]);
      expect([item.prompt[0]!.content, item.subset]).toEqual([prompt, subset]);
      expect([texts(item, "chosen"), texts(item, "rejected")]).toEqual([chosen, rejected]);
    });
    expect(idsOf(await readBytes(jsonl(...raw.reverse().map(reversed))))).toEqual(idsOf(reads));
  });
});

describeWithShared("LLMBar as published", "data/llmbar", (cwd) => {
  it.each([
    ["natural.json", 100],
    ["adversarial-neighbor.json", 134],
    ["adversarial-gptinst.json", 92],
    ["adversarial-gptout.json", 47],
    ["adversarial-manual.json", 46],
  ])("%s: each record is one item, the label's output chosen", async (file, count) => {
    const raw = JSON.parse(readFileSync(`${cwd}/${file}`, "utf8")) as Record<string, string | number>[];
    const reads = await readFiles([file], { cwd });
    expect(reads).toHaveLength(count);
    expect(new Set(idsOf(reads)).size).toBe(count);
    reads.forEach(({ item, format }, index) => {
      const { input, output_1, output_2, label } = raw[index]!;
      const [chosen, rejected] = label === 1 ? [output_1, output_2] : [output_2, output_1];
      expect([format, item.prompt]).toEqual(["llmbar", [{ role: "user", content: input }]]);
      expect([texts(item, "chosen"), texts(item, "rejected")]).toEqual([[chosen], [rejected]]);
    });
    expect(idsOf(await readBytes(JSON.stringify(raw.reverse().map(reversed))))).toEqual(idsOf(reads));
  });
});

describeWithShared("HH-RLHF as published", "data/hh-rlhf/harmless-base-test.jsonl.gz", (file) => {
  it("is read up to its first record without an answer", async () => {
    const records = gunzipSync(readFileSync(file))
      .toString()
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { chosen: string; rejected: string });
    expect(records).toHaveLength(2312);
    const format = formatNamed("hh-rlhf");
    expect(records.every((record) => format.detects({ ...record }))).toBe(true);
    const empty = records.findIndex(({ chosen }) => /\n\nAssistant:\s*$/.test(chosen));
    await expect(readFiles([file])).rejects.toMatchObject({
      code: "TARE_DATA_EMPTY_RESPONSE",
      where: `${file}:${empty + 1}`,
    });
    const reads = await readBytes(jsonl(...records.slice(0, empty)));
    reads.forEach(({ item }, index) => {
      // Put together again, the turns give the transcript, but for the space after each mark.
      const turns = [...item.prompt, { role: "assistant", content: texts(item, "chosen")[0]! }];
      const again = turns.map(
        ({ role, content }) => `\n\n${role === "user" ? "Human" : "Assistant"}: ${content}`,
      );
      expect(again.join("")).toBe(records[index]!.chosen);
    });
    expect(reads.length).toBeGreaterThan(50);
  });
});
