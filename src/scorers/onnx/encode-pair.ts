import type { Text } from "../../contract.js";
import { joinPrompt, type PairPrompt } from "./pair-prompt.js";
import type { Frame, Tokenizer } from "./tokenizer.js";

/** Token ids of one text, ready to be padded. */
export interface Encoded {
  readonly ids: readonly number[];
  /** Index of the first id of the second segment (token type 1); the length where there is none. */
  readonly second: number;
  readonly truncated: boolean;
}

/** Kept by order of use: variants of one item share their prompt. */
const REMEMBERED_PROMPTS = 256;

/**
 * Encodes prompt and response as two segments. Segments are tokenised apart, as the tokenizer itself does,
 * so a prompt's ids are made once for all its responses.
 */
export function pairEncoder(
  tokenizer: Tokenizer,
  frame: Frame,
  maxLength: number,
  how: PairPrompt,
): (text: Text) => Encoded {
  const remember = new Map<string, number[]>();
  const encodePrompt = (prompt: string): number[] => {
    const ids = remember.get(prompt) ?? tokenizer.encode(prompt);
    remember.delete(prompt);
    remember.set(prompt, ids);
    if (remember.size > REMEMBERED_PROMPTS) remember.delete(remember.keys().next().value as string);
    return ids;
  };
  return (text) => {
    const prompt = encodePrompt(joinPrompt(text.messages, how));
    // An empty response is no second segment at all: so the reference tokenizers treat it.
    const { before, between, after } = text.response === "" ? tokenizer.single : frame;
    const response = tokenizer.encode(text.response);
    const room = maxLength - before.length - between.length - after.length;
    // Only the response's end is cut (Python's `only_second`); a prompt that fills the window alone loses its own end.
    const first = prompt.slice(0, room);
    const kept = response.slice(0, room - first.length);
    const head = [...before, ...first, ...between];
    return {
      ids: [...head, ...kept, ...after],
      second: text.response === "" ? head.length + after.length : head.length,
      truncated: prompt.length + response.length > room,
    };
  };
}
