import {
  type AugmentationContext,
  isSkip,
  type PairingAugmentation,
  type Skip,
  type Text,
} from "../contract.js";

/** What the `apply` of a degradation is. */
export type Degrade = (text: Text, context: AugmentationContext) => string | Skip;

/**
 * The `apply` of an upgrade: the base is what the degradation makes of the chosen answer, the variant the chosen answer
 * itself. As a pairing it is made once an item.
 */
export function inverted(degrade: Degrade): PairingAugmentation["apply"] {
  return ({ chosen }, context) => {
    const worse = degrade(chosen, context);
    if (isSkip(worse)) return worse;
    return { base: { messages: chosen.messages, response: worse }, variant: chosen };
  };
}
