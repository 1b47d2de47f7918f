import type Database from "better-sqlite3";

export interface RewardSql {
  /** What joins the head, after `runs r`; empty where there are several. */
  readonly head: string;
  /** The head whose row of scores stands for the text. */
  readonly at: string;
  /** The reward of a text, whose row of scores is joined as `scored`. */
  of(text: string, scored: string): string;
}

/** How the reward of a run is computed in SQL. Of most scorers it is one head: then no sum over heads is needed. */
export function rewardSql(db: Database.Database, run: string): RewardSql {
  const heads = db
    .prepare<[string], number>("SELECT count(*) FROM run_heads WHERE run = ?")
    .pluck()
    .get(run)!;
  if (heads === 1)
    return {
      head: "CROSS JOIN run_heads h ON h.run = r.id",
      at: "h.head",
      of: (_, scored) => `h.weight * ${scored}.logit`,
    };
  return {
    head: "",
    at: "0",
    of: (text) =>
      `(SELECT sum(o.weight * l.logit) FROM run_heads o JOIN scores l ON l.head = o.head
         WHERE o.run = r.id AND l.scorer = r.scorer AND l.text = ${text})`,
  };
}
