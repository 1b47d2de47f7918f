import type { Text } from "../../contract.js";
import type { Limits } from "./encode-chat.js";
import { joinPrompt, type PairPrompt } from "./pair-prompt.js";
import type { Frame, Tokenizer } from "./tokenizer.js";
import { refuseLong } from "./truncate.js";

/** Token ids of one text, ready to be padded. */
export interface Encoded {
  readonly ids: readonly number[];
  /** Index of the first id of the second segment (token type 1); the length where there is none. */
  readonly second: number;
  readonly truncated: boolean;
}

/** Makes the ids of a text; `name` is what an error calls it. */
export type Encode = (text: Text, name?: string) => Encoded;

/** Kept by order of use: variants of one item share their prompt. */
const REMEMBERED_PROMPTS = 256;

/**
 * Encodes prompt and response as two segments. Segments are tokenised apart, as the tokenizer itself does,
 * so a prompt's ids are made once for all its responses.
 */
export function pairEncoder(
  tokenizer: Tokenizer,
  frame: Frame,
  { maxLength, truncation }: Limits,
  how: PairPrompt,
): Encode {
  const remember = new Map<string, number[]>();
  const encodePrompt = (prompt: string): number[] => {
    const ids = remember.get(prompt) ?? tokenizer.encode(prompt);
    remember.delete(prompt);
    remember.set(prompt, ids);
    if (remember.size > REMEMBERED_PROMPTS) remember.delete(remember.keys().next().value as string);
    return ids;
  };
  return (text, name = "a text") => {
    const prompt = encodePrompt(joinPrompt(text.messages, how));
    // An empty response is no second segment at all: so the reference tokenizers treat it.
    const { before, between, after } = text.response === "" ? tokenizer.single : frame;
    const response = tokenizer.encode(text.response);
    const room = maxLength - before.length - between.length - after.length;
    const over = prompt.length + response.length - room;
    if (over > 0) refuseLong(truncation, { text, name, tokens: maxLength + over, maxLength });
    const { first, kept } =
      truncation === "left" ? cutLeft(prompt, response, room) : cutRight(prompt, response, room);
    const head = [...before, ...first, ...between];
    return {
      ids: [...head, ...kept, ...after],
      second: text.response === "" ? head.length + after.length : head.length,
      truncated: over > 0,
    };
  };
}

type Ids = readonly number[];
type Segments = { readonly first: Ids; readonly kept: Ids };

/** Only the response's end is cut (Python's `only_second`); a prompt that fills the window alone loses its own end. */
function cutRight(prompt: Ids, response: Ids, room: number): Segments {
  const first = prompt.slice(0, room);
  return { first, kept: response.slice(0, room - first.length) };
}

/** The prompt's beginning is cut; a response that fills the window alone loses its own. */
function cutLeft(prompt: Ids, response: Ids, room: number): Segments {
  const kept = response.slice(Math.max(0, response.length - room));
  return { first: prompt.slice(Math.max(0, prompt.length + kept.length - room)), kept };
}
