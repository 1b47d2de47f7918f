import { beforeAll, expect, test } from "vitest";
import { lines, preferences } from "../cli/preferences.js";
import { workplace } from "../cli/workplace.js";
import { weigh } from "./weighing.js";

const place = workplace();

beforeAll(() => {
  place.file("data.jsonl", lines(preferences(30)));
  place.file("rubric.json", {
    name: "probes",
    why: "For a test.",
    minimumPrompts: 6,
    probes: [{ why: "Nothing is said.", augmentations: ["probe-punctuation", "probe-opener"] }],
  });
});

test.each([
  ["scripted:length", "pass", 1],
  ["scripted:-length", "fail", 0],
])("contentless answers under %s: %s", async (model, verdict, share) => {
  const [outcome] = await weigh(place.path, { models: [model], database: `${verdict}.db` });
  const { view } = outcome!;
  expect(view.verdict).toBe(verdict);
  expect(view.verdicts).toMatchObject([
    { claim: { id: "probe/below-floor", kind: "probe", bound: 0.9 }, estimate: share, verdict },
  ]);
  const applied = view.coverage.map(({ applied: pairs }) => pairs);
  expect(applied).toEqual([30, 30]);
});
