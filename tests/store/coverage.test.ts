import { join } from "node:path";
import { expect, test } from "vitest";
import { readCoverage } from "../../src/store/coverage.js";
import { openStore } from "../../src/store/open.js";
import { lines, preferences } from "../cli/preferences.js";
import { workplace } from "../cli/workplace.js";
import { weigh } from "../stages/weighing.js";

const place = workplace();

const RUBRIC = {
  name: "ranking",
  why: "A rubric for tests.",
  minimumPrompts: 6,
  ranking: { accuracy: { atLeast: 0.55 } },
};

/** Declines for want of a reason on answers without a list. */
const operator = (version: number, expects: string, attribute: string): string => `export default {
  summary: "For a test.", version: ${version}, expects: "${expects}", attribute: "${attribute}", changes: "response",
  applies: "Lists.", languages: "any", preserves: [], doses: [1, 2], source: "Written for a test.", examples: [],
  apply: ({ response }, { dose }) => (response.includes("- ") ? response + "!".repeat(dose) : { skip: "no-list" }),
};`;

test("a run keeps what its operators said then, when a later version of them says otherwise", async () => {
  const file = join(place.path, "tare.db");
  place.file("data.jsonl", lines(preferences(12)));
  place.file("rubric.json", RUBRIC);
  place.file("one/shout.js", operator(1, "same", "tone"));
  place.file("two/shout.js", operator(2, "not-higher", "shouting"));
  const models = ["scripted:length+noise(1)"];
  const runs: string[] = [];
  for (const folder of ["one", "two"]) {
    const [outcome] = await weigh(place.path, { models, augmentations: [`./${folder}/shout.js`] });
    runs.push(outcome!.view.run);
  }
  const store = openStore(file, { mustExist: true });
  const said = (run: string) =>
    readCoverage(store, run).map(({ skipped, ...row }) => ({ ...row, ...skipped }));
  const row = { augmentation: "shout", changes: "response", applied: 4, "no-list": 20 };
  expect(said(runs[0]!)).toEqual(
    [1, 2].map((dose) => ({ ...row, dose, attribute: "tone", expects: "same" })),
  );
  expect(said(runs[1]!)).toEqual(
    [1, 2].map((dose) => ({ ...row, dose, attribute: "shouting", expects: "not-higher" })),
  );
  store.db.close();
});
