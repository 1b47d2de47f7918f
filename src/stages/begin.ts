import type { Scorer } from "../contract.js";
import { freezePlan } from "../plan.js";
import type { Cut } from "../planning/cut.js";
import { chooseReward, nameReward } from "../scoring/reward.js";
import type { Store } from "../store/open.js";
import { writeRunOracle } from "../store/oracle/settings.js";
import { writeAugmentations } from "../store/pairs.js";
import { findRun, insertRun, type RunState, recordEvent, recordFiles, recordOnce } from "../store/runs.js";
import { countTexts, writeScorer } from "../store/scores.js";
import { VERSION } from "../version.js";
import type { Around } from "./around.js";
import { augmentationsOf, type Kit } from "./assemble.js";
import type { Gathered } from "./gather.js";
import type { PairedRun } from "./pair.js";
import type { RunOracle } from "./run-oracle.js";

export interface Begun extends PairedRun {
  /** Where the run stands: `pairing` for a new one. */
  readonly state: RunState;
}

export interface Job {
  readonly data: Gathered;
  readonly kit: Kit;
  readonly seed: number;
  readonly head: string | undefined;
  readonly negate?: boolean | undefined;
  /** When the command began: one moment for all its models. */
  readonly began: string;
  /** Where the data are what a budget left: of what, and all of it. */
  readonly budget?: { readonly cut: Cut; readonly of: Gathered } | undefined;
  /** Where operators are asked of one. */
  readonly oracle?: RunOracle | undefined;
}

/** Freezes the plan and records the run, or finds the one that the same plan began before. */
export function beginRun(store: Store, scorer: Scorer, job: Job, around: Around): Begun {
  const { data, kit, seed, began, budget } = job;
  const oracle = job.oracle?.planFor(data.items);
  const { rubric, selected } = kit;
  const reward = chooseReward(scorer.identity, job.head, job.negate);
  const { id, plan, json } = freezePlan({
    ...{ data: data.digest, seed, rubric, scorer, reward, selected },
    skipBad: data.bad !== undefined,
    ...{ budget: budget?.cut, oracle },
  });
  const begun = { id, plan, items: data.items.length, donors: (budget?.of ?? data).items };
  const earlier = findRun(store, id);
  if (earlier !== undefined) {
    const { scored, total } = countTexts(store, id, scorer.key);
    const standing =
      earlier.state === "complete" ? "complete" : `at ${earlier.state}, ${scored} of ${total} texts scored`;
    around.progress.say(`run ${id.slice(0, 12)} was begun before (${standing}): going on from there`);
    recordEvent(store, id, began, "weighed");
    recordFiles(store, id, began, data.files);
    recordBad(store, id, data, began);
    return { ...begun, state: earlier.state };
  }
  writeScorer(store, scorer.key, scorer.identity);
  writeAugmentations(store, augmentationsOf(kit));
  const { items, digest, files } = data;
  const { key } = scorer;
  insertRun(store, {
    id,
    plan: json,
    rubric,
    scorer: key,
    reward,
    rewardName: nameReward(reward, scorer.identity.heads),
    data: digest,
    seed,
    createdAt: began,
    version: VERSION,
    items,
    files,
  });
  if (oracle !== undefined) writeRunOracle(store, id, oracle);
  recordEvent(store, id, began, "weighed");
  recordBad(store, id, data, began);
  return { ...begun, state: "pairing" };
}

/** The records that were left out stay with the run. */
function recordBad(store: Store, run: string, { bad = [] }: Gathered, at: string): void {
  for (const { code, count, first } of bad)
    recordOnce(
      store,
      run,
      at,
      "left out",
      `${count} bad record${count === 1 ? "" : "s"}, ${code}: ${first.join("; ")}`,
    );
}
