import type { Claim, Metric } from "../contract.js";

type Unit = "SD" | "share" | "ratio" | "SD per doubling";

interface Wording {
  readonly label: string;
  readonly unit: Unit;
  /** Carries + or −: a direction, not a size. */
  readonly signed: boolean;
}

const word = (label: string, unit: Unit, signed: boolean): Wording => ({ label, unit, signed });

/** How each metric is called and written for a reader. */
export const METRICS: Readonly<Record<Metric, Wording>> = {
  "correct-direction": word("right way", "share", false),
  "below-floor": word("below floor", "share", false),
  effect: word("effect", "SD", true),
  bias: word("bias", "SD", true),
  dispersion: word("spread", "SD", false),
  "tail-share": word("tail", "share", false),
  "flip-rate": word("flips, gross", "share", false),
  "net-flip-rate": word("flips", "share", true),
  "attack-success": word("attack, gross", "share", false),
  "net-attack-success": word("attack", "share", true),
  accuracy: word("accuracy", "share", false),
  "accuracy-before": word("accuracy before", "share", false),
  "accuracy-after": word("accuracy after", "share", false),
  "accuracy-drop": word("accuracy drop", "share", true),
  "relative-dispersion": word("relative spread", "ratio", false),
  slope: word("slope", "SD per doubling", true),
  "exceeding-dose": word("first dose beyond the bound", "ratio", false),
  "standardised-effect": word("standardised effect", "SD", true),
  "rank-biserial": word("rank-biserial", "ratio", true),
  "sign-flip": word("sign-flip test", "ratio", false),
};

/** How a claim is called where its attribute stands beside: the metric, and the part of the data it is made on. */
export function labelOf({ metric, stratum, against }: Claim): string {
  const label = `${METRICS[metric].label}${against === undefined ? "" : ", worse than the baseline"}`;
  return stratum === undefined ? label : `${label}, ${stratum.kind} ${stratum.value}`;
}

export const NOTHING = "—";

/** A number of the metric: `+0.31`, `53 %`; `—` for null. `more` adds decimals. */
export function writeNumber(metric: Metric, value: number | null, more = 0): string {
  if (value === null || !Number.isFinite(value)) return NOTHING;
  const { unit, signed } = METRICS[metric];
  const digits = unit === "share" ? (Math.abs(value) * 100).toFixed(more) : Math.abs(value).toFixed(2 + more);
  const zero = Number(digits) === 0;
  const sign = zero ? "" : value < 0 ? "−" : signed ? "+" : "";
  return `${sign}${digits}${unit === "share" ? " %" : ""}`;
}

/** `[+0.25, +0.37]`, `[48, 58]`; empty where a bound is missing. */
export function writeInterval(
  metric: Metric,
  { lower, upper }: { readonly lower: number | null; readonly upper: number | null },
  more = 0,
): string {
  if (lower === null || upper === null) return "";
  const [from, to] = [lower, upper].map((bound) => {
    if (bound === -Infinity) return "−∞";
    return bound === Infinity ? "∞" : writeNumber(metric, bound, more).replace(" %", "");
  });
  return `[${from}, ${to}]`;
}

/** The estimate with its interval: `−0.38 [−0.45, −0.31]`, `79 % [75, 82]`. */
export function writeEstimate(
  metric: Metric,
  effect: { readonly estimate: number | null; readonly lower: number | null; readonly upper: number | null },
  more = 0,
): string {
  return `${writeNumber(metric, effect.estimate, more)} ${writeInterval(metric, effect, more)}`.trim();
}

/** The promise: `at least 75 %`, `at most 0.20 SD`, `within ±0.20 SD`. */
export function writeBound({ metric, comparison, bound }: Claim, more = 0): string {
  const { unit } = METRICS[metric];
  const number = writeNumber(metric, bound, more).replace("+", "");
  const amount = unit === "share" || unit === "ratio" ? number : `${number} ${unit}`;
  return { "at-least": `at least ${amount}`, "at-most": `at most ${amount}`, within: `within ±${amount}` }[
    comparison
  ];
}
