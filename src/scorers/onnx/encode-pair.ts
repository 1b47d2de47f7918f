import type { Message, Text } from "../../contract.js";
import type { Frame, Tokenizer } from "./tokenizer.js";

/** Token ids of one text, ready to be padded. */
export interface Encoded {
  readonly ids: readonly number[];
  /** Index of the first id of the second segment (token type 1); the length where there is none. */
  readonly second: number;
  readonly truncated: boolean;
}

/** Prompts stay in order of use: variants of one item share theirs. */
const REMEMBERED_PROMPTS = 256;

/**
 * Encodes prompt and response as two segments. Segments are tokenised apart, as the tokenizer itself does,
 * so a prompt's ids are made once for all its responses.
 */
export function pairEncoder(tokenizer: Tokenizer, frame: Frame, maxLength: number): (text: Text) => Encoded {
  const remember = new Map<string, number[]>();
  const encodePrompt = (prompt: string): number[] => {
    const ids = remember.get(prompt) ?? tokenizer.encode(prompt);
    remember.delete(prompt);
    remember.set(prompt, ids);
    if (remember.size > REMEMBERED_PROMPTS) remember.delete(remember.keys().next().value as string);
    return ids;
  };
  const room = maxLength - frame.before.length - frame.between.length - frame.after.length;
  return (text) => {
    const prompt = encodePrompt(joinPrompt(text.messages));
    const response = tokenizer.encode(text.response);
    // Only the response's end is cut (Python's `only_second`); a prompt that fills the window alone loses its own end.
    const first = prompt.slice(0, room);
    const kept = response.slice(0, room - first.length);
    const head = [...frame.before, ...first, ...frame.between];
    return {
      ids: [...head, ...kept, ...frame.after],
      second: head.length,
      truncated: prompt.length + response.length > room,
    };
  };
}

/** A pair's prompt is the content of all messages, joined by a blank line, without role names. */
export function joinPrompt(messages: readonly Message[]): string {
  return messages.map((message) => message.content).join("\n\n");
}
