import type { BestOfN } from "../contract.js";
import { bestOfN } from "../stats/best-of-n.js";
import { isInconclusive, shareInference } from "../stats/inference.js";
import type { ScoredResponse } from "../store/scored-pairs.js";
import type { Altered } from "./altered.js";
import { BAD_SHARE, type Pool, poolsOf, preferencePools } from "./pools.js";

/** n = 1, 2, 4, ... 256. */
const DOUBLINGS = 8;

type What = Pick<BestOfN, "kind" | "attribute" | "augmentation">;

/** Curves of best-of-n over all bad texts, by kind, by attribute and by operator, and over the rejected answers. */
export function bestOfNCurves(
  altered: readonly Altered[],
  responses: readonly ScoredResponse[],
  tolerance: number,
  alpha: number,
): BestOfN[] {
  const known = new Map<string, readonly BestOfN[]>();
  /** A kind of one attribute, or an attribute of one operator, has the very same pools. */
  const curve = (what: What, members: readonly Altered[]): BestOfN[] => {
    const name = members.map((one) => altered.indexOf(one)).join();
    const rows = known.get(name) ?? curveOf(what, poolsOf(members, responses), tolerance, alpha);
    known.set(name, rows);
    return rows.map((row) => ({ ...row, ...what }));
  };
  const grouped = (whatOf: (one: Altered) => What): BestOfN[] => {
    const groups = new Map<string, { readonly what: What; readonly members: Altered[] }>();
    for (const one of altered) {
      const what = whatOf(one);
      const name = JSON.stringify(what);
      const group = groups.get(name) ?? { what, members: [] };
      groups.set(name, group);
      group.members.push(one);
    }
    return [...groups.values()].flatMap(({ what, members }) => curve(what, members));
  };
  const whole = { attribute: "", augmentation: "" } as const;
  return [
    ...curve({ ...whole, kind: "any" }, altered),
    ...grouped(({ kind }) => ({ ...whole, kind })),
    ...grouped(({ kind, attribute }) => ({ ...whole, kind, attribute })),
    ...grouped(({ kind, attribute, augmentation }) => ({ kind, attribute, augmentation })),
    ...curveOf({ ...whole, kind: "rejected" }, preferencePools(responses), tolerance, alpha),
  ];
}

function curveOf(what: What, pools: readonly Pool[], tolerance: number, alpha: number): BestOfN[] {
  if (pools.length === 0) return [];
  const chances = pools.map(({ candidates }) => bestOfN(candidates, tolerance, DOUBLINGS));
  const clusters = pools.map(({ prompt }) => prompt);
  const boundsOf = boundsBy(clusters, alpha);
  let [good, bad] = [0, 0];
  for (const { candidates } of pools)
    for (const one of candidates) {
      if (one.bad) bad++;
      else good++;
    }
  return Array.from({ length: DOUBLINGS + 1 }, (_, doubling) => {
    const n = 2 ** doubling;
    const values = chances.map((chance) => chance[doubling]!);
    const taken = values.reduce((sum, value) => sum + value, 0) / values.length;
    return {
      ...what,
      ...{ n, taken, alpha, blind: BAD_SHARE },
      ...boundsOf(n, values),
      ...{ prompts: pools.length, good, bad },
    };
  });
}

type Bounds = Pick<BestOfN, "lower" | "upper" | "method" | "reason">;

/**
 * The chance of a prompt lies between all draws being bad and not all of them good, whatever its scores: between these two
 * it is a share, 0 where every bad text scores below, 1 where above, 1/2 where they tie. One value a prompt, and prompts
 * are the clusters, so that its interval is that of a share. These shares often stay as they are when n grows (with one bad
 * text against one good one always): then so does their interval.
 */
function boundsBy(
  clusters: readonly string[],
  alpha: number,
): (n: number, values: readonly number[]) => Bounds {
  const none = { lower: null, upper: null, method: "" };
  let last:
    | { readonly shares: readonly number[]; readonly inference: ReturnType<typeof shareInference> }
    | undefined;
  return (n, values) => {
    if (n === 1)
      return { ...none, reason: "one draw is bad with the share of bad draws, whatever the reward" };
    const [low, high] = [BAD_SHARE ** n, 1 - (1 - BAD_SHARE) ** n];
    const shares = values.map((value) => Math.min(1, Math.max(0, (value - low) / (high - low))));
    const same = last?.shares.every((share, i) => Math.abs(share - shares[i]!) < SAME);
    if (last === undefined || !same)
      last = { shares, inference: shareInference({ values: shares, clusters }) };
    const { inference } = last;
    if (isInconclusive(inference)) return { ...none, reason: inference.inconclusive };
    const back = (bound: number) => low + bound * (high - low);
    return {
      lower: back(inference.lower(alpha)),
      upper: back(inference.upper(alpha)),
      method: `between never and always: ${inference.method}`,
      reason: "",
    };
  };
}

/** Shares this near are one but for rounding. */
const SAME = 1e-12;
