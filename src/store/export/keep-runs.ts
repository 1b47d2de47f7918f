import type { Store } from "../open.js";
import type { CopyOptions } from "../transfer/copy-table.js";
import type { TableShape } from "../transfer/tables.js";
import { KEPT_OF_ORACLES, noteOracles, PROMPTS_OF_ORACLES, TEXTS_OF_ORACLES } from "./keep-oracles.js";

/** Notes what runs of the attached source rest on, in temporary tables: items, pairs, texts, prompts, and what was scored. */
export function noteKept({ db }: Store, runs: readonly string[]): void {
  db.exec("CREATE TEMP TABLE kept_runs (run TEXT PRIMARY KEY) WITHOUT ROWID");
  const keep = db.prepare("INSERT INTO temp.kept_runs VALUES (?)");
  for (const run of runs) keep.run(run);
  const note = (name: string, column: string, sql: string) =>
    db.exec(`CREATE TEMP TABLE ${name} (${column} TEXT PRIMARY KEY) WITHOUT ROWID;
             INSERT OR IGNORE INTO temp.${name} ${sql}`);
  const ofKept = "run IN (SELECT run FROM temp.kept_runs)";
  note("kept_items", "item", `SELECT item FROM source.run_items WHERE ${ofKept}`);
  note("kept_pairs", "pair", `SELECT pair FROM source.run_pairs WHERE ${ofKept}`);
  note(
    "kept_operators",
    "name",
    `SELECT p.augmentation FROM temp.kept_pairs k JOIN source.pairs p ON p.key = k.pair
     UNION SELECT augmentation FROM source.skips WHERE ${ofKept}`,
  );
  noteOracles({ db });
  note(
    "kept_texts",
    "text",
    `SELECT text FROM source.run_texts WHERE ${ofKept}
     UNION SELECT r.text FROM temp.kept_items k JOIN source.responses r ON r.item = k.item
     UNION SELECT p.base FROM temp.kept_pairs k JOIN source.pairs p ON p.key = k.pair
     UNION SELECT p.variant FROM temp.kept_pairs k JOIN source.pairs p ON p.key = k.pair
     UNION ${TEXTS_OF_ORACLES}`,
  );
  note(
    "kept_prompts",
    "prompt",
    `SELECT t.prompt FROM temp.kept_texts k JOIN source.texts t ON t.key = k.text
     UNION SELECT i.prompt FROM temp.kept_items k JOIN source.items i ON i.id = k.item
     UNION ${PROMPTS_OF_ORACLES}`,
  );
  db.exec(`CREATE TEMP TABLE kept_scores (scorer TEXT, text TEXT, PRIMARY KEY (scorer, text)) WITHOUT ROWID;
           INSERT OR IGNORE INTO temp.kept_scores
           SELECT r.scorer, t.text FROM temp.kept_runs k JOIN source.runs r ON r.id = k.run
             JOIN source.run_texts t ON t.run = r.id`);
}

const SCORERS = "SELECT scorer FROM source.runs WHERE id IN (SELECT run FROM temp.kept_runs)";
const OF_ITEM = { where: "s.item IN (SELECT item FROM temp.kept_items)" };
const OF_PAIR = { where: "s.pair IN (SELECT pair FROM temp.kept_pairs)" };
const OF_SCORER = { where: `s.scorer IN (${SCORERS})` };
const OF_OPERATOR = { where: "s.name IN (SELECT name FROM temp.kept_operators)" };
const EXPORTS = "SELECT export FROM source.run_exports WHERE run IN (SELECT run FROM temp.kept_runs)";
const OF_EXPORT = { where: `s.export IN (${EXPORTS})` };

/** Which rows go with a run, of the tables that do not name it. */
const KEPT: Readonly<Record<string, CopyOptions>> = {
  prompts: { where: "s.key IN (SELECT prompt FROM temp.kept_prompts)" },
  texts: { where: "s.key IN (SELECT text FROM temp.kept_texts)" },
  items: { where: "s.id IN (SELECT item FROM temp.kept_items)" },
  ...{ responses: OF_ITEM, rollouts: OF_ITEM, logged_rewards: OF_ITEM },
  ...{ augmentations: OF_OPERATOR, augmentation_targets: OF_OPERATOR },
  pairs: { where: "s.key IN (SELECT pair FROM temp.kept_pairs)" },
  ...{ drift: OF_PAIR, judgements: OF_PAIR },
  scorers: { where: `s.key IN (${SCORERS})` },
  ...{ scorer_files: OF_SCORER, scorer_heads: OF_SCORER, noise: OF_SCORER },
  ...{ tunings: OF_SCORER, throughputs: OF_SCORER }, // where it ran is part of its report
  scores: {
    where: "EXISTS (SELECT 1 FROM temp.kept_scores k WHERE k.scorer = s.scorer AND k.text = s.text)",
  },
  rubrics: {
    where: "s.digest IN (SELECT rubric FROM source.runs WHERE id IN (SELECT run FROM temp.kept_runs))",
  },
  runs: { where: "s.id IN (SELECT run FROM temp.kept_runs)" },
  baselines: {
    where:
      "s.digest IN (SELECT baseline FROM source.run_baselines WHERE run IN (SELECT run FROM temp.kept_runs))",
  },
  training_exports: { where: `s.id IN (${EXPORTS})` },
  ...{ export_digests: OF_EXPORT, export_operators: OF_EXPORT },
  ...KEPT_OF_ORACLES,
};

/** Whether anyone has said which rows of a table go with a run. */
export function isKnown({ name, ofRun }: TableShape): boolean {
  return name in KEPT || ofRun;
}

/** Which rows of a table go with the kept runs; undefined for none. */
export function keptOf({ name, ofRun }: TableShape): CopyOptions | undefined {
  if (name in KEPT) return KEPT[name];
  return ofRun ? { where: "s.run IN (SELECT run FROM temp.kept_runs)" } : undefined;
}
