import type { Message } from "../../contract.js";
import type { LanguageFolder } from "./folder.js";
import type { Turns } from "./turns.js";

/**
 * Ids of a conversation, with the head of the answer after it: what Python's apply_chat_template gives, but for messages that
 * hold the text of a special token. There it is made of ordinary tokens, so that what is quoted in a question ends no turn.
 */
export function encode(
  { tokenizer }: Pick<LanguageFolder, "tokenizer">,
  turns: Pick<Turns, "render">,
  messages: readonly Message[],
): number[] {
  const mark = unusedIn(messages.map(({ content }) => content).join(""));
  const broken = messages.map(({ role, content }) => ({
    role,
    content: breakUp(content, tokenizer.specials, mark),
  }));
  return turns.render(broken).split(mark).flatMap(tokenizer.encode);
}

/** The text with a mark inside every special token, behind its first letter. */
function breakUp(text: string, specials: readonly string[], mark: string): string {
  const found = specials.filter((special) => special.length > 1 && text.includes(special));
  const longestFirst = found.sort((a, b) => b.length - a.length);
  return longestFirst.reduce(
    (sofar, special) => sofar.replaceAll(special, () => special[0] + mark + special.slice(1)),
    text,
  );
}

const PRIVATE_USE = 0xe000;

/** A letter that no text has a use for (Unicode's private area). */
function unusedIn(text: string): string {
  let code = PRIVATE_USE;
  while (text.includes(String.fromCharCode(code))) code++;
  return String.fromCharCode(code);
}
