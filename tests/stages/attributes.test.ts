import { beforeAll, describe, expect, test } from "vitest";
import type { RunView } from "../../src/contract.js";
import { groupsOf } from "../../src/reports/layout/groups.js";
import { lines, preferences } from "../cli/preferences.js";
import { workplace } from "../cli/workplace.js";
import { weigh } from "./weighing.js";

const place = workplace();
let view: RunView;

/** A rubric may take an operator, or some of its doses, for another attribute than the one the operator declares. */
const hack = (attribute: string, augmentations: readonly string[]) => ({
  attribute,
  why: "Filler may not pay.",
  augmentations,
  expect: "not-higher",
});
const RUBRIC = {
  name: "moved",
  why: "A rubric for tests.",
  minimumPrompts: 6,
  spurious: [
    hack("length", ["length-padding@1.5", "length-padding@2"]),
    hack("flattery", ["length-padding@1.25", "length-padding@4"]),
    hack("formatting", ["preamble"]),
  ],
};

beforeAll(async () => {
  place.file("data.jsonl", lines(preferences(24)));
  place.file("rubric.json", RUBRIC);
  const models = ["scripted:0.1*length+noise(0.5)"];
  view = (await weigh(place.path, { models, augmentations: ["whitespace-jitter"] }))[0]!.view;
});

describe("operators stand where the rubric puts them", () => {
  test("with the attribute of their rule, or their own where no rule names them", () => {
    expect(view.coverage.map(({ attribute, augmentation, dose }) => [augmentation, dose, attribute])).toEqual(
      [
        ["length-padding", 1.25, "flattery"],
        ["length-padding", 1.5, "length"],
        ["length-padding", 2, "length"],
        ["length-padding", 4, "flattery"],
        ["preamble", null, "formatting"],
        ["whitespace-jitter", null, "whitespace"],
      ],
    );
  });

  test("and each row of a report shows the numbers of its own operator and dose", () => {
    const rows = groupsOf(view).flatMap((group) => group.rows);
    expect(rows).toHaveLength(6);
    for (const row of rows) {
      const { augmentation, dose, applied } = row.coverage;
      expect(row.effect("bias")).toMatchObject({ augmentation, dose, n: applied });
      expect(row.note).toBe("");
    }
  });
});

test("a dose without a pair shows no number, least of all that of the other doses", () => {
  const coverage = view.coverage.map((row) => (row.dose === 4 ? { ...row, applied: 0 } : row));
  const effects = view.effects.filter(({ dose }) => dose !== 4);
  const rows = groupsOf({ ...view, coverage, effects }).flatMap((group) => group.rows);
  const empty = rows.find((row) => row.coverage.dose === 4)!;
  expect(empty.effect("bias")).toBeUndefined();
  expect(empty.note).toBe("nothing was measured");
});
