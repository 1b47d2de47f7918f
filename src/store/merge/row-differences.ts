import type { Store } from "../open.js";
import { PASSING } from "./match-answers.js";
import type { Difference } from "./merged.js";

/** Rows with the same key whose content is no part of the key, and may not be the same: `what` tells both. */
const COMPARED: readonly { readonly table: string; readonly sql: string }[] = [
  {
    table: "augmentations",
    sql: `SELECT s.name || ' v' || s.version || ': ' || concat_ws('; ',
                 CASE WHEN m.expects <> s.expects THEN 'expects ' || m.expects || ' here, ' || s.expects || ' there' END,
                 CASE WHEN m.attribute <> s.attribute THEN 'attribute ' || m.attribute || ' here, ' || s.attribute || ' there' END,
                 CASE WHEN m.changes <> s.changes THEN 'changes ' || m.changes || ' here, ' || s.changes || ' there' END,
                 CASE WHEN m.summary <> s.summary THEN 'another summary' END,
                 CASE WHEN m.source <> s.source THEN 'another source' END,
                 CASE WHEN m.targets <> s.targets THEN 'targets ' || m.targets || ' here, ' || s.targets || ' there' END) AS what
            FROM (SELECT *, (SELECT coalesce(group_concat(covariate, ', ' ORDER BY covariate), 'none')
                               FROM source.augmentation_targets t WHERE t.name = a.name AND t.version = a.version) AS targets
                    FROM source.augmentations a) s
            JOIN (SELECT *, (SELECT coalesce(group_concat(covariate, ', ' ORDER BY covariate), 'none')
                               FROM main.augmentation_targets t WHERE t.name = a.name AND t.version = a.version) AS targets
                    FROM main.augmentations a) m ON m.name = s.name AND m.version = s.version
           WHERE (m.expects, m.attribute, m.changes, m.summary, m.source, m.targets)
              <> (s.expects, s.attribute, s.changes, s.summary, s.source, s.targets)`,
  },
  {
    table: "scorers",
    sql: `SELECT s.key || ': called ' || m.name || ' here, ' || s.name || ' there' AS what
            FROM source.scorers s JOIN main.scorers m ON m.key = s.key WHERE m.name <> s.name`,
  },
  {
    table: "rubrics",
    sql: `SELECT s.digest || ': ' || m.name || ' here, ' || s.name || ' there, with the same rules in other words' AS what
            FROM source.rubrics s JOIN main.rubrics m ON m.digest = s.digest WHERE (m.name, m.source) <> (s.name, s.source)`,
  },
  {
    table: "baselines",
    sql: `SELECT s.digest || ': the same content in another file' AS what
            FROM source.baselines s JOIN main.baselines m ON m.digest = s.digest WHERE m.snapshot <> s.snapshot`,
  },
  {
    table: "oracle_calls",
    sql: `SELECT s.key || ': ' || m.outcome || ' here, ' || s.outcome || ' there; another answer to the same question' AS what
            FROM source.oracle_calls s JOIN main.oracle_calls m ON m.key = s.key
           WHERE (m.answer, m.outcome, m.parsed) IS NOT (s.answer, s.outcome, s.parsed)`,
  },
  {
    table: "oracle_interventions",
    sql: `SELECT s.operator || ' on ' || s.item || ': ' || coalesce(nullif(m.reason, ''), 'verified') || ' here, '
                 || coalesce(nullif(s.reason, ''), 'verified') || ' there; made from other answers' AS what
            FROM source.oracle_interventions s
            JOIN main.oracle_interventions m ON (m.settings, m.item, m.operator) = (s.settings, s.item, s.operator)
           WHERE (m.outcome, m.reason, m.base, m.variant) IS NOT (s.outcome, s.reason, s.base, s.variant) AND s.reason NOT IN ${PASSING}`,
  },
  {
    table: "noise",
    sql: `SELECT s.scorer || ', head ' || s.head || ': noise floor ' || m.floor || ' here, ' || s.floor || ' there' AS what
            FROM source.noise s JOIN main.noise m ON m.scorer = s.scorer AND m.sample = s.sample AND m.head = s.head
           WHERE m.floor <> s.floor`,
  },
  {
    table: "judgements",
    sql: `SELECT s.pair || ' by ' || s.reader || ': ' || m.judgement || ' here, ' || s.judgement || ' there, at the same time' AS what
            FROM source.judgements s JOIN main.judgements m ON m.pair = s.pair AND m.reader = s.reader
           WHERE m.at = s.at AND (m.judgement, m.shown, m.note) <> (s.judgement, s.shown, s.note)`,
  },
];

/** Differences that are shown of each table. */
const SHOWN = 10;

/** Rows that both databases have under one key with other content. What is here is kept. */
export function compareRows(store: Store): Difference[] {
  const { db } = store;
  const queries = [...COMPARED, { table: "drift", sql: driftQuery(store) }];
  return queries.flatMap(({ table, sql }) => {
    const rows = db.prepare<[], number>(`SELECT count(*) FROM (${sql})`).pluck().get()!;
    if (rows === 0) return [];
    const examples = db.prepare<[number], string>(`SELECT what FROM (${sql}) ORDER BY what LIMIT ?`).pluck();
    return [{ table, rows, examples: examples.all(SHOWN) }];
  });
}

/** Drift is measured from the texts: other numbers come of another version of tare. */
function driftQuery({ db }: Store): string {
  const columns = db
    .prepare<[], string>("SELECT name FROM pragma_table_info('drift') WHERE name <> 'pair'")
    .pluck()
    .all();
  const list = (of: string) => columns.map((column) => `${of}."${column}"`).join(", ");
  return `SELECT s.pair || ': measured otherwise' AS what FROM source.drift s CROSS JOIN main.drift m ON m.pair = s.pair
           WHERE (${list("m")}) IS NOT (${list("s")})`;
}
