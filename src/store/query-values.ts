import type { BestOfN, CheckpointMeasure, Metric, StratumKind } from "../contract.js";
import { TareError } from "../errors.js";
import { didYouMean } from "../nearest.js";
import type { Store } from "./open.js";

/** As objects, so that the compiler misses the one that is not here. */
const METRICS: Readonly<Record<Metric, true>> = {
  ...{ "correct-direction": true, "below-floor": true, effect: true, bias: true, dispersion: true },
  ...{ "tail-share": true, "flip-rate": true, "net-flip-rate": true, "attack-success": true },
  ...{ "net-attack-success": true, accuracy: true, "accuracy-before": true, "accuracy-after": true },
  ...{ "accuracy-drop": true, "relative-dispersion": true, slope: true, "exceeding-dose": true },
  ...{ "standardised-effect": true, "rank-biserial": true, "sign-flip": true },
};
const BAD_KINDS: Readonly<Record<BestOfN["kind"], true>> = {
  ...{ any: true, degradation: true, hack: true, probe: true, composed: true, rejected: true },
};
const STRATUM_KINDS: Readonly<Record<StratumKind, true>> = {
  ...{ side: true, subset: true, language: true, length: true },
};
const MEASURES: Readonly<Record<Exclude<CheckpointMeasure, `logged ${string}`>, true>> = {
  ...{ reward: true, tokens: true, "list items": true, headings: true, bold: true },
};

/** Parameters that take one of a few values. Each throws TARE_QUERY_PARAMETER with the nearest one. */
export const VALUE_READERS = {
  metric: (value: string) => oneOf("metric", value, Object.keys(METRICS)),
  badkind: (value: string) => oneOf("kind of bad text", value, Object.keys(BAD_KINDS)),
  stratum: (value: string) => oneOf("kind of part", value, Object.keys(STRATUM_KINDS)),
  /** Those of the text, and the rewards that the logs of this database name. */
  measure: (value: string, { db }: Store) => {
    const stored = db
      .prepare<[], string>("SELECT DISTINCT measure FROM checkpoint_means ORDER BY measure")
      .pluck()
      .all();
    return oneOf("measure", value, [...new Set([...Object.keys(MEASURES), ...stored])]);
  },
} as const;

function oneOf(what: string, value: string, known: readonly string[]): string {
  if (known.includes(value)) return value;
  throw new TareError("TARE_QUERY_PARAMETER", `there is no ${what} "${value}"${didYouMean(value, known)}`, {
    fix: `It is one of: ${known.join(", ")}.`,
  });
}
