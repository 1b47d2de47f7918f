import type { Augmentation, AugmentationContext, Skip, Text } from "../../src/contract.js";
import { isSkip } from "../../src/contract.js";
import { textOf } from "./discovered.js";
import type { RealText } from "./real-texts.js";

export interface Proposed {
  readonly base: Text;
  readonly variant: Text;
}

/** The two texts that an operator makes of an answer, whatever it changes; its input is frozen through and through. */
export function propose(
  augmentation: Augmentation,
  { prompt, response, rejected }: RealText,
  context: AugmentationContext,
): Proposed | Skip {
  const base = textOf(response, prompt);
  if (augmentation.changes === "pairing") {
    const worse = rejected === undefined ? undefined : textOf(rejected, prompt);
    return augmentation.apply({ chosen: base, rejected: worse }, context);
  }
  if (augmentation.changes === "prompt") {
    const variant = augmentation.apply(base, context);
    return isSkip(variant) ? variant : { base, variant };
  }
  const made = augmentation.apply(base, context);
  return isSkip(made) ? made : { base, variant: { messages: base.messages, response: made } };
}

/** What is wrong with a proposal on its face; empty where nothing is. */
export function faults(made: Proposed | Skip, again: Proposed | Skip): string[] {
  const found: string[] = [];
  if (JSON.stringify(made) !== JSON.stringify(again)) found.push("not deterministic");
  if (isSkip(made)) {
    if (!/^[a-z\d]+(?:-[a-z\d]+)*$/u.test(made.skip)) found.push(`reason ${JSON.stringify(made.skip)}`);
    return found;
  }
  if (JSON.stringify(made.base) === JSON.stringify(made.variant)) found.push("its input came back");
  if (typeof made.variant.response !== "string") found.push("no text");
  return found;
}
