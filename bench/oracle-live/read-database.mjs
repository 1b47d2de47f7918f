import Database from "better-sqlite3";

function reading(path, action) {
  const database = new Database(path, { readonly: true });
  try {
    return action((sql, ...values) => database.prepare(sql).all(...values));
  } finally {
    database.close();
  }
}

const ENDED = `
WITH ended AS (
  SELECT c.*, t.step, r.key IS NOT NULL AS mended, coalesce(r.outcome, c.outcome) AS came_to
    FROM oracle_calls c JOIN oracle_templates t ON t.digest = c.template LEFT JOIN oracle_calls r ON r.repairs = c.key)`;

/** What was asked, step by step; a question that asks to mend an answer counts with the one it mends. */
export function stepRows(path) {
  return reading(path, (all) =>
    all(`${ENDED}
SELECT step, sum(repairs IS NULL) AS asked, sum(repairs IS NULL AND came_to = 'read') AS read,
       sum(repairs IS NULL AND came_to = 'read' AND mended) AS repaired,
       sum(repairs IS NULL AND came_to = 'refused') AS refused, sum(repairs IS NULL AND came_to = 'truncated') AS truncated,
       sum(repairs IS NULL AND came_to = 'unreadable') AS unreadable, count(*) AS requests,
       sum(prompt_tokens) AS sent, sum(completion_tokens) AS written, sum(milliseconds) / 1000.0 AS seconds
  FROM ended GROUP BY step ORDER BY min(at), step`),
  );
}

/** What came of the changes, operator by operator. `accepted`: passed the checks of its text, and went to the verifier. */
export function operatorRows(path) {
  return reading(path, (all) => {
    const rows = all(`
SELECT operator, count(*) AS tried, sum(agreement IS NOT NULL OR outcome = 'verified') AS accepted,
       sum(outcome = 'verified') AS verified, avg(agreement) AS agreement
  FROM oracle_interventions GROUP BY operator ORDER BY operator`);
    const reasons = all(`
SELECT operator, reason, count(*) AS times FROM oracle_interventions WHERE reason <> ''
 GROUP BY operator, reason ORDER BY operator, times DESC, reason`);
    return rows.map((row) => ({
      ...row,
      reasons: reasons.filter(({ operator }) => operator === row.operator),
    }));
  });
}

/** Three answers of every step, of as many outcomes as there are. */
export function examples(path, count = 3) {
  return reading(path, (all) =>
    all(
      `${ENDED}, ranked AS (
  SELECT *, row_number() OVER (PARTITION BY step, outcome ORDER BY key) AS place FROM ended),
chosen AS (SELECT *, row_number() OVER (PARTITION BY step ORDER BY place, outcome, key) AS ordinal FROM ranked)
SELECT step, inputs, answer, outcome, problem, repairs IS NOT NULL AS again FROM chosen WHERE ordinal <= ? ORDER BY step, ordinal`,
      count,
    ),
  );
}

/** The changes that came to a pair, those that were verified first. */
export function pairExamples(path, count = 6) {
  return reading(path, (all) =>
    all(
      `SELECT v.operator, v.outcome, v.reason, v.detail, b.response AS base, t.response AS variant
  FROM oracle_interventions v JOIN texts b ON b.key = v.base JOIN texts t ON t.key = v.variant
 ORDER BY v.outcome = 'verified' DESC, v.reason, v.operator, v.item LIMIT ?`,
      count,
    ),
  );
}

const MADE = `
SELECT item, operator, attribute, outcome, reason, base, variant, agreement FROM oracle_interventions
 WHERE settings = (SELECT o.settings FROM run_oracles o JOIN runs r ON r.id = o.run ORDER BY r.rowid DESC LIMIT 1)
 ORDER BY item, operator`;

/** Whether the newest runs of two databases rest on the same changes, refusals included. */
export function sameInterventions(one, other) {
  const digestOf = (path) =>
    reading(
      path,
      (all) =>
        all("SELECT o.digest FROM run_oracles o JOIN runs r ON r.id = o.run ORDER BY r.rowid DESC LIMIT 1")[0]
          ?.digest,
    );
  const [left, right] = [one, other].map((path) => reading(path, (all) => all(MADE)));
  const digests = [one, other].map(digestOf);
  const equal = JSON.stringify(left) === JSON.stringify(right) && digests[0] === digests[1];
  return { equal, count: left.length, digest: digests[0] };
}
