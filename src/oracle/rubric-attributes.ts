import type { Rule } from "../rubric/rubric.js";
import { attributeSlug, DEGRADED, intendedBy, oracleOperator, oraclePart, UPGRADED } from "./operators.js";
import { sameAttribute } from "./same-attribute.js";
import type { Attribute } from "./steps.js";

/**
 * The attributes that rules name in their operators (`oracle:degrade/clarity`): all prompts are then asked about these, and
 * no oracle has to find any. Undefined where no rule names one. A rule that goes by the operator's attribute lends it its
 * words.
 */
export function rubricAttributes(
  rules: readonly Pick<Rule, "attribute" | "why" | "selected">[],
): readonly Attribute[] | undefined {
  const found: Attribute[] = [];
  for (const { attribute, why, selected } of rules)
    for (const slug of selected.flatMap(({ augmentation }) => attributeOf(augmentation) ?? [])) {
      const name = attributeSlug(attribute) === slug ? attribute : slug.replaceAll("-", " ");
      if (found.some((one) => sameAttribute(one.name, name))) continue;
      found.push({ name, why: isSummary(why) ? `How good an answer is in this: ${name}.` : why });
    }
  return found.length === 0 ? undefined : found;
}

/** As it stands in the name of an operator; of a composed one in its first part. */
function attributeOf(operator: string): string | undefined {
  const intended = intendedBy(oraclePart(operator));
  return intended !== undefined && "attribute" in intended ? intended.attribute : undefined;
}

/** An operator that was asked for beside the rubric says what it does, which is no reason for an attribute. */
function isSummary(why: string): boolean {
  return [DEGRADED, UPGRADED].some((name) => oracleOperator(name)?.summary === why);
}
