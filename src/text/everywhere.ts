import { isSkip, type Skip, type Text } from "../contract.js";

/**
 * The same change in every turn of user and assistant and in the answer, so that they go on to agree; system messages
 * stay. The first skip is the whole text's.
 */
export function everywhere(
  text: Text,
  change: (part: string, where: "prompt" | "answer") => string | Skip,
): Text | Skip {
  const messages = [];
  for (const message of text.messages) {
    const content = message.role === "system" ? message.content : change(message.content, "prompt");
    if (isSkip(content)) return content;
    messages.push({ ...message, content });
  }
  const response = change(text.response, "answer");
  return isSkip(response) ? response : { messages, response };
}

/** All that user and assistant have said before the answer. */
export function conversationOf({ messages }: Text): string {
  return messages
    .filter(({ role }) => role !== "system")
    .map(({ content }) => content)
    .join("\n\n");
}
