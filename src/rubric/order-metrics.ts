import type { Metric } from "../contract.js";

/** Metrics of the order of chosen and rejected: they need both sides. */
export const ORDER_METRICS: ReadonlySet<Metric> = new Set([
  "net-flip-rate",
  "net-attack-success",
  "accuracy-drop",
]);
