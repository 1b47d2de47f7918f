import type { CopyOptions } from "../transfer/copy-table.js";
import type { TableShape } from "../transfer/tables.js";
import { OF_NEW_CALL, OF_NEW_INTERVENTION } from "./match-answers.js";
import { EXPORT_HERE, OF_ADDED_EXPORT } from "./match-exports.js";
import { POSITION_HERE } from "./match-responses.js";

const OF_NEW_ITEM = { where: "s.item IN (SELECT item FROM temp.new_items)" };
const OF_TAKEN_RUN = "s.run IN (SELECT run FROM temp.taken_runs)";

/** Tables whose rows are not simply those of the source that are not here yet; undefined: taken by other means. */
const SPECIAL: Readonly<Record<string, CopyOptions | undefined>> = {
  responses: OF_NEW_ITEM,
  rollouts: OF_NEW_ITEM,
  logged_rewards: OF_NEW_ITEM,
  augmentation_targets: {
    where: "(s.name, s.version) IN (SELECT name, version FROM temp.new_augmentations)",
  },
  oracle_attributes: OF_NEW_CALL,
  oracle_grades: OF_NEW_CALL,
  oracle_interventions: { ...OF_NEW_INTERVENTION, values: { position: POSITION_HERE } },
  oracle_intervention_calls: OF_NEW_INTERVENTION,
  training_exports: undefined,
  export_digests: { where: OF_ADDED_EXPORT, values: { export: EXPORT_HERE } },
  export_operators: { where: OF_ADDED_EXPORT, values: { export: EXPORT_HERE } },
  runs: { where: "s.id IN (SELECT run FROM temp.taken_runs)" },
  run_pairs: { where: OF_TAKEN_RUN, values: { position: POSITION_HERE } },
  skips: { where: OF_TAKEN_RUN, values: { position: POSITION_HERE } },
  run_exports: { where: OF_TAKEN_RUN, values: { export: EXPORT_HERE } },
  run_exported_items: { where: OF_TAKEN_RUN, values: { export: EXPORT_HERE } },
  // Events without a run have no key of any kind: the same words at the same time are the same.
  events: {
    where: `${OF_TAKEN_RUN} OR s.run IS NULL AND NOT EXISTS (
              SELECT 1 FROM main.events m WHERE m.run IS NULL AND (m.at, m.kind, m.detail) = (s.at, s.kind, s.detail))`,
    without: ["id"],
  },
};

/** How the rows of a table are taken over; undefined where that is not by copying them. */
export function ruleOf(table: TableShape): CopyOptions | undefined {
  if (table.name in SPECIAL) return SPECIAL[table.name];
  return table.ofRun ? { where: OF_TAKEN_RUN } : {};
}

/** Tables whose rows name the position of an answer of an item: they are copied once it is known where each answer stands here. */
export function comesAfterAnswers({ name, ofRun }: TableShape): boolean {
  return ofRun || ["runs", "oracle_interventions", "oracle_intervention_calls"].includes(name);
}
