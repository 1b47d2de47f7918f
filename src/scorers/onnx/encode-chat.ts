import type { Message, Text, Truncation } from "../../contract.js";
import { messageOf, TareError } from "../../errors.js";
import type { Encode } from "./encode-pair.js";
import type { Tokenizer } from "./tokenizer.js";
import { cutIds, refuseLong } from "./truncate.js";

export interface Limits {
  readonly maxLength: number;
  readonly truncation: Truncation;
}

/** Renders the chat template and tokenises it with special tokens, without the BOS that then stands twice. */
export function chatEncoder(tokenizer: Tokenizer, { maxLength, truncation }: Limits): Encode {
  const { before, after } = tokenizer.single;
  const encodeWhole = (rendered: string): number[] => {
    const ids = tokenizer.encodeFramed(rendered);
    const doubled = before.length > 0 && before.every((id, at) => ids[before.length + at] === id);
    return doubled ? ids.slice(before.length) : ids;
  };
  /** Ids that open the first message's turn: BOS, a system message of the template's own, the turn's head. */
  const countOpening = (ids: readonly number[], rendered: string, first: string): number => {
    const opening = encodeWhole(rendered.slice(0, Math.max(0, rendered.indexOf(first.trimStart()))));
    const differs = opening.findIndex((id, at) => ids[at] !== id);
    return differs < 0 ? opening.length : differs;
  };
  return (text, name = "a text") => {
    const rendered = renderText(tokenizer, text, name);
    const ids = encodeWhole(rendered);
    if (ids.length <= maxLength) return { ids, second: ids.length, truncated: false };
    refuseLong(truncation, { text, name, tokens: ids.length, maxLength });
    const left = truncation === "left";
    const opening = left ? countOpening(ids, rendered, text.messages[0]?.content ?? "") : 0;
    const closing = truncation === "response-end" ? countClosing(tokenizer, ids, rendered, text) : 0;
    const kept = { opening, closing: closing + after.length };
    const cut = cutIds(ids, kept, maxLength, left ? "left" : "right");
    return { ids: cut, second: cut.length, truncated: true };
  };
}

/** Prompt and response as the chat template writes them; roles keep their order. Errors: TARE_MODEL_TEMPLATE. */
export function renderText(tokenizer: Pick<Tokenizer, "render">, text: Text, name = "a text"): string {
  const messages: Message[] = [...text.messages, { role: "assistant", content: text.response }];
  try {
    return tokenizer.render(messages);
  } catch (error) {
    const roles = messages.map((message) => message.role).join(", ");
    const first = JSON.stringify(messages[0]!.content.slice(0, 60));
    throw new TareError(
      "TARE_MODEL_TEMPLATE",
      `the chat template refuses a conversation with the roles ${roles}: ${messageOf(error)} (${name}, which begins ${first})`,
      { cause: error },
    );
  }
}

/**
 * How many ids, before the final special tokens, close the response's turn: they must survive a cut. What closes it is
 * what stays at the end when another response stands there, whatever the template makes of a response.
 */
function countClosing(tokenizer: Tokenizer, ids: readonly number[], rendered: string, text: Text): number {
  const other = text.response.trimEnd().endsWith("0") ? "1" : "0";
  const closing = tokenizer.encode(commonEnd(rendered, renderText(tokenizer, { ...text, response: other })));
  const end = ids.length - tokenizer.single.after.length;
  // A closing text that merges with the response's last letters shares only its later tokens with the whole.
  let same = 0;
  while (same < closing.length && ids[end - 1 - same] === closing[closing.length - 1 - same]) same++;
  return same;
}

function commonEnd(one: string, two: string): string {
  let length = 0;
  while (length < Math.min(one.length, two.length) && one.at(-1 - length) === two.at(-1 - length)) length++;
  return one.slice(one.length - length);
}
