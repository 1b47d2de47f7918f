import type { Augmentation, Text } from "../contract.js";

type Changes = Pick<Augmentation, "changes">;

/**
 * The parts of a text that an operator may change, and on which drift is measured and guards look: the response, and
 * for operators that change the prompt the messages before it too.
 */
export function changedParts({ messages, response }: Text, { changes }: Changes): readonly string[] {
  return changes === "prompt" ? [...messages.map(({ content }) => content), response] : [response];
}

/** The same as one text. */
export function changedPart(text: Text, augmentation: Changes): string {
  return changedParts(text, augmentation).join("\n\n");
}
