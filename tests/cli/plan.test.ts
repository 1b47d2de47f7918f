import { beforeAll, expect, test } from "vitest";
import type { PlanView } from "../../src/planning/view.js";
import { lines, preferences } from "./preferences.js";
import { COMPLETENESS, KEEPS } from "./rubrics.js";
import { run } from "./tare.js";
import { workplace } from "./workplace.js";

const place = workplace();
const plan = (...more: string[]) =>
  run(["plan", "data.jsonl", "--model", KEEPS, "--rubric", "./rubric.json", ...more], { cwd: place.path });

beforeAll(() => {
  place.file("data.jsonl", lines(preferences(20)));
  place.file("rubric.json", COMPLETENESS);
});

test("a table says pairs, texts, time and what can be decided", async () => {
  const { code, stdout } = await plan("--budget", "30texts");
  expect(code).toBe(0);
  for (const said of [
    "20 items, 20 prompts",
    "60 distinct, 0 scored already, 60 to score",
    "measured now (60 texts in",
    "truncated-ending",
    "completeness/correct-direction",
    "assumed",
    "A budget of 30 texts takes 10 prompts, at most 10 for each claim: 10 pairs, 30 texts (0 scored already)",
    "It leaves out 10 prompts, 10 pairs, 30 texts.",
    "Every claim that all of the data could decide can still be decided.",
  ])
    expect(stdout).toContain(said);
});

test("--json gives the same as data, one entry a model", async () => {
  const { code, stdout } = await plan("--json", "--model", "scripted:1");
  expect(code).toBe(0);
  const views = JSON.parse(stdout) as PlanView[];
  expect(views.map(({ model }) => model)).toEqual([KEEPS.replace("scripted:", ""), "1"]);
  expect(views[0]).toMatchObject({
    all: { items: 20, texts: 60, scored: 0 },
    budget: null,
    earlierRun: null,
  });
  expect(views[0]!.all.claims[0]).toMatchObject({ prompts: 20, undecidable: "", measured: false });
});

test.each([
  ["nonsense", "TARE_BUDGET_SYNTAX", '"nonsense" is neither a time nor a number of texts'],
  ["5texts", "TARE_BUDGET_TOO_SMALL", "6 prompts, from which on a claim can be judged, cost about 18 texts"],
])("--budget %s ends with code 2 and says what to do", async (budget, code, what) => {
  const ended = await plan("--budget", budget);
  expect(ended).toMatchObject({ code: 2, stdout: "" });
  expect(ended.stderr).toContain(code);
  expect(ended.stderr).toContain(what);
  expect(ended.stderr).toContain("what to do:");
});
