import { readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import type { Item } from "../../src/contract.js";
import { tallyBad } from "../../src/formats/bad-records.js";
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

describeWithShared(
  "HH-RLHF as published, bad records left out",
  "data/hh-rlhf/harmless-base-test.jsonl.gz",
  (file) => {
    it("loses the nine records that state no preference, and says which", async () => {
      const bad = tallyBad();
      const reads = await readFiles([file], { bad });
      expect(reads).toHaveLength(2312 - 9);
      expect(bad.counts().map(({ code, count }) => [code, count])).toEqual([
        ["TARE_DATA_EMPTY_RESPONSE", 4],
        ["TARE_DATA_TURNS", 5],
      ]);
    });
  },
);

describeWithShared("EvalBiasBench as published", "data/evalbiasbench", (cwd) => {
  it("is read from its object of lists, one a bias", async () => {
    const raw = JSON.parse(readFileSync(`${cwd}/biasbench.json`, "utf8")) as Record<
      string,
      Record<string, unknown>[]
    >;
    const records = Object.values(raw).flat();
    const reads = await readFiles(["biasbench.json"], { cwd });
    expect(reads).toHaveLength(80);
    reads.forEach(({ item, format, where }, index) => {
      const { instruction, response1, response2, label, bias } = records[index]!;
      const [chosen, rejected] = label === 1 ? [response1, response2] : [response2, response1];
      expect([format, where.line, item.subset]).toEqual(["evalbiasbench", index + 1, bias]);
      expect(item.prompt).toEqual([{ role: "user", content: instruction }]);
      expect([texts(item, "chosen"), texts(item, "rejected")]).toEqual([[chosen], [rejected]]);
    });
  });
});

describeWithShared("published rewards of counterfactual pairs", "data/counterfactual-scores", (cwd) => {
  it.each(["length.jsonl", "structure.jsonl"])("%s: both texts with every model's reward", async (file) => {
    const lines = readFileSync(`${cwd}/${file}`, "utf8").trimEnd().split("\n");
    const reads = await readFiles([file], { cwd });
    expect(reads).toHaveLength(500);
    reads.forEach(({ item, format }, index) => {
      const { base, perturbed, scores, bias } = JSON.parse(lines[index]!);
      expect([format, item.subset, texts(item, "response")]).toEqual([
        "counterfactual-scores",
        bias,
        [base, perturbed],
      ]);
      const rewards = item.responses.map((response) => response.rewards);
      for (const [model, given] of Object.entries(scores))
        expect(rewards.map((each) => each?.[model])).toEqual(Object.values(given as object));
    });
  });
});

describeWithShared("every file of the public data", "data", (cwd) => {
  it("is read, in a format that is found without being named", async () => {
    const files = readdirSync(cwd, { recursive: true, encoding: "utf8" }).filter((name) =>
      /\.jsonl?(\.gz)?$/.test(name),
    );
    expect(files.length).toBeGreaterThanOrEqual(13);
    for (const file of files) {
      const reads = await readFiles([file], { cwd, bad: tallyBad() });
      expect(reads.length, file).toBeGreaterThan(40);
    }
  });
});
