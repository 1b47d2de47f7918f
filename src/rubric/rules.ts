import type { Augmentation, Expectation, RuleKind } from "../contract.js";
import { causalClaims, rankingClaims, spuriousClaims } from "./claims.js";
import type { RubricDocument } from "./document.js";
import type { JsonPath, Problem } from "./problems.js";
import { RANKING, type Rule } from "./rubric.js";
import { type Selection, select } from "./select.js";

export interface PlacedRule {
  readonly path: JsonPath;
  readonly rule: Rule;
  readonly problems: readonly Problem[];
}

/** Every rule of the document in its order, with what is wrong inside it. */
export function rulesOf(document: RubricDocument, augmentations: readonly Augmentation[]): PlacedRule[] {
  const causal = document.causal.map((section, index): PlacedRule => {
    const path = ["causal", index];
    const selection = select(section.augmentations, [...path, "augmentations"], augmentations);
    const { expects, problems } = causalExpectation(selection, path);
    const claims = causalClaims(section);
    const silent =
      claims.length > 0
        ? []
        : [{ path: [...path, "require"], message: "requires nothing: give correctDirection or effect" }];
    const rule = ruleOf("causal", section, selection, expects, claims);
    return { path, rule, problems: [...selection.problems, ...problems, ...silent] };
  });
  const spurious = document.spurious.map((section, index): PlacedRule => {
    const path = ["spurious", index];
    const selection = select(section.augmentations, [...path, "augmentations"], augmentations);
    const { expects, problems } = spuriousExpectation(section.expect, selection, path);
    const rule = ruleOf("spurious", section, selection, expects, spuriousClaims(section, expects));
    return { path, rule, problems: [...selection.problems, ...problems] };
  });
  return [...causal, ...spurious, ...rankingOf(document)];
}

function ruleOf(
  kind: RuleKind,
  section: { readonly attribute: string; readonly why: string },
  { selected }: Pick<Selection, "selected">,
  expects: Expectation,
  claims: Rule["claims"],
): Rule {
  return { kind, attribute: section.attribute, why: section.why, selected, expects, claims };
}

function rankingOf({ ranking }: RubricDocument): PlacedRule[] {
  if (ranking === undefined) return [];
  const section = { attribute: RANKING, why: ranking.why };
  const rule = ruleOf("ranking", section, { selected: [] }, "higher", rankingClaims(ranking));
  return [{ path: ["ranking"], rule, problems: [] }];
}

interface Expected {
  readonly expects: Expectation;
  readonly problems: readonly Problem[];
}

/** A causal rule speaks of operators that all lower, or all raise, the reward. */
function causalExpectation({ operators }: Selection, path: JsonPath): Expected {
  const list = [...path, "augmentations"];
  const problems: Problem[] = operators
    .filter(({ expects }) => expects !== "lower" && expects !== "higher")
    .map(({ name, expects }) => ({
      path: list,
      message: `"${name}" expects the reward to stay (${expects}): it belongs under spurious`,
    }));
  const directions = new Set(operators.map(({ expects }) => expects));
  if (directions.has("lower") && directions.has("higher"))
    problems.push({ path: list, message: "mixes operators that lower and operators that raise the reward" });
  return { expects: directions.has("higher") ? "higher" : "lower", problems };
}

/** What the rule says, or what all its operators declare. */
function spuriousExpectation(
  stated: "same" | "not-higher" | undefined,
  { operators }: Selection,
  path: JsonPath,
): Expected {
  const list = [...path, "augmentations"];
  const problems: Problem[] = operators
    .filter(({ expects }) => expects === "lower" || expects === "higher")
    .map(({ name, expects }) => ({
      path: list,
      message: `"${name}" expects the reward to go ${expects}: it belongs under causal`,
    }));
  const declared = new Set(operators.map(({ expects }) => expects));
  if (stated === undefined && declared.has("same") && declared.has("not-higher"))
    problems.push({
      path,
      message: 'its operators expect both "same" and "not-higher": say which with "expect"',
    });
  return { expects: stated ?? (declared.has("not-higher") ? "not-higher" : "same"), problems };
}
