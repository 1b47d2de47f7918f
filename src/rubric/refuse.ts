import type { Evidence, JudgeRules } from "./evidence.js";
import { writeNumber } from "./wording.js";

/** Why evidence may decide nothing, whatever its numbers; undefined where it may. */
export function refusalOf(evidence: Evidence, rules: JudgeRules): string | undefined {
  const { reason, estimate, lower, upper, clusters } = evidence;
  if (reason !== "") return reason;
  if (!isNumber(estimate) || (!isNumber(lower) && !isNumber(upper))) return "no interval could be computed";
  if (clusters < rules.minimumPrompts)
    return `${clusters} ${clusters === 1 ? "prompt" : "prompts"}, and the rubric wants ${rules.minimumPrompts}`;
  return tooNoisy(evidence, rules);
}

function isNumber(value: number | null): boolean {
  return value !== null && !Number.isNaN(value);
}

/** A bound of less than six noise floors cannot be told from the scorer's own unrest. */
function tooNoisy({ claim }: Evidence, { noise, tail }: JudgeRules): string | undefined {
  const delta = { effect: claim.bound, bias: claim.bound, dispersion: claim.bound, "tail-share": tail }[
    claim.metric as string
  ];
  if (noise === null || delta === undefined || delta * noise.scale >= 6 * noise.floor) return undefined;
  const [inScore, floor] = [delta * noise.scale, noise.floor].map((value) => value.toPrecision(2));
  const inDeviations = writeNumber("dispersion", delta);
  return `the scorer's noise is too large: ${inDeviations} SD is ${inScore} of score, under 6 × the noise floor of ${floor}`;
}
