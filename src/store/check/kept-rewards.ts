import type { UntouchedStore } from "../open-untouched.js";
import { rewardSql } from "../rewards/reward-sql.js";
import { type Check, type Finding, ROWS_A_TURN } from "./finding.js";

const ANEW = "They are made anew from the scores: tare analyze --run with the run's id.";

/** Rewards that the analysis kept ready, against what the scores make of them. */
export const keptRewards: Check = {
  name: "kept rewards",
  tables: ["base_rewards", "pair_cells", "pair_rewards", "scores", "run_pairs"],
  *find(store) {
    const runs = store.db.prepare<[], string>("SELECT id FROM runs WHERE state = 'complete'").pluck().all();
    for (const run of runs) {
      const wrong = [differing(store, run, "base_rewards"), differing(store, run, "pair_rewards")];
      for (const rows of wrong) {
        let seen = 0;
        for (const { table, row } of rows) {
          yield about(table, `run ${run}, ${row}`, "is not what the scores make of it");
          if (++seen % ROWS_A_TURN === 0) yield null;
        }
      }
      yield* uncounted(store, run);
      yield null;
    }
  },
};

function about(table: string, row: string, what: string): Finding {
  return { table, row, what, fix: ANEW };
}

function differing({ db }: UntouchedStore, run: string, table: "base_rewards" | "pair_rewards") {
  const { head, at, of } = rewardSql(db, run);
  const sql =
    table === "base_rewards"
      ? `SELECT 'base_rewards' AS "table", 'item ' || b.item || ', response ' || b.position AS row
           FROM runs r ${head} CROSS JOIN base_rewards b ON b.run = r.id
          CROSS JOIN scores s ON s.scorer = r.scorer AND s.text = b.text AND s.head = ${at}
          WHERE r.id = ? AND b.score <> ${of("b.text", "s")}`
      : `SELECT 'pair_rewards' AS "table", 'pair ' || w.pair AS row
           FROM runs r ${head} CROSS JOIN pair_cells c ON c.run = r.id CROSS JOIN pair_rewards w ON w.cell = c.id
          CROSS JOIN pairs p ON p.key = w.pair
          CROSS JOIN scores b ON b.scorer = r.scorer AND b.text = p.base AND b.head = ${at}
          CROSS JOIN scores v ON v.scorer = r.scorer AND v.text = p.variant AND v.head = ${at}
          WHERE r.id = ? AND (w.base_score <> ${of("p.base", "b")} OR w.variant_score <> ${of("p.variant", "v")}
             OR w.difference <> w.variant_score - w.base_score)`;
  return db.prepare<[string], { table: string; row: string }>(sql).iterate(run);
}

/** One row a response and one a pair: no more and no less. */
function* uncounted({ db }: UntouchedStore, run: string): Generator<Finding> {
  const count = (sql: string) => db.prepare<[string], number>(sql).pluck().get(run)!;
  const counts = [
    {
      table: "base_rewards",
      kept: count("SELECT count(*) FROM base_rewards WHERE run = ?"),
      there: count("SELECT count(*) FROM run_items i JOIN responses r ON r.item = i.item WHERE i.run = ?"),
    },
    {
      table: "pair_rewards",
      kept: count("SELECT count(*) FROM pair_cells c JOIN pair_rewards w ON w.cell = c.id WHERE c.run = ?"),
      there: count("SELECT count(*) FROM run_pairs WHERE run = ?"),
    },
    {
      table: "pair_cells",
      kept: count("SELECT coalesce(sum(pairs), 0) FROM pair_cells WHERE run = ?"),
      there: count("SELECT count(*) FROM run_pairs WHERE run = ?"),
    },
  ];
  for (const { table, kept, there } of counts)
    if (kept !== there) yield about(table, `run ${run}`, `${kept} kept, ${there} there are`);
}
