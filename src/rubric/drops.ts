import type { Claim, Metric, RuleKind } from "../contract.js";
import type { Rule } from "./rubric.js";

/** The measures a rubric may hold against a baseline, as `maxDrop` names them. */
const MEASURES: Readonly<Record<string, Metric>> = {
  correctDirection: "correct-direction",
  effect: "effect",
  dispersion: "dispersion",
  tailShare: "tail-share",
  flipRate: "net-flip-rate",
  attackSuccess: "net-attack-success",
  accuracyDrop: "accuracy-drop",
  belowFloor: "below-floor",
  accuracy: "accuracy",
};

interface Section extends Pick<Claim, "severity" | "why"> {
  readonly maxDrop?: Readonly<Partial<Record<string, number>>> | undefined;
}

/** One claim a measure: it may be worse than the baseline's by less than that. */
export function dropClaims(kind: RuleKind, attribute: string, section: Section): Claim[] {
  const { severity, why } = section;
  return Object.entries(MEASURES).flatMap(([measure, named]): Claim[] => {
    const bound = section.maxDrop?.[measure];
    if (bound === undefined) return [];
    const metric = named === "effect" && kind !== "causal" ? "bias" : named;
    const id = `${attribute}/${metric}/drop`;
    return [
      { id, kind, attribute, metric, comparison: "at-most", bound, severity, why, against: "baseline" },
    ];
  });
}

const UPWARDS: ReadonlySet<Metric> = new Set(["correct-direction", "effect", "accuracy", "below-floor"]);

/** On which side a metric of a rule is bad: where a claim on it would be `at-least`, `at-most` or `within`. */
export function directionOf(
  metric: Metric,
  { kind, expects }: Pick<Rule, "kind" | "expects">,
): Claim["comparison"] {
  if (UPWARDS.has(metric)) return "at-least";
  return metric === "bias" && kind === "spurious" && expects === "same" ? "within" : "at-most";
}

/** Every claim of some rules that is held against a baseline. */
export function dropsOf(rules: readonly Rule[]): Claim[] {
  return rules.flatMap(({ drops = [] }) => drops);
}
