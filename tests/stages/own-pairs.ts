import { join } from "node:path";
import type { RunView } from "../../src/contract.js";
import { digestOf, itemId, promptKey } from "../../src/keys.js";
import { openScorer } from "../../src/scorers/open.js";
import { analyzeRun } from "../../src/stages/analyze.js";
import { assembleKit } from "../../src/stages/assemble.js";
import { beginRun } from "../../src/stages/begin.js";
import { pairItems } from "../../src/stages/pair.js";
import { ensureNoise, scoreRun } from "../../src/stages/score.js";
import { viewRun } from "../../src/stages/view.js";
import { writeItems } from "../../src/store/items.js";
import { openStore, type Store } from "../../src/store/open.js";
import { findRun } from "../../src/store/runs.js";
import type { Workplace } from "../cli/workplace.js";
import { surroundings } from "./weighing.js";

export interface OwnPair {
  readonly prompt: string;
  readonly base: string;
  readonly variant: string;
  readonly scores: readonly [base: number, variant: number];
}

/**
 * Pairs that someone else made, with scores that someone else gave, through tare's own stages: an operator that looks its
 * variant up, one answer a prompt, a score file, the store, the statistics and the judge.
 */
export async function weighOwnPairs(
  place: Workplace,
  {
    attribute,
    model,
    pairs,
    rubric,
  }: { attribute: string; model: string; pairs: readonly OwnPair[]; rubric: object },
): Promise<RunView> {
  const variants = Object.fromEntries(pairs.map(({ prompt, base, variant }) => [prompt + base, variant]));
  const operator = place.file(`${attribute}.mjs`, operatorFor(attribute, variants));
  const rows = pairs.flatMap(({ prompt, base, variant, scores }) => [
    JSON.stringify({ prompt, response: base, score: scores[0] }),
    JSON.stringify({ prompt, response: variant, score: scores[1] }),
  ]);
  const scores = place.file(`${attribute}-${model}.jsonl`, [...new Set(rows)].join("\n"));
  const around = surroundings(place.path);
  const kit = await assembleKit(
    { rubric: `./${place.file(`${attribute}.json`, rubric)}`, models: [], augmentations: [`./${operator}`] },
    place.path,
  );
  const store = openStore(join(place.path, "own-pairs.db"));
  const scorer = await openScorer(`precomputed:${scores}`, kit.kinds, { cwd: place.path });
  try {
    const items = pairs.map(({ prompt, base }) => {
      const draft = {
        prompt: [{ role: "user", content: prompt }],
        responses: [{ role: "response" as const, text: base, style: "" }],
        subset: "",
      };
      return { ...draft, id: itemId(draft), promptKey: promptKey(draft.prompt) };
    });
    writeItems(store, items);
    const ids = items.map(({ id }) => id).sort();
    const counts = {
      read: items.length,
      distinct: items.length,
      tooLong: 0,
      duplicates: 0,
      mended: 0,
      unranked: 0,
    };
    const data = { files: [`${attribute}.jsonl`], items: ids, digest: digestOf(ids), ...counts };
    const run = beginRun(store, scorer, { data, kit, seed: 1, head: undefined, began: around.now() }, around);
    if (run.state === "pairing" && !takeOver(store, run.id, data.digest))
      await pairItems(store, run, kit.selected, scorer.identity.maxLength, around);
    await scoreRun(store, run, scorer, around);
    await ensureNoise(store, run, scorer, around);
    await analyzeRun(store, run, kit.rubric, kit.rules, around);
    return viewRun(store, findRun(store, run.id)!);
  } finally {
    await scorer.close();
    store.db.close();
  }
}

/** Pairs do not hang on the model: what was built for the first holds for the others, and building them takes longest. */
function takeOver(store: Store, run: string, data: string): boolean {
  const first = store.db
    .prepare<[string, string], string>(
      "SELECT id FROM runs WHERE data = ? AND id <> ? AND state = 'complete'",
    )
    .pluck()
    .get(data, run);
  if (first === undefined) return false;
  const copies = {
    run_pairs: "pair, item, position",
    skips: "augmentation, dose, item, position, stage, reason, detail",
    run_texts: "part, text",
  };
  for (const [table, columns] of Object.entries(copies))
    store.db
      .prepare(
        `INSERT OR IGNORE INTO ${table} (run, ${columns}) SELECT ?, ${columns} FROM ${table} WHERE run = ?`,
      )
      .run(run, first);
  store.db
    .prepare(
      `UPDATE run_items SET language = (SELECT language FROM run_items o WHERE o.run = ? AND o.item = run_items.item)
        WHERE run = ?`,
    )
    .run(first, run);
  return true;
}

/** A plain object: an operator from outside needs no import. */
function operatorFor(attribute: string, variants: Readonly<Record<string, string>>): string {
  const fields = {
    summary: "The variant that someone else made.",
    ...{ version: 1, expects: "same", changes: "response", applies: "known answers", languages: "any" },
    ...{ attribute, preserves: [], source: "made for a test" },
    examples: [
      { response: "a", skips: "unknown" },
      { response: "b", skips: "unknown" },
      { response: "c", skips: "unknown" },
    ],
  };
  return `const variants = ${JSON.stringify(variants)};
export default { ...${JSON.stringify(fields)}, apply: ({ messages, response }) =>
  variants[messages[0].content + response] ?? { skip: "unknown" } };
`;
}
