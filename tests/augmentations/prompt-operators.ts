import type { AugmentationContext, PromptAugmentation, Skip, Text } from "../../src/contract.js";
import { isSkip } from "../../src/contract.js";
import { AUGMENTATIONS, contextFor, deepFreeze } from "./discovered.js";

export type NamedPrompt = PromptAugmentation & { readonly name: string };

/** Every operator of the folder that changes the prompt. */
export const PROMPT_AUGMENTATIONS = AUGMENTATIONS.filter(
  (one): one is NamedPrompt => one.changes === "prompt",
);

export function promptNamed(name: string): NamedPrompt {
  const found = PROMPT_AUGMENTATIONS.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no prompt augmentation ${name}`);
  return found;
}

/** A conversation whose last question is the text. */
export function asked(question: string, response = "That depends."): Text {
  const messages = [
    { role: "system", content: "You are a helpful assistant. You answer John in 12 words." },
    { role: "user", content: "Hello there." },
    { role: "assistant", content: "Good day! What is it?" },
    { role: "user", content: question },
  ];
  return deepFreeze({ messages, response });
}

/** What becomes of a question; a skip is its reason. */
export function becomes(
  name: string,
  question: string,
  { response = "", dose, key = "key" }: { response?: string; dose?: number; key?: string } = {},
): { question: string; response: string } | string {
  const made = promptNamed(name).apply(
    deepFreeze({ messages: [{ role: "user", content: question }], response }),
    contextFor(key, dose) as AugmentationContext,
  );
  return isSkip(made) ? made.skip : { question: made.messages[0]!.content, response: made.response };
}

export function contentsOf(made: Text | Skip): string[] {
  if (isSkip(made)) throw new Error(made.skip);
  return [...made.messages.map(({ content }) => content), made.response];
}
