import { beforeAll, expect, test } from "vitest";
import { lines, preferences } from "../cli/preferences.js";
import { COMPLETENESS, KEEPS, NEITHER } from "../cli/rubrics.js";
import { workplace } from "../cli/workplace.js";
import { weigh } from "./weighing.js";

const place = workplace();

beforeAll(() => {
  place.file("data.jsonl", lines(preferences(16)));
  place.file("rubric.json", COMPLETENESS);
});

test("a look is one whatever the limit and the seed, and another model's is told beside it", async () => {
  const first = await weigh(place.path, { models: [KEEPS], limit: 8 });
  const again = await weigh(place.path, { models: [KEEPS, NEITHER], limit: 12, seed: 2 });
  const looks = [...first, ...again].map(({ view: { look, lookOfAll } }) => [look, lookOfAll]);
  expect(looks).toEqual([
    [1, 1],
    [2, 2],
    [1, 3],
  ]);
});
