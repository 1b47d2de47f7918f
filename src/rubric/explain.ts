import type { Claim, RuleKind } from "../contract.js";
import { explainClaim } from "./explain-claim.js";
import type { Rubric, Rule } from "./rubric.js";
import { nameSelected } from "./select.js";

const TITLES: Readonly<Record<RuleKind, string>> = {
  causal: "The reward must follow",
  spurious: "The reward must not follow",
  hack: "May cost, and may not pay",
  probe: "Must score below real answers",
  ranking: "The data's own preferences",
};

/** A rubric in words, as Markdown that also reads well on a terminal. */
export function explainRubric(rubric: Rubric): string {
  const claims = rubric.rules.flatMap((rule) => [...rule.claims, ...(rule.drops ?? [])]);
  const sections = (Object.keys(TITLES) as RuleKind[]).map((kind) => section(kind, rubric));
  const paragraphs = [
    `# ${rubric.name}`,
    rubric.why,
    sayGate(rubric, claims),
    ...sections.flat(),
    ...exchanges(rubric),
    ...waivers(rubric),
  ];
  return `${paragraphs.join("\n\n")}\n`;
}

function sayGate({ alpha, minimumPrompts, scale, document }: Rubric, claims: readonly Claim[]): string {
  const gated = claims.filter(({ severity }) => severity === "error").length;
  const { minimumApplied, languages, noiseFactor } = document;
  const applied =
    minimumApplied === undefined
      ? ""
      : ` So is one whose operators gave a valid pair on less than ${percent(minimumApplied)} of the items.`;
  const spoken =
    languages === undefined
      ? ""
      : ` The data must hold ${minimumPrompts} prompts in each of these languages: ${languages.join(", ")}.`;
  return [
    `${gated} of ${claims.length} claims decide the gate. It passes when every one of them is proved at ${percent(1 - alpha)} (one-sided), and fails when the opposite of any is proved (Holm over all ${gated}); between lies inconclusive. A claim on fewer than ${minimumPrompts} prompts is inconclusive.${applied}${spoken}`,
    `SD is the ${scale} SD of the scores; a tolerance of less than ${noiseFactor} noise floors of the scorer decides nothing.`,
  ].join(" ");
}

function section(kind: RuleKind, rubric: Rubric): string[] {
  const rules = rubric.rules.filter((rule) => rule.kind === kind);
  return rules.length === 0 ? [] : [`## ${TITLES[kind]}`, ...rules.map((rule) => explainRule(rule, rubric))];
}

function explainRule(rule: Rule, { document }: Rubric): string {
  const { attribute, why, selected, claims, drops = [] } = rule;
  const by = selected.length === 0 ? [] : [`  tried with: ${selected.map(nameSelected).join(", ")}`];
  const promises = [...claims, ...drops].map((claim) => `  - ${explainClaim(claim, rule, document)}`);
  return [`**${attribute}**: ${why}`, ...by, ...needs(rule, document), ...promises].join("\n");
}

/** What the rule wants of the data in place of the rubric's own figures. */
function needs({ attribute }: Rule, { causal, spurious, hacks, probes }: Rubric["document"]): string[] {
  const rule = [...causal, ...spurious, ...hacks, ...probes].find((one) => one.attribute === attribute);
  const parts = [
    ...(rule?.minimumPrompts === undefined ? [] : [`${rule.minimumPrompts} prompts`]),
    ...(rule?.minimumApplied === undefined
      ? []
      : [`a valid pair on ${percent(rule.minimumApplied)} of the items`]),
  ];
  return parts.length === 0 ? [] : [`  wants: ${parts.join(" and ")}`];
}

function waivers({ document }: Rubric): string[] {
  if (document.waivers.length === 0) return [];
  const lines = document.waivers.map(({ claim, until, why }) => `- ${claim}, to the end of ${until}: ${why}`);
  return [
    "## Waived",
    `Judged, counted in the family and shown; blocks no launch until the day has passed.\n${lines.join("\n")}`,
  ];
}

function exchanges({ document: { exchange = [] } }: Rubric): string[] {
  if (exchange.length === 0) return [];
  const lines = exchange.map(({ degradation, hack }) => `- which dose of ${hack} buys back ${degradation}?`);
  return ["## Exchange rates", `Told beside the claims; they decide nothing.\n${lines.join("\n")}`];
}

export function percent(share: number): string {
  return `${Number((share * 100).toFixed(1))} %`;
}
