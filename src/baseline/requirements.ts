import { TareError } from "../errors.js";
import type { OraclePlan } from "../plan.js";
import { directionOf, dropsOf } from "../rubric/drops.js";
import type { Rubric, Rule } from "../rubric/rubric.js";
import { otherMeasure } from "./comparable.js";
import { measureOf, ruleOperators } from "./rule-operators.js";
import type { Snapshot } from "./snapshot.js";

/** What a rubric's drops are held against: a snapshot, none by choice, or nothing said. */
export type BaselineChoice = Snapshot | "none" | undefined;

/** Whether drops are to be held is a choice that must be made. Throws TARE_BASELINE_MISSING where there are any and none was. */
export function requireChoice(rules: readonly Rule[], choice: BaselineChoice, where: string): void {
  const drops = dropsOf(rules);
  if (choice !== undefined || drops.length === 0) return;
  const ids = drops.map(({ id }) => id).join(", ");
  throw new TareError(
    "TARE_BASELINE_MISSING",
    `its rubric holds ${ids} against a baseline, and none was given`,
    {
      where,
    },
  );
}

/** What a snapshot must share with a run. */
export interface Weighing {
  readonly data: string;
  readonly seed: number;
  readonly rubric: Pick<Rubric, "name" | "scale" | "tail" | "document">;
  readonly rules: readonly Rule[];
  /** Operators of the plan, `name@dose vN`. */
  readonly planned: readonly string[];
  readonly oracle?: OraclePlan | undefined;
}

/**
 * Whether drops can be held against a snapshot. Throws TARE_BASELINE_DATA where its pairs are of other data or another seed,
 * and TARE_BASELINE_RUBRIC where it lacks a measure, or made it of other operators or figures. `file` names it.
 */
export function requireComparable(snapshot: Snapshot, run: Weighing, file: string): void {
  const place = { where: file };
  if (snapshot.data.digest !== run.data) {
    const [saved, mine] = [snapshot.data.digest, run.data].map((digest) => digest.slice(0, 12));
    const what = `it is of data ${saved} (${snapshot.data.items} items), this run of ${mine}`;
    throw new TareError("TARE_BASELINE_DATA", what, place);
  }
  if (snapshot.seed !== run.seed)
    throw new TareError(
      "TARE_BASELINE_DATA",
      `it is of seed ${snapshot.seed}, this run of ${run.seed}`,
      place,
    );
  const problems = run.rules.flatMap((rule) =>
    (rule.drops ?? []).flatMap((drop) => {
      const id = measureOf(drop.id);
      const kept = snapshot.claims.find((claim) => claim.id === id);
      if (kept === undefined) return [`${id} is not in it`];
      const { scale, tail, document } = run.rubric;
      const mine = {
        ...{ metric: drop.metric, expects: rule.expects, direction: directionOf(drop.metric, rule) },
        ...{ operators: ruleOperators(rule, run.planned), figures: { scale, tail, floor: document.floor } },
        oracle: run.oracle,
      };
      const other = otherMeasure({ ...kept, figures: snapshot.rubric, oracle: snapshot.oracle }, mine);
      return other === "" ? [] : [`${id} is of ${other} (A: the baseline)`];
    }),
  );
  if (problems.length === 0) return;
  throw new TareError("TARE_BASELINE_RUBRIC", problems.join("; "), place);
}
