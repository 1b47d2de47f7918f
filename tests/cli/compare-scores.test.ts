import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { rewardOf } from "../scorers/http/protocols.js";
import { serve } from "../scorers/http/server.js";
import { describeWithShared } from "../shared.js";
import { askOne } from "./database.js";
import { lines, preferences } from "./preferences.js";
import { run } from "./tare.js";
import { workplace } from "./workplace.js";

const place = workplace();
const RECORDS = preferences(15);
const compare = async (a: string, b: string, ...more: string[]) => {
  const args = ["compare-scores", a, b, "data.jsonl", "--json", "--quiet", ...more];
  const { code, stdout, stderr } = await run(args, { cwd: place.path });
  expect(stderr).toBe("");
  return { code, found: JSON.parse(stdout) };
};

beforeAll(() => {
  place.file("data.jsonl", lines(RECORDS));
});

describe("tare compare-scores", () => {
  test.each([
    ["scripted:length", "scripted:1*length", 0, "same rewards"],
    ["scripted:length", "scripted:0.5*length+constant(7)", 0, "same order, other scale"],
    ["scripted:length+noise(1)", "scripted:-1*length", 3, "different"],
    ["scripted:length", "scripted:bullets", 3, "different"],
  ])("%s against %s: exit %i, %s", async (a, b, exit, verdict) => {
    const { code, found } = await compare(a, b);
    expect({ code, verdict: found.verdict }).toEqual({ code: exit, verdict });
    expect(found).toMatchObject({
      texts: 30,
      order: { comparisons: 15 },
      a: { noiseFloor: 0, truncated: 0 },
    });
  });

  test("gives the line, its rest and the turned comparisons as they can be counted by hand", async () => {
    const words = (text: string) => text.split(/\s+/).length;
    const bullets = (text: string) => text.match(/^- /gm)?.length ?? 0;
    const margins = RECORDS.map(({ chosen, rejected }) => words(chosen) - words(rejected));
    const others = RECORDS.map(
      ({ chosen, rejected }) => words(chosen) - words(rejected) - 20 * (bullets(chosen) - bullets(rejected)),
    );
    const turned = margins.filter((margin, index) => margin * others[index]! < 0).length;
    expect(turned).toBeGreaterThan(0);
    const { found } = await compare("scripted:length", "scripted:length-20*bullets");
    expect(found.order).toEqual({ comparisons: 15, flipped: turned, share: turned / 15 });
    expect(found.agreement.raw.max).toBe(60);
    expect(found.because).toContain(`${turned} of 15 comparisons are turned`);
  });

  test("more may be allowed", async () => {
    const args = ["scripted:length", "scripted:length+noise(0.05)"] as const;
    expect((await compare(...args)).code).toBe(3);
    expect((await compare(...args, "--tolerance", "0.1")).found.verdict).toBe("same rewards");
    expect((await compare(...args, "--tolerance", "0.1")).code).toBe(0);
  });

  test("for people: names, floors and the verdict; one scorer twice is told", async () => {
    const args = ["compare-scores", "scripted:length", "scripted:length", "data.jsonl"];
    const { code, stdout } = await run(args, { cwd: place.path });
    expect(code).toBe(0);
    expect(stdout).toContain("same rewards: no text differs by more than 0");
    expect(stdout).toContain("A and B are one scorer");
    expect(stdout).toMatch(/Spearman 1/);
  });

  test.each([
    [["--tolerance", "-1"], "--tolerance wants a number of 0 or more"],
    [["--tolerance", "x"], "--tolerance wants a number of 0 or more"],
    [["--max-flips", "2"], "--max-flips wants a share between 0 and 1"],
  ])("%s", async (more, says) => {
    const args = ["compare-scores", "scripted:length", "scripted:bullets", "data.jsonl", ...more];
    const { code, stdout, stderr } = await run(args, { cwd: place.path });
    expect(stderr).toContain(`TARE_USAGE  ${says}`);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });

  test("two endpoints that serve one model: one raw, one with a sigmoid", async () => {
    const [raw, squashed] = [await serve("openrlhf"), await serve("sglang-classify", { activated: true })];
    try {
      const { code, found } = await compare(
        `http:openrlhf+${raw.url}#render=response`,
        `http:sglang-classify+${squashed.url}#render=response&activated=ok`,
      );
      expect({ code, verdict: found.verdict }).toEqual({ code: 0, verdict: "same order, other scale" });
      expect(found.because).toMatch(/^B rises with A, but on no line/);
      expect(found.agreement.spearman).toBeCloseTo(1, 6);
      const rewards = RECORDS.flatMap(({ chosen, rejected }) => [chosen, rejected]).map(rewardOf);
      expect(found.agreement.sdA ** 2 * 29).toBeCloseTo(squares(rewards), 6);
    } finally {
      await raw.close();
      await squashed.close();
    }
  });
});

function squares(values: readonly number[]): number {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  return values.reduce((sum, one) => sum + (one - mean) ** 2, 0);
}

describeWithShared("an ONNX model", "fixtures/models/bert-pair", (model) => {
  test("against its own scores, written and read as precomputed", async () => {
    const db = ["--db", "onnx.db"];
    const out = ["score", "data.jsonl", "--model", model, "--out", "bert.jsonl", ...db, "--threads", "1"];
    expect((await run(out, { cwd: place.path })).code).toBe(0);
    const { code, found } = await compare(model, "precomputed:bert.jsonl", ...db, "--threads", "1");
    expect({ code, verdict: found.verdict }).toEqual({ code: 0, verdict: "same rewards" });
    expect(found.agreement.raw.max).toBe(0);
    expect(askOne(join(place.path, "onnx.db"), "SELECT count(*) FROM noise")).toBe(2);
  });
});
