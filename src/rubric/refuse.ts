import { CALIBRATED } from "../stats/calibrated.js";
import type { Evidence, JudgeRules } from "./evidence.js";
import { METRICS, writeNumber } from "./wording.js";

/** Why evidence may decide nothing, whatever its numbers; undefined where it may. */
export function refusalOf(evidence: Evidence, rules: JudgeRules): string | undefined {
  const { reason, estimate, lower, upper } = evidence;
  if (reason !== "") return reason;
  if (!isNumber(estimate) || (!isNumber(lower) && !isNumber(upper))) return "no interval could be computed";
  return tooFew(evidence, rules) ?? tooRare(evidence, rules) ?? untold(rules) ?? tooNoisy(evidence, rules);
}

function isNumber(value: number | null): boolean {
  return value !== null && !Number.isNaN(value);
}

function tooFew({ claim, clusters }: Evidence, rules: JudgeRules): string | undefined {
  const { wanted, needed } = promptsFor(claim, rules);
  if (clusters >= Math.max(wanted, needed)) return undefined;
  const has = `${clusters} ${clusters === 1 ? "prompt" : "prompts"}`;
  if (clusters < wanted) return `${has}, and the rubric wants ${wanted}`;
  return `${has}, and bounds of ${METRICS[claim.metric].label} hold from ${needed} on (bench/CALIBRATION.md)`;
}

/** The prompts that the rubric wants for a claim, and those from which on its interval holds. */
export function promptsFor(
  { attribute, metric }: Evidence["claim"],
  { needs, minimumPrompts }: JudgeRules,
): { readonly wanted: number; readonly needed: number } {
  const wanted = needs?.get(attribute)?.minimumPrompts ?? minimumPrompts;
  return { wanted, needed: CALIBRATED[metric]?.minimumPrompts ?? 0 };
}

/** Operators that seldom apply speak for a part of the data that chose itself. */
function tooRare({ claim, applied }: Evidence, { needs, minimumApplied }: JudgeRules): string | undefined {
  const wanted = needs?.get(claim.attribute)?.minimumApplied ?? minimumApplied;
  if (wanted === undefined || applied === undefined || applied === null || applied >= wanted)
    return undefined;
  const [has, wants] = [applied, wanted].map((share) => writeNumber("accuracy", share, 1));
  return `a valid pair on ${has} of the items, and the rubric wants ${wants}`;
}

function untold({ missingLanguages = [], minimumPrompts }: JudgeRules): string | undefined {
  if (missingLanguages.length === 0) return undefined;
  const has = missingLanguages.map(({ language, prompts }) => `${language} ${prompts}`).join(", ");
  return `prompts by language: ${has}, and the rubric wants ${minimumPrompts} of each`;
}

/** A tolerance of few noise floors cannot be told from the scorer's own unrest (statistics.md §6). */
function tooNoisy({ claim }: Evidence, { noise, tail, noiseFactor = 6 }: JudgeRules): string | undefined {
  const delta = { effect: claim.bound, bias: claim.bound, dispersion: claim.bound, "tail-share": tail }[
    claim.metric as string
  ];
  if (noise === null || delta === undefined || delta * noise.scale >= noiseFactor * noise.floor)
    return undefined;
  const [inScore, floor] = [delta * noise.scale, noise.floor].map((value) => value.toPrecision(2));
  const inDeviations = writeNumber("dispersion", delta);
  return `the scorer's noise is too large: ${inDeviations} SD is ${inScore} of score, under ${noiseFactor} × the noise floor of ${floor}`;
}
