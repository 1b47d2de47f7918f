import type { Message, Text } from "../../contract.js";
import { messageOf, TareError } from "../../errors.js";
import type { Encoded } from "./encode-pair.js";
import type { Tokenizer } from "./tokenizer.js";

export interface ChatLimits {
  readonly maxLength: number;
  readonly truncation: "response-end" | "right";
}

/** Renders the chat template and tokenises it with special tokens, without the BOS that then stands twice. */
export function chatEncoder(tokenizer: Tokenizer, limits: ChatLimits): (text: Text) => Encoded {
  const { before, after } = tokenizer.single;
  const encodeWhole = (rendered: string): number[] => {
    const ids = tokenizer.encodeFramed(rendered);
    const doubled = before.length > 0 && before.every((id, at) => ids[before.length + at] === id);
    return doubled ? ids.slice(before.length) : ids;
  };
  return (text) => {
    const rendered = renderText(tokenizer, text);
    const ids = encodeWhole(rendered);
    if (ids.length <= limits.maxLength) return { ids, second: ids.length, truncated: false };
    const closing =
      limits.truncation === "right" ? 0 : closingTokens(tokenizer, ids, rendered, text.response);
    const tail = Math.min(closing + after.length, limits.maxLength);
    const cut = [...ids.slice(0, limits.maxLength - tail), ...ids.slice(ids.length - tail)];
    return { ids: cut, second: cut.length, truncated: true };
  };
}

/** Prompt and response as the chat template writes them. Errors: TARE_MODEL_TEMPLATE. */
export function renderText(tokenizer: Pick<Tokenizer, "render">, text: Text): string {
  const messages: Message[] = [...text.messages, { role: "assistant", content: text.response }];
  try {
    return tokenizer.render(messages);
  } catch (error) {
    const roles = messages.map((message) => message.role).join(", ");
    throw new TareError(
      "TARE_MODEL_TEMPLATE",
      `the chat template refuses a conversation with the roles ${roles}: ${messageOf(error)}`,
      { cause: error },
    );
  }
}

/** How many ids, before the final special tokens, close the response's turn: they must survive a cut. */
function closingTokens(
  tokenizer: Tokenizer,
  ids: readonly number[],
  rendered: string,
  response: string,
): number {
  const body = response.trimEnd();
  const at = rendered.lastIndexOf(body);
  if (at < 0) return 0;
  const closing = tokenizer.encode(rendered.slice(at + body.length));
  const end = ids.length - tokenizer.single.after.length;
  // A closing text that merges with the response's last letters shares only its later tokens with the whole.
  let same = 0;
  while (same < closing.length && ids[end - 1 - same] === closing[closing.length - 1 - same]) same++;
  return same;
}
