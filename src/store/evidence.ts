import { createHash } from "node:crypto";
import { canonicalJson, digestOf } from "../keys.js";
import type { Store } from "./open.js";

export interface Counted {
  readonly count: number;
  readonly digest: string;
}

/** All pairs of a run by key, each with item and position: what was compared, whatever the code that made it. */
export function digestPairs({ db }: Store, run: string): Counted {
  const rows = db
    .prepare<[string], unknown[]>(
      "SELECT pair, item, position FROM run_pairs WHERE run = ? ORDER BY pair, item, position",
    )
    .raw();
  return digestRows(rows.iterate(run));
}

/** All raw logits of a run's texts by its scorer. */
export function digestScores({ db }: Store, run: string, scorer: string): Counted {
  const rows = db
    .prepare<[string, string], unknown[]>(
      `SELECT s.text, s.head, s.logit FROM run_texts rt JOIN scores s ON s.scorer = ? AND s.text = rt.text
        WHERE rt.run = ? ORDER BY s.text, s.head`,
    )
    .raw();
  return digestRows(rows.iterate(scorer, run));
}

/** Of each operator of a run, as `name@dose vVERSION`, what it declared when the run was made. */
export function operatorDefinitions(
  { db }: Store,
  operators: readonly string[],
): { readonly operator: string; readonly definition: string }[] {
  const find = db.prepare<[string, number], Record<string, unknown>>(
    "SELECT expects, attribute, changes, summary, source FROM augmentations WHERE name = ? AND version = ?",
  );
  const targets = db
    .prepare<[string, number], string>(
      "SELECT covariate FROM augmentation_targets WHERE name = ? AND version = ? ORDER BY covariate",
    )
    .pluck();
  return operators.map((operator) => {
    const [, name = operator, version = "0"] = /^(.*?)(?:@[\d.e-]+)? v(\d+)$/.exec(operator) ?? [];
    const declared = { ...find.get(name, Number(version)), targets: targets.all(name, Number(version)) };
    return { operator, definition: digestOf({ name, version: Number(version), ...declared }) };
  });
}

function digestRows(rows: Iterable<readonly unknown[]>): Counted {
  const hash = createHash("sha256");
  let count = 0;
  for (const row of rows) {
    hash.update(`${canonicalJson(row)}\n`);
    count++;
  }
  return { count, digest: hash.digest("hex").slice(0, 32) };
}
