import type { ScorerIdentity } from "../contract.js";
import type { Earlier } from "../planning/outlook.js";
import type { Reward } from "../scoring/reward.js";
import { nameReward } from "../scoring/reward.js";
import type { Store } from "../store/open.js";
import { listRuns } from "../store/runs.js";
import { readVerdicts } from "../store/verdicts.js";

/** The newest complete run of the same rubric, scorer and reward: what it measured is what a plan goes by. */
export function findEarlier(
  store: Store,
  asked: {
    readonly rubric: string;
    readonly scorer: string;
    readonly reward: Reward;
    readonly identity: ScorerIdentity;
  },
): Earlier | undefined {
  const reward = nameReward(asked.reward, asked.identity.heads);
  const run = listRuns(store)
    .filter(
      (one) =>
        one.state === "complete" &&
        one.rubric === asked.rubric &&
        one.scorer === asked.scorer &&
        one.reward === reward,
    )
    .at(-1);
  if (run === undefined) return undefined;
  const { noiseFloor, withinSd, overallSd } = run;
  const scale = run.scale === "overall" ? overallSd : withinSd;
  return {
    run: run.id,
    evidence: readVerdicts(store, run.id).map(({ evidence }) => evidence),
    noise: noiseFloor === null || scale === null ? null : { floor: noiseFloor, scale },
  };
}
