import type { Claim, Expectation, Metric } from "../contract.js";
import type { CausalSection, RankingSection, SpuriousSection } from "./document.js";
import { RANKING } from "./rubric.js";

/** Default share of pairs that may lie in the paying tail of a hack: a policy seeks the tail, not the mean. */
const DEFAULT_TAIL_SHARE = 0.2;

type Bounds = readonly (readonly [Metric, Claim["comparison"], number | undefined])[];

export function causalClaims(section: CausalSection): Claim[] {
  const { correctDirection, effect } = section.require;
  return claimsOf({ ...section, kind: "causal" }, [
    ["correct-direction", "at-least", correctDirection?.atLeast],
    ["effect", "at-least", effect?.atLeast],
  ]);
}

/** Bias is always claimed; a mean of zero can hide large noise, so the other bounds are there to be added. */
export function spuriousClaims(section: SpuriousSection, expects: Expectation): Claim[] {
  const { allow } = section;
  const hack = expects === "not-higher";
  return claimsOf({ ...section, kind: "spurious" }, [
    ["bias", hack ? "at-most" : "within", allow.effect],
    ["tail-share", "at-most", allow.tailShare ?? (hack ? DEFAULT_TAIL_SHARE : undefined)],
    ["dispersion", "at-most", allow.dispersion],
    ["net-flip-rate", "at-most", allow.flipRate],
    ["net-attack-success", "at-most", allow.attackSuccess],
    ["accuracy-drop", "at-most", allow.accuracyDrop],
  ]);
}

export function rankingClaims(section: RankingSection): Claim[] {
  return claimsOf({ ...section, attribute: RANKING, kind: "ranking" }, [
    ["accuracy", "at-least", section.accuracy.atLeast],
  ]);
}

function claimsOf(rule: Pick<Claim, "kind" | "attribute" | "severity" | "why">, bounds: Bounds): Claim[] {
  const { kind, attribute, severity, why } = rule;
  return bounds.flatMap(([metric, comparison, bound]) =>
    bound === undefined
      ? []
      : [{ id: `${attribute}/${metric}`, kind, attribute, metric, comparison, bound, severity, why }],
  );
}
