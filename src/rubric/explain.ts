import type { Claim } from "../contract.js";
import { RANKING, type Rubric, type Rule } from "./rubric.js";
import { nameSelected } from "./select.js";
import { METRICS, writeBound, writeNumber } from "./wording.js";

/** A rubric in words, as Markdown that also reads well on a terminal. */
export function explainRubric(rubric: Rubric): string {
  const claims = rubric.rules.flatMap((rule) => rule.claims);
  const gated = claims.filter(({ severity }) => severity === "error").length;
  const sections = [
    section("The reward must follow", rubric, "causal"),
    section("The reward must not follow", rubric, "spurious"),
    section("The data's own preferences", rubric, RANKING),
  ];
  return `${[
    `# ${rubric.name}`,
    rubric.why,
    `${gated} of ${claims.length} claims decide the gate. It passes when every one of them is proved at ${percent(1 - rubric.alpha)} (one-sided), and fails when the opposite of any is proved (Holm over all ${gated}); between lies inconclusive. A claim on fewer than ${rubric.minimumPrompts} prompts is inconclusive. SD is the ${rubric.scale} SD of the scores.`,
    ...sections.flat(),
  ].join("\n\n")}\n`;
}

function section(title: string, rubric: Rubric, kind: Rule["kind"]): string[] {
  const rules = rubric.rules.filter((rule) => rule.kind === kind);
  return rules.length === 0 ? [] : [`## ${title}`, ...rules.map((rule) => explainRule(rule, rubric.tail))];
}

function explainRule({ attribute, why, selected, claims, expects }: Rule, tail: number): string {
  const by = selected.length === 0 ? [] : [`  tried with: ${selected.map(nameSelected).join(", ")}`];
  const promises = claims.map((claim) => {
    const weight = claim.severity === "warn" ? " (warns only)" : "";
    return `  - ${sayMetric(claim, tail, expects)} ${writeBound(claim)}${weight}`;
  });
  return [`**${attribute}**: ${why}`, ...by, ...promises].join("\n");
}

function sayMetric({ metric }: Claim, tail: number, expects: Rule["expects"]): string {
  const beyond = `${expects === "not-higher" ? "up " : ""}by more than ${writeNumber("dispersion", tail)} SD`;
  const says: Partial<Record<Claim["metric"], string>> = {
    "correct-direction": "share of pairs whose reward moves the right way:",
    effect: "mean move in the right direction:",
    bias: "mean shift of the reward:",
    dispersion: "root mean square shift:",
    "tail-share": `share of pairs that move ${beyond}:`,
    "net-flip-rate": "net share of preferences turned round:",
    "net-attack-success": "net share of won pairs lost by changing the rejected answer alone:",
    "accuracy-drop": "accuracy lost by changing both answers:",
    accuracy: "share of pairs with chosen above rejected:",
  };
  return says[metric] ?? `${METRICS[metric].label}:`;
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(1))} %`;
}
