import { join } from "node:path";
import { expect, test } from "vitest";
import { ask } from "../cli/database.js";
import { lines, preferences } from "../cli/preferences.js";
import { COMPLETENESS, KEEPS } from "../cli/rubrics.js";
import { workplace } from "../cli/workplace.js";
import { weigh } from "../stages/weighing.js";

const place = workplace();

test("a model named twice in one command is one newest run", async () => {
  place.file("data.jsonl", lines(preferences(8)));
  place.file("rubric.json", COMPLETENESS);
  const [once, again] = await weigh(place.path, { models: [KEEPS, KEEPS] });
  expect(again!.view.run).toBe(once!.view.run);
  expect(again!.view.look).toBe(1);
  expect(ask(join(place.path, "tare.db"), "SELECT run FROM newest_runs")).toEqual([{ run: once!.view.run }]);
});
