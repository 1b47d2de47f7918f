import type { Metric } from "../contract.js";
import { isOracleName } from "../oracle/operators.js";
import type { OraclePlan } from "../plan.js";
import type { Snapshot, SnapshotClaim } from "./snapshot.js";

type Figures = Pick<Snapshot["rubric"], "scale" | "tail" | "floor">;

interface Measured extends Pick<SnapshotClaim, "metric" | "operators" | "expects" | "direction"> {
  readonly figures: Figures;
  /** The oracle pairs it was weighed on. */
  readonly oracle: OraclePlan | undefined;
}

/** Why two measures are not of the same thing, whatever data they are of; empty where they are. */
export function otherMeasure(a: Measured, b: Measured): string {
  const gone = a.operators.filter((name) => !b.operators.includes(name));
  const come = b.operators.filter((name) => !a.operators.includes(name));
  if (gone.length + come.length > 0) {
    const parts = [`${gone.join(", ") || "none"} in A only`, `${come.join(", ") || "none"} in B only`];
    return `other operators: ${parts.join(", ")}`;
  }
  const answers = b.operators.some(isOracleName) ? otherOracle(a.oracle, b.oracle) : "";
  if (answers !== "") return answers;
  if (a.expects !== b.expects || a.direction !== b.direction)
    return `another expectation: ${a.expects} in A, ${b.expects} in B`;
  const other = figuresOf(b.metric).find((figure) => a.figures[figure] !== b.figures[figure]);
  return other === undefined ? "" : `${other}: ${a.figures[other]} in A, ${b.figures[other]} in B`;
}

/** Pairs that an oracle made are the same where they have the same digest, whoever made them. */
export function otherOracle(a: OraclePlan | undefined, b: OraclePlan | undefined): string {
  if (a?.digest === b?.digest) return "";
  const [before, now] = [a, b].map((one) => one?.digest.slice(0, 12) ?? "none");
  return `other oracle pairs: ${before} in A, ${now} in B`;
}

/** The figures of a rubric that decide what a metric measures. */
function figuresOf(metric: Metric): (keyof Figures)[] {
  if (metric === "tail-share") return ["scale", "tail"];
  if (metric === "below-floor") return ["scale", "floor"];
  return ["effect", "bias", "dispersion"].includes(metric) ? ["scale"] : [];
}
