import type {
  Augmentation,
  Item,
  ItemDraft,
  ItemResponse,
  PairDraft,
  ResponseAugmentation,
  Text,
} from "../../src/contract.js";
import { itemId, promptKey } from "../../src/keys.js";
import type { Donor } from "../../src/pairs/corpus.js";

export function itemOf(
  prompt: string,
  responses: readonly (readonly [ItemResponse["role"], string])[],
): Item {
  const draft: ItemDraft = {
    prompt: [{ role: "user", content: prompt }],
    responses: responses.map(([role, text]) => ({ role, text, style: "" })),
    subset: "",
  };
  return { ...draft, id: itemId(draft), promptKey: promptKey(draft.prompt) };
}

export function donorOf(prompt: string, response: string): Donor {
  const messages = [{ role: "user", content: prompt }];
  return { promptKey: promptKey(messages), text: { messages, response } };
}

type Fields = Partial<Omit<ResponseAugmentation, "changes" | "apply">> & { readonly name: string };

export function operatorOf(fields: Fields, apply: ResponseAugmentation["apply"]): Augmentation {
  return {
    summary: "For a test.",
    version: 1,
    expects: "same",
    attribute: "test",
    changes: "response",
    applies: "Everything.",
    languages: "any",
    preserves: [],
    source: "Written for a test.",
    examples: [],
    ...fields,
    apply,
  };
}

export function draftOf(base: string, variant: string, fields: Partial<Fields> = {}): PairDraft {
  const messages = [{ role: "user", content: "What is it?" }];
  const text = (response: string): Text => ({ messages, response });
  return {
    augmentation: operatorOf({ name: "test", ...fields }, () => variant),
    dose: undefined,
    item: itemOf("What is it?", [["response", base]]),
    response: 0,
    base: text(base),
    variant: text(variant),
  };
}
