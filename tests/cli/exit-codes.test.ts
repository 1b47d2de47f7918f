import { beforeAll, describe, expect, test } from "vitest";
import { EXIT_CODES, type ExitCode, worstExit } from "../../src/commands/exit-codes.js";
import { lines, preferences } from "./preferences.js";
import { BREAKS, COMPLETENESS, KEEPS, NEITHER } from "./rubrics.js";
import { run } from "./tare.js";
import { workplace } from "./workplace.js";

const place = workplace();

beforeAll(() => {
  place.file("data.jsonl", lines(preferences(30)));
  place.file("rubric.json", COMPLETENESS);
  place.file("throwing.mjs", THROWING);
});

const THROWING = `export default {
  summary: "Throws on every answer.", version: 1, expects: "same", attribute: "nerves", changes: "response",
  applies: "Everything.", languages: "any", preserves: [], source: "A test.", examples: [],
  apply() { throw new Error("no nerves at all"); },
};`;

const weigh = (models: readonly string[], ...more: string[]) =>
  run(
    [
      "run",
      "data.jsonl",
      "--rubric",
      "./rubric.json",
      ...models.flatMap((model) => ["--model", model]),
      ...more,
    ],
    { cwd: place.path },
  );

describe("the exit code of a run", () => {
  test.each([
    ["every claim proved", [KEEPS], 0, "PASS"],
    ["a claim broken", [BREAKS], 3, "FAIL"],
    ["nothing proved", [NEITHER], 4, "inconclusive"],
    ["passing and inconclusive", [KEEPS, NEITHER], 4, "inconclusive"],
    ["inconclusive and failing", [NEITHER, BREAKS], 3, "FAIL"],
    ["failing and passing, the failing one first", [BREAKS, KEEPS], 3, "FAIL"],
  ])("%s", async (_, models, code, word) => {
    const { code: found, stdout, stderr } = await weigh(models);
    expect(stderr).not.toContain("TARE_");
    expect(stdout.toLowerCase()).toContain(word.toLowerCase());
    expect(found).toBe(code);
  });

  test("a usage error is 2", async () => {
    const { code, stdout } = await weigh([KEEPS], "--limit", "0");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });

  test("2 goes before the 3 of a model weighed earlier, and before all work", async () => {
    const { code, stderr } = await weigh([BREAKS, "./no-such-model"], "--db", "never.db");
    expect(code).toBe(2);
    expect(stderr).toContain("TARE_MODEL_MISSING  ./no-such-model");
    expect(stderr).not.toContain("read 30 records");
  });

  test("an operator that throws is 1, before the 3 of the same run", async () => {
    const { code, stdout, stderr } = await weigh([BREAKS], "--augmentation", "./throwing.mjs");
    expect(stdout).toContain("FAIL");
    expect(stderr).toContain("TARE_AUGMENTATION_THREW");
    expect(code).toBe(1);
  });
});

test("of several codes the first of 130, 1, 2, 3, 4, 0 wins", () => {
  const order: ExitCode[] = [130, 1, 2, 3, 4, 0];
  expect([...Object.keys(EXIT_CODES)].map(Number).sort()).toEqual([...order].sort());
  order.forEach((code, index) => {
    const weaker = order.slice(index);
    expect(worstExit([...weaker].reverse())).toBe(code);
    expect(worstExit(weaker)).toBe(code);
  });
  expect(worstExit([])).toBe(0);
});
