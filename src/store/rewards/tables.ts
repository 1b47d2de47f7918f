/**
 * Tables that hold no content: what is in them follows from the others. They are never copied from one database to another,
 * but made anew where they belong (fillRewards, fillWords).
 */
export const DERIVED_TABLES: ReadonlySet<string> = new Set([
  "base_rewards",
  "pair_cells",
  "pair_rewards",
  "operator_means",
  "operator_drift",
  "skip_counts",
  "score_counts",
  "text_numbers",
  "prompt_numbers",
]);
