import { join } from "node:path";
import { expect, test } from "vitest";
import { COVARIATES } from "../../src/contract.js";
import { textKey } from "../../src/keys.js";
import type { AcceptedPair } from "../../src/pairs/build.js";
import { openStore } from "../../src/store/open.js";
import { writeBuilt } from "../../src/store/pairs.js";
import { readOperatorPairs } from "../../src/store/scored-pairs.js";
import { workplace } from "../cli/workplace.js";
import { addRun } from "./scored-store.js";

const place = workplace();

/** A pair of the run's own two texts, every covariate with another value. */
function builtPair(item: string): AcceptedPair {
  const messages = [{ role: "user", content: "model: question 0" }];
  const base = { messages, response: "answer 0 to 0" };
  const variant = { messages, response: "changed answer 0 to 0" };
  return {
    ...{ kind: "pair", augmentation: "changed", version: 1, dose: undefined, item, response: 0, key: "own" },
    ...{ base, variant, baseKey: textKey(base), variantKey: textKey(variant) },
    drift: {
      ...{ baseTokens: 4, variantTokens: 8, sentences: 2, listItems: 3, headings: 4, bold: 5, codeSpans: 6 },
      ...{ numbers: 7, urls: 8, capitals: 9, registerMarkers: 10, codeErrors: 11 },
      ...{ similarity: 0.5, editSimilarity: null },
    },
  };
}

test("every covariate of a pair is read as it was written, and one that an older schema did not count is made good", () => {
  const store = openStore(join(place.path, "drift.db"));
  const made = { subset: "", responses: [{ role: "chosen" as const, score: 1, changed: 3 }] };
  const run = addRun(store, [made], "model");
  const item = store.db.prepare<[], string>("SELECT id FROM items").pluck().get()!;
  const write = () => writeBuilt(store, run, 0, 2, [builtPair(item)]);
  const read = () => readOperatorPairs(store, run, "changed").valid.map(({ drift }) => drift);
  write();
  const [drift] = read();
  expect(Object.keys(drift!)).toEqual([...COVARIATES]);
  // tokens: one doubling
  expect(Object.values(drift!)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  store.db.exec("UPDATE drift SET code_errors = 0, sentences = 1 WHERE pair = 'own'");
  expect(read()).toMatchObject([{ codeErrors: 0, sentences: 1 }]);
  write();
  expect(read()).toMatchObject([{ codeErrors: 11, sentences: 1 }]);
  store.db.close();
});
