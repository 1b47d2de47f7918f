import type { CoverageRow, OracleUse, RunView } from "../../src/contract.js";
import { BAD } from "./views.js";

const step = { version: 2, template: "a".repeat(32), repaired: 0, refused: 0, truncated: 0, unreadable: 0 };

export const USE: OracleUse = {
  oracle: {
    ...{ kind: "replay", model: "scribe", address: "", note: "written by hand" },
    files: { "oracle-replay.jsonl": "b".repeat(64) },
  },
  verifier: { kind: "openai", model: "judge-7b", address: "http://127.0.0.1:8080/v1", files: {}, note: "" },
  steps: [
    { ...step, step: "attributes", asked: 48, read: 48 },
    { ...step, step: "degrade", asked: 48, read: 44, repaired: 3, refused: 1, truncated: 2, unreadable: 1 },
    { ...step, step: "verify", asked: 1352, read: 1352 },
  ],
  operators: [
    {
      ...{ operator: "oracle:degrade", tried: 48, verified: 36, checked: 44, agreement: 0.95 },
      refused: { "verifier-order": 6, "oracle-unreadable": 4, "oracle-length": 2 },
    },
    {
      operator: "oracle:paraphrase",
      tried: 10,
      verified: 9,
      checked: 10,
      agreement: 1,
      refused: { "verifier-moved": 1 },
    },
  ],
  claimed: { factuality: ["oracle:degrade"] },
  ...{ calls: 1451, counted: 1400, promptTokens: 1_204_000, completionTokens: 90_500 },
  ...{ priced: 1400, cost: 3.2, seconds: 734 },
  examples: [
    {
      ...{ operator: "oracle:degrade", item: "c".repeat(32), reason: "verifier-order" },
      detail: "accuracy: whichever came first was better",
    },
    {
      operator: "oracle:paraphrase",
      item: "d".repeat(32),
      reason: "verifier-moved",
      detail: "clarity <b>moved</b>",
    },
  ],
};

const row = (
  attribute: string,
  augmentation: string,
  expects: CoverageRow["expects"],
  applied: number,
): CoverageRow => ({
  ...{ attribute, augmentation, expects, applied, dose: null, changes: "response", skipped: {} },
});

/** Claims on factuality rest on rules and on degradations; those on wording on nothing else than an oracle. */
export const ASKED: RunView = {
  ...BAD,
  oracle: USE,
  coverage: [
    ...BAD.coverage,
    row("factuality", "oracle:degrade", "lower", 36),
    row("wording", "oracle:paraphrase", "same", 9),
    row("irrelevant query", "oracle:irrelevant-query", "same", 30),
  ],
};
