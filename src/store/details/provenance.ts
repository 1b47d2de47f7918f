import type { Provenance } from "../../contract.js";
import type { Store } from "../open.js";
import type { Ask } from "./ask.js";

/** Newest events of a run that are listed. */
export const EVENTS = 50;

interface Row {
  readonly tare_version: string;
  readonly judged_by: string | null;
  readonly data: string;
  readonly reward: string;
  readonly plan: string;
  readonly rubric_source: string;
  readonly token_budget: number | null;
  readonly threads: number | null;
}

type Operator = Provenance["operators"][number];

export function readProvenance(store: Store, ask: Ask): Provenance {
  const row = ask<Row>("provenance")[0]!;
  const events = ask<Provenance["events"][number]>("history");
  return {
    tareVersion: row.tare_version,
    judgedBy: row.judged_by,
    data: row.data,
    reward: row.reward,
    plan: row.plan,
    rubricSource: row.rubric_source,
    tokenBudget: row.token_budget,
    threads: row.threads,
    operators: readSources(store, row.plan),
    events: events.slice(-EVENTS).map(({ at, kind, detail }) => ({ at, kind, detail })),
    earlierEvents: Math.max(0, events.length - EVENTS),
  };
}

/** Operators of the plan (`name@dose vN`) with the paper or file each comes from; one line a version. */
function readSources({ db }: Store, plan: string): Operator[] {
  const { operators } = JSON.parse(plan) as { operators: readonly string[] };
  const named = [...new Set(operators.map((one) => one.replace(/@[^+\s@]+(?= v\d+$)/u, "")))];
  const find = db.prepare<[string, number], Operator>(
    "SELECT name, version, source FROM augmentations WHERE name = ? AND version = ?",
  );
  return named.flatMap((one) => {
    const [name, version] = one.split(" v");
    const found = find.get(name!, Number(version));
    return found === undefined ? [] : [found];
  });
}
