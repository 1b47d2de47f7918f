/** How a metric's interval is made, and from how many prompts on a claim may rest on it. */
export interface Calibrated {
  readonly family: "mean" | "rms" | "share" | "net share";
  readonly method: string;
  /** With fewer distinct prompts a bound misses too often, so that no claim on the metric is judged. */
  readonly minimumPrompts: number;
}

const MEAN: Calibrated = {
  family: "mean",
  method: "wider of cluster bootstrap-t and CR2 t, stretched for skew; limits where that gives no bound",
  minimumPrompts: 20,
};
const RMS: Calibrated = { ...MEAN, family: "rms", method: `of squares: ${MEAN.method}` };
const SHARE: Calibrated = {
  family: "share",
  method: "Clopper-Pearson, effective size (Korn-Graubard), one unseen prompt allowed for",
  minimumPrompts: 6,
};
const NET_SHARE: Calibrated = { ...MEAN, family: "net share", minimumPrompts: 60 };

/**
 * The choice that bench/CALIBRATION.md gives grounds for, and tests/stats/calibration-table.test.ts holds against it: at and
 * above these numbers of prompts no bound misses in any cell of the table. Metrics that are not here have no interval.
 */
export const CALIBRATED: Readonly<Record<string, Calibrated>> = Object.freeze({
  effect: MEAN,
  bias: MEAN,
  dispersion: RMS,
  "correct-direction": SHARE,
  "below-floor": SHARE,
  "tail-share": SHARE,
  accuracy: SHARE,
  "accuracy-before": SHARE,
  "accuracy-after": SHARE,
  "flip-rate": SHARE,
  "attack-success": SHARE,
  "accuracy-drop": NET_SHARE,
  "net-flip-rate": NET_SHARE,
  "net-attack-success": NET_SHARE,
});
