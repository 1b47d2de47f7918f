import type { SnapshotClaim, SnapshotOperator } from "../baseline/snapshot.js";
import { stepsOf } from "../baseline/steps-of.js";
import type { Claim } from "../contract.js";
import { inconclusive } from "../stats/inconclusive.js";
import { independentDifference } from "../stats/independent-difference.js";
import { type Difference, sizeDifference } from "../stats/size-difference.js";
import { type Stepped, turned } from "../stats/steps.js";
import { type Change, changeOf } from "./change.js";
import type { Sharpness } from "./paired-change.js";

type Kept = SnapshotClaim | SnapshotOperator;

/** One metric of which only the two intervals are known; `reason` is set where they are not of the same thing. */
export function unpairedChange(
  a: Kept,
  b: Kept,
  alphas: { readonly a: readonly number[]; readonly b: readonly number[] },
  reason: string,
  { alpha, least, minimumPrompts }: Sharpness,
): Change {
  const { metric, direction } = b;
  const clusters = Math.min(a.clusters, b.clusters);
  const [ofA, ofB] = [stepsOf(a, alphas.a), stepsOf(b, alphas.b)];
  const missing = ofA === undefined ? `A: ${a.reason}` : ofB === undefined ? `B: ${b.reason}` : "";
  const few =
    clusters < minimumPrompts ? `${clusters} prompts on one side, and ${minimumPrompts} are wanted` : "";
  const why = [reason, missing, few].find((one) => one !== "");
  const difference = why === undefined ? differenceOf(direction, ofA!, ofB!) : inconclusive(why);
  const basis = {
    ...{ metric, direction, least, clusters, n: Math.min(a.n, b.n), onlyA: 0, onlyB: 0 },
    ...{ a: a.estimate, b: b.estimate, paired: false },
  };
  return changeOf(basis, difference, alpha);
}

function differenceOf(direction: Claim["comparison"], a: Stepped, b: Stepped): Difference {
  const difference = independentDifference(b, a);
  if (direction !== "within") return difference;
  const of = sizeDifference(difference, independentDifference(b, turned(a)));
  return { ...of, method: `${of.method}; ${difference.method}` };
}
