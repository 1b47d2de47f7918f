import type { Prepared, Scorer } from "../contract.js";
import { TareError } from "../errors.js";

/** Stops at the first text whose logits are not all finite. Errors: TARE_SCORE_NOT_FINITE. */
export function requireFinite(
  scorer: Scorer,
  batch: readonly Prepared[],
  logits: readonly (readonly number[])[],
): void {
  const bad = logits.findIndex((row) => !row.every(Number.isFinite));
  if (bad < 0) return;
  const { key, text } = batch[bad]!;
  const begins = JSON.stringify(text.response.slice(0, 60));
  throw new TareError(
    "TARE_SCORE_NOT_FINITE",
    `text ${key} scored ${logits[bad]!.join(", ")}; its response begins ${begins}`,
    { where: scorer.identity.name },
  );
}
