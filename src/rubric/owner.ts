import { expandOracle } from "../oracle/operators.js";
import { RULE_LISTS, type RubricDocument } from "./document.js";

type Section = { readonly attribute: string; readonly augmentations: readonly string[] };

/**
 * The attribute for which a rubric takes an operator at a dose, be it the operator's own or another; undefined where no rule
 * names it (operators asked for beside the rubric).
 */
export function ownerOf(
  document: Pick<RubricDocument, (typeof RULE_LISTS)[number]>,
  augmentation: string,
  dose: number | null,
): string | undefined {
  const names = (listed: string) => expandOracle(listed).some(named);
  const named = (reference: string) => {
    const [name, at] = reference.split("@", 2);
    return name === augmentation && (at === undefined || Number(at) === dose);
  };
  const rules = RULE_LISTS.flatMap((list): readonly Section[] => document[list]);
  return rules.find(({ augmentations }) => augmentations.some(names))?.attribute;
}
