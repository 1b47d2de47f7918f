import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { exportRuns } from "../../src/store/export/export-runs.js";
import { openStore, type Store } from "../../src/store/open.js";
import { interventionsOfPair } from "../../src/store/oracle/read-interventions.js";
import { listRuns } from "../../src/store/runs.js";
import { listFamilies, readTrainingPairs } from "../../src/store/training-pairs.js";
import { ITEMS, oracleWorkplace } from "./oracle-workplace.js";

const place = oracleWorkplace();
const COMPOSED = "oracle:degrade+length-padding";
const at = (name: string) => join(place.path, name);
let store: Store;
let run: string;

beforeAll(async () => {
  const { views } = await place.run("all.db", { augmentations: [`${COMPOSED}@2`] });
  run = views[0]!.run;
  store = openStore(at("all.db"));
  return () => store.db.close();
});

test("a composed pair is known by the attribute that the oracle moved, so that it can be held out", () => {
  const composed = listFamilies(store, run).filter(({ augmentation }) => augmentation === COMPOSED);
  expect(composed).toMatchObject([{ attribute: "completeness", pairs: ITEMS }]);
});

test("its texts are traced to the oracle that wrote the first part", () => {
  const pairs = [...readTrainingPairs(store, run)].filter(({ augmentation }) => augmentation === COMPOSED);
  for (const { pair, item } of pairs)
    expect(interventionsOfPair(store, pair)).toMatchObject([
      { item, operator: "oracle:degrade", outcome: "verified", attribute: "completeness" },
    ]);
  expect(pairs).toHaveLength(ITEMS);
});

test("a database of the run alone holds what it rests on", async () => {
  await exportRuns(store, listRuns(store), at("one.db"), async () => {});
  const of = "SELECT operator, count(*) AS n FROM run_interventions GROUP BY operator ORDER BY operator";
  expect(place.read("one.db", of)).toEqual(place.read("all.db", of));
  expect(place.read("one.db", of)).toContainEqual({ operator: "oracle:degrade", n: ITEMS });
});
