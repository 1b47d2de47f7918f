import type { RubricDocument } from "./document.js";

/**
 * The attribute for which a rubric takes an operator at a dose, be it the operator's own or another; undefined where no rule
 * names it (operators asked for beside the rubric).
 */
export function ownerOf(
  { causal, spurious }: Pick<RubricDocument, "causal" | "spurious">,
  augmentation: string,
  dose: number | null,
): string | undefined {
  const names = (reference: string) => {
    const [name, at] = reference.split("@", 2);
    return name === augmentation && (at === undefined || Number(at) === dose);
  };
  return [...causal, ...spurious].find(({ augmentations }) => augmentations.some(names))?.attribute;
}
