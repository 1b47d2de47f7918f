import type { Augmentation, Text } from "../contract.js";

/**
 * The part of a text that an operator may change, and on which drift is measured and guards look: the response, and
 * for operators that change the prompt the messages before it too.
 */
export function changedPart(
  { messages, response }: Text,
  { changes }: Pick<Augmentation, "changes">,
): string {
  if (changes !== "prompt") return response;
  return [...messages.map(({ content }) => content), response].join("\n\n");
}
