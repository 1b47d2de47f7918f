import type { Augmentation, Message, Text } from "../contract.js";
import { promptKey } from "../keys.js";
import type { AcceptedPair } from "../pairs/build.js";

/** A pair as `tare run --pairs` reads it. */
export interface PairRow {
  readonly prompt: readonly Message[];
  readonly base: string;
  readonly variant: string;
  /** Where the variant stands under another prompt. */
  readonly variant_prompt?: readonly Message[];
  readonly expects: string;
  readonly attribute: string;
  readonly augmentation: string;
}

export function pairRow(pair: AcceptedPair, { expects, attribute }: Augmentation): PairRow {
  const { base, variant, augmentation, dose } = pair;
  return {
    prompt: base.messages,
    base: base.response,
    variant: variant.response,
    ...(samePrompt(base, variant) ? {} : { variant_prompt: variant.messages }),
    expects,
    attribute,
    augmentation: dose === undefined ? augmentation : `${augmentation}@${dose}`,
  };
}

/** A row of TRL's conversational preference format. `tie`: neither is to be preferred, so that an ordinary trainer must leave it out. */
export interface PreferenceRow {
  readonly prompt: readonly Message[];
  readonly chosen: readonly Message[];
  readonly rejected: readonly Message[];
  readonly tie: boolean;
  readonly expects: string;
  readonly attribute: string;
  readonly augmentation: string;
}

/** Undefined where base and variant stand under different prompts: that is no preference between answers. */
export function preferenceRow(pair: AcceptedPair, augmentation: Augmentation): PreferenceRow | undefined {
  const { base, variant } = pair;
  if (!samePrompt(base, variant)) return undefined;
  const { prompt, expects, attribute, augmentation: name } = pairRow(pair, augmentation);
  const answer = ({ response }: Text): Message[] => [{ role: "assistant", content: response }];
  const raised = expects === "higher";
  return {
    prompt,
    chosen: answer(raised ? variant : base),
    rejected: answer(raised ? base : variant),
    tie: expects === "same" || expects === "not-higher",
    expects,
    attribute,
    augmentation: name,
  };
}

function samePrompt(a: Text, b: Text): boolean {
  return promptKey(a.messages) === promptKey(b.messages);
}
