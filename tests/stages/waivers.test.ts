import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { rejudgeRuns } from "../../src/stages/rejudge.js";
import { openStore } from "../../src/store/open.js";
import { lines, preferences } from "../cli/preferences.js";
import { BREAKS, COMPLETENESS } from "../cli/rubrics.js";
import { workplace } from "../cli/workplace.js";
import { weigh } from "./weighing.js";

const place = workplace();
const ids = { broken: "completeness/correct-direction", kept: "ranking/accuracy" };
const waivers = [
  { claim: ids.broken, until: "2026-06-30", why: "The team answers for it until the next training." },
];
const on = (day: string) => () => `${day}T12:00:00.000Z`;

beforeAll(() => {
  place.file("data.jsonl", lines(preferences(30)));
  const ranking = { accuracy: { atLeast: 0.5 } };
  // Minus the length: rejected answers are shorter, so they win; the ranking is turned round by the data.
  const turned = preferences(30).map(({ chosen, rejected, ...rest }) => ({
    ...rest,
    chosen: rejected,
    rejected: chosen,
  }));
  place.file("turned.jsonl", lines(turned));
  place.file("rubric.json", { ...COMPLETENESS, ranking, waivers });
});

test("a waiver blocks nothing until its day has passed, in run and gate alike; then the claim counts again", async () => {
  const options = { data: ["turned.jsonl"], models: [BREAKS], database: "waived.db" };
  const [first] = await weigh(place.path, options, { now: on("2026-06-30") });
  expect(first!.view.verdict).toBe("pass");
  expect(
    first!.view.verdicts.map(({ claim: { id }, verdict, waiver }) => [id, verdict, waiver?.until]),
  ).toEqual([
    [ids.broken, "fail", "2026-06-30"],
    [ids.kept, "pass", undefined],
  ]);

  const store = openStore(join(place.path, "waived.db"), { mustExist: true });
  const gate = (day: string) => rejudgeRuns(store, undefined, { today: day, waivers: [] })[0]!;
  expect(gate("2026-06-30")).toMatchObject({
    verdict: "pass",
    because: expect.stringContaining("until 2026-06-30"),
  });
  expect(gate("2026-07-01")).toMatchObject({ verdict: "fail", because: `failed: ${ids.broken}` });
  store.db.close();

  const [later] = await weigh(place.path, options, { now: on("2026-07-01") });
  expect(later!.view).toMatchObject({ run: first!.view.run, verdict: "fail" });
  expect(later!.view.verdicts[0]!.waiver).toBeNull();
});
