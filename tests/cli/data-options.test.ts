import { beforeAll, describe, expect, test } from "vitest";
import { expectRefusal } from "./afterwards.js";
import { lines, preferences } from "./preferences.js";
import { run } from "./tare.js";
import { workplace } from "./workplace.js";

const place = workplace();
const RECORDS = preferences(6);
const tare = (...args: string[]) => run(args, { cwd: place.path });
const score = (...args: string[]) =>
  tare("score", ...args, "--model", "scripted:length", "--db", "s.db", "--json");

/** A format of one's own, without importing anything. */
const OWN = `export default {
  summary: "questions with a good and a poor answer",
  columns: "q: string, good: string, poor: string",
  specificity: 1,
  detects: ({ q }) => typeof q === "string",
  read: ({ q, good, poor }) => ({
    prompt: [{ role: "user", content: q }],
    responses: [{ role: "chosen", text: good, style: "" }, { role: "rejected", text: poor, style: "" }],
    subset: "",
  }),
};`;

beforeAll(() => {
  place.file("plain.jsonl", lines(RECORDS));
  place.file(
    "nested.jsonl",
    lines(RECORDS.map(({ prompt, ...rest }) => ({ ask: { text: prompt }, answers: rest }))),
  );
  place.file(
    "own.jsonl",
    lines(RECORDS.map(({ prompt, chosen, rejected }) => ({ q: prompt, good: chosen, poor: rejected }))),
  );
  place.file("own-format.mjs", OWN);
  place.file("broken.mjs", OWN.replace("specificity: 1,", ""));
  const tied = RECORDS.map(({ prompt, chosen, rejected }, index) => ({
    ...{ prompt, response_1: chosen, response_2: rejected, preference_strength: index < 2 ? 0 : -1 },
  }));
  place.file("tied.jsonl", lines(tied));
});

describe("the options of data", () => {
  test("--map and --format FILE read the same texts as data in place", async () => {
    const plain = JSON.parse((await score("plain.jsonl")).stdout);
    const map = "prompt=ask.text,chosen=answers.chosen";
    const mapped = await score("nested.jsonl", "--map", map, "--map", "rejected=answers.rejected");
    const own = await score("own.jsonl", "--format", "./own-format.mjs");
    for (const ended of [mapped, own]) {
      expect(ended.code).toBe(0);
      const [{ texts, scored, mean, accuracy }] = JSON.parse(ended.stdout);
      expect({ texts, scored, mean, accuracy }).toEqual({
        ...{ texts: 12, scored: 0, mean: plain[0].mean, accuracy: plain[0].accuracy },
      });
    }
  });

  test("ties are scored, counted and said, and no comparison is made of them", async () => {
    const { code, stdout, stderr } = await score("tied.jsonl");
    expect(code).toBe(0);
    expect(stderr).toContain("read 6 records: 6 items, 2 without a preference (ties or unlabelled)");
    expect(JSON.parse(stdout)).toMatchObject([{ texts: 12, comparisons: 4 }]);
  });

  test.each([
    [["plain.jsonl", "--format", "trl-preferences"], "TARE_UNKNOWN_NAME", /did you mean trl-preference\?/],
    [["own.jsonl", "--format", "./none.mjs"], "TARE_UNKNOWN_NAME", /no such file/],
    [["own.jsonl", "--format", "./broken.mjs"], "TARE_EXTENSION_INVALID", /specificity/],
    [["nested.jsonl", "--map", "prompt"], "TARE_USAGE", /--map "prompt": want FIELD=PATH/],
    [
      ["nested.jsonl", "--map", "prompt=ask.question"],
      "TARE_DATA_FIELD",
      /nested\.jsonl:1: field "ask\.question" is missing/,
    ],
    [["tied.jsonl", "--format", "hh-rlhf"], "TARE_DATA_FIELD", /tied\.jsonl:1: field "chosen" is missing/],
  ])("%j is refused", async (args, code, says) => {
    expectRefusal(await score(...args), code, says);
  });

  test("--map does not go with --pairs, where formats are detected file by file", async () => {
    const args = ["run", "--pairs", "pairs.jsonl", "--map", "prompt=q", "--model", "scripted:length"];
    expectRefusal(await tare(...args), "TARE_USAGE", /--format and --map do not go with --pairs/);
  });
});
