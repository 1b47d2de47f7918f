import { type Check, type Finding, RESTORE, ROWS_A_TURN } from "./finding.js";

/** A question whose every answer is wrong; its column `row` names the row. */
interface Rule {
  readonly name: string;
  /** The table whose rows are named. */
  readonly table: string;
  readonly tables: readonly string[];
  readonly sql: string;
  readonly what: string;
  readonly fix: string;
}

const REWEIGH =
  "Weigh into a new database (--db FILE), or restore the file from a copy: a complete run is not scored again in this one.";

/** What holds between rows and no column can forbid. */
const RULES: readonly Rule[] = [
  {
    name: "scores of complete runs",
    table: "scores",
    tables: ["runs", "run_heads", "run_texts"],
    sql: `SELECT 'run ' || r.id || ', text ' || rt.text || ', head ' || h.head AS row
            FROM runs r CROSS JOIN run_heads h ON h.run = r.id CROSS JOIN run_texts rt ON rt.run = r.id
           WHERE r.state = 'complete'
             AND NOT EXISTS (SELECT 1 FROM scores s WHERE s.scorer = r.scorer AND s.text = rt.text AND s.head = h.head)`,
    what: "the run is complete, and its scorer has no score of this text",
    fix: REWEIGH,
  },
  {
    name: "texts of runs",
    table: "run_texts",
    tables: ["run_pairs", "pairs", "run_items", "responses"],
    sql: `SELECT 'run ' || run || ', text ' || text AS row FROM (
            SELECT rp.run, p.base AS text FROM run_pairs rp JOIN pairs p ON p.key = rp.pair
            UNION ALL SELECT rp.run, p.variant FROM run_pairs rp JOIN pairs p ON p.key = rp.pair
            UNION ALL SELECT i.run, r.text FROM run_items i JOIN responses r ON r.item = i.item) used
           WHERE NOT EXISTS (SELECT 1 FROM run_texts t WHERE t.run = used.run AND t.text = used.text)`,
    what: "the run rests on this text, and does not list it as one to be scored",
    fix: REWEIGH,
  },
  {
    name: "scores are numbers",
    table: "scores",
    tables: [],
    sql: "SELECT scorer || ', text ' || text || ', head ' || head AS row FROM scores WHERE abs(logit) > 1.7976931348623157e308",
    what: "the score is infinite",
    fix: REWEIGH,
  },
  {
    name: "heads of rewards",
    table: "run_heads",
    tables: ["runs", "scorer_heads"],
    sql: `SELECT 'run ' || h.run || ', head ' || h.head AS row FROM run_heads h JOIN runs r ON r.id = h.run
           WHERE NOT EXISTS (SELECT 1 FROM scorer_heads s WHERE s.scorer = r.scorer AND s.head = h.head)`,
    what: "the reward is made of a head that its scorer does not have",
    fix: RESTORE,
  },
  {
    name: "drift of pairs",
    table: "pairs",
    tables: ["drift"],
    sql: "SELECT key AS row FROM pairs WHERE NOT EXISTS (SELECT 1 FROM drift WHERE pair = pairs.key)",
    what: "its drift was never measured, and statistics would pass it over",
    fix: RESTORE,
  },
  {
    name: "responses behind pairs",
    table: "run_pairs",
    tables: ["responses"],
    sql: `SELECT 'run ' || run || ', pair ' || pair AS row FROM run_pairs rp
           WHERE NOT EXISTS (SELECT 1 FROM responses r WHERE r.item = rp.item AND r.position = rp.position)`,
    what: "its item has no response at this position",
    fix: RESTORE,
  },
  {
    name: "items behind pairs",
    table: "run_pairs",
    tables: ["run_items"],
    sql: `SELECT 'run ' || run || ', pair ' || pair AS row FROM run_pairs rp
           WHERE NOT EXISTS (SELECT 1 FROM run_items i WHERE i.run = rp.run AND i.item = rp.item)`,
    what: "its item is none of the run's",
    fix: RESTORE,
  },
  {
    name: "responses behind skips",
    table: "skips",
    tables: ["responses", "run_items"],
    sql: `SELECT 'run ' || run || ', ' || augmentation || ', item ' || item AS row FROM skips k
           WHERE NOT EXISTS (SELECT 1 FROM responses r WHERE r.item = k.item AND r.position = k.position)
              OR NOT EXISTS (SELECT 1 FROM run_items i WHERE i.run = k.run AND i.item = k.item)`,
    what: "its item is none of the run's, or has no response at this position",
    fix: RESTORE,
  },
  {
    name: "oracles behind pairs",
    table: "run_pairs",
    tables: ["pairs", "run_oracles"],
    sql: `SELECT 'run ' || rp.run AS row FROM run_pairs rp JOIN pairs p ON p.key = rp.pair
           WHERE p.augmentation LIKE 'oracle:%' AND NOT EXISTS (SELECT 1 FROM run_oracles o WHERE o.run = rp.run)
           GROUP BY rp.run`,
    what: "it has pairs of an oracle, and nothing says of which",
    fix: RESTORE,
  },
  {
    name: "verification of oracle pairs",
    table: "oracle_interventions",
    tables: ["oracle_intervention_calls"],
    sql: `SELECT 'settings ' || settings || ', ' || operator || ', item ' || item AS row FROM oracle_interventions i
           WHERE outcome = 'verified' AND (SELECT count(*) FROM oracle_intervention_calls c
                   WHERE (c.settings, c.item, c.operator) = (i.settings, i.item, i.operator) AND c.part LIKE 'verify %') < 2`,
    what: "it counts as verified, and not both questions to the verifier are there",
    fix: RESTORE,
  },
  {
    name: "attributes and grades of answers",
    table: "oracle_calls",
    tables: ["oracle_attributes", "oracle_grades", "oracle_templates"],
    sql: `SELECT c.key AS row FROM oracle_calls c JOIN oracle_templates t ON t.digest = c.template
           WHERE c.outcome = 'read' AND (
                 t.step = 'attributes' AND json_array_length(c.parsed, '$.attributes') <> (
                   SELECT count(*) FROM oracle_attributes a WHERE a.call = c.key
                      AND a.name = c.parsed ->> ('$.attributes[' || a.position || '].name')
                      AND a.why = c.parsed ->> ('$.attributes[' || a.position || '].why'))
              OR t.step = 'grade' AND json_array_length(c.parsed, '$.grades') <> (
                   SELECT count(*) FROM oracle_grades g JOIN json_each(c.parsed, '$.grades') j
                       ON g.attribute = j.value ->> 'attribute' AND g.grade = j.value ->> 'grade' AND g.quote = j.value ->> 'quote'
                    WHERE g.call = c.key))`,
    what: "the attributes or grades in its answer are not those in their table",
    fix: RESTORE,
  },
  {
    name: "counts of skips",
    table: "skip_counts",
    tables: ["runs", "skips"],
    sql: `SELECT 'run ' || r.id AS row FROM runs r
           WHERE r.state = 'complete' AND (SELECT count(*) FROM skips k WHERE k.run = r.id)
              <> (SELECT coalesce(sum(skips), 0) FROM skip_counts c WHERE c.run = r.id)`,
    what: "the run has another number of skips than is noted",
    fix: "It is made anew with the run's statistics: tare analyze.",
  },
  {
    name: "counts of scores",
    table: "score_counts",
    tables: ["scores"],
    sql: `SELECT coalesce(c.scorer, n.scorer) AS row
            FROM (SELECT scorer, count(*) AS texts, sum(truncated) AS cut FROM scores WHERE head = 0 GROUP BY scorer) n
            FULL JOIN score_counts c ON c.scorer = n.scorer
           WHERE (coalesce(c.texts, 0), coalesce(c.truncated, 0)) <> (coalesce(n.texts, 0), coalesce(n.cut, 0))`,
    what: "the scorer has scored another number of texts than is noted",
    fix: "Merge it into a new database, which counts anew: tare db merge NEW.db THIS.db.",
  },
  {
    name: "verdicts of complete runs",
    table: "runs",
    tables: ["verdicts"],
    sql: `SELECT id AS row FROM runs r
           WHERE (state = 'complete') <> (verdict IS NOT NULL)
              OR state <> 'complete' AND EXISTS (SELECT 1 FROM verdicts v WHERE v.run = r.id)`,
    what: "a complete run has a verdict, and no other has one",
    fix: REWEIGH,
  },
  ...[
    "effects",
    "curve_points",
    "best_of_n",
    "exchange_rates",
    "checkpoint_means",
    "reward_correlations",
  ].map(
    (table): Rule => ({
      name: `runs behind ${table}`,
      table,
      tables: ["runs"],
      sql: `SELECT 'run ' || x.run AS row FROM ${table} x JOIN runs r ON r.id = x.run
             WHERE r.state NOT IN ('analyzing', 'complete') GROUP BY x.run`,
      what: "results of a run that has not been analysed",
      fix: "Give the run's command again: it goes on where it stopped and analyses anew.",
    }),
  ),
  ...["effects", "verdicts"].map(
    (table): Rule => ({
      name: `intervals of ${table}`,
      table,
      tables: [],
      sql: `SELECT 'run ' || run || ', ' || attribute || '/' || metric AS row FROM ${table} WHERE lower > upper`,
      what: "its lower bound lies above its upper one",
      fix: "Compute it again from the stored scores: tare analyze.",
    }),
  ),
];

function ruleCheck({ name, table, tables, sql, what, fix }: Rule): Check {
  return {
    name,
    tables: [table, ...tables],
    *find({ db }): Iterable<Finding | null> {
      let seen = 0;
      for (const { row } of db.prepare<[], { row: string }>(sql).iterate()) {
        yield { table, row, what, fix };
        if (++seen % ROWS_A_TURN === 0) yield null;
      }
    },
  };
}

export const ruleChecks: readonly Check[] = RULES.map(ruleCheck);
