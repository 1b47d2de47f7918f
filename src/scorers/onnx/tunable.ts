import { availableParallelism, cpus } from "node:os";
import { env } from "onnxruntime-node";
import type { Tunable } from "../../contract.js";
import type { Parts } from "./scorer.js";

/**
 * Token budgets to try, the standard first. On two cores batches of 512 tokens are as fast as single texts and larger ones
 * slower; many cores and cards want more at a time.
 */
const CPU_BUDGETS = [512, 2048];
const CARD_BUDGETS = [8192, 2048, 32_768];

/** A thread count is tried in a second process, which holds the model a second time. */
const SMALL_MODEL_BYTES = 512 * 2 ** 20;

/** Threads of a session before anything is measured. */
export function standardThreads(): number {
  return availableParallelism();
}

/** What may be tried for a session, less what the user has pinned. */
export function tunableOf({ session, prints, options }: Parts, alone: boolean): Tunable {
  const { obtained } = session.device;
  const budgets = obtained === "cpu" ? CPU_BUDGETS : CARD_BUDGETS;
  const all = standardThreads();
  // Half: where two hardware threads share a core, the other half may only be in the way.
  const halved = obtained === "cpu" && all >= 4 && prints.bytes <= SMALL_MODEL_BYTES;
  const threads = halved ? [all, Math.ceil(all / 2)] : [all];
  return {
    machine: [obtained, cpus()[0]?.model.trim() ?? "unknown CPU", `${all} cores`, env.versions.node].join(
      ", ",
    ),
    budgets: alone ? [1] : options.batchTokens === undefined ? budgets : [options.batchTokens],
    threads: options.threads === undefined ? threads : [options.threads],
  };
}
