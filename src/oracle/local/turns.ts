import type { Message } from "../../contract.js";
import { messageOf, TareError } from "../../errors.js";
import type { Tokenizer } from "../../scorers/onnx/tokenizer.js";

/** Conversations as a model's chat template takes them. */
export interface Turns {
  /** Whether it takes a system message; where it does not, that stands before the first user's. */
  readonly system: boolean;
  /** Text of the conversation, with the head of the answer after it. Errors: TARE_MODEL_TEMPLATE. */
  render(messages: readonly Message[]): string;
}

const SYSTEM: Message = { role: "system", content: "a" };
const USER: Message = { role: "user", content: "b" };

/** Tries the template out. Errors: TARE_MODEL_TEMPLATE where it takes no conversation at all. */
export function openTurns(tokenizer: Pick<Tokenizer, "render">, path: string): Turns {
  const render = (messages: readonly Message[]): string => {
    try {
      return tokenizer.render(messages, true);
    } catch (error) {
      const roles = messages.map(({ role }) => role).join(", ");
      throw new TareError(
        "TARE_MODEL_TEMPLATE",
        `the chat template refuses a conversation with the roles ${roles}: ${messageOf(error)}`,
        { where: path, cause: error },
      );
    }
  };
  if (writes(tokenizer, [SYSTEM, USER])) return { system: true, render };
  render([USER]);
  return { system: false, render: (messages) => render(withoutSystem(messages)) };
}

/** Some templates throw at a system message, some leave it out. */
function writes(tokenizer: Pick<Tokenizer, "render">, messages: readonly Message[]): boolean {
  try {
    const marked = messages.map(({ role }, at) => ({ role, content: `tare${at}marker` }));
    const text = tokenizer.render(marked, true);
    return marked.every(({ content }) => text.includes(content));
  } catch {
    return false;
  }
}

export function withoutSystem(messages: readonly Message[]): readonly Message[] {
  const [first, second, ...rest] = messages;
  if (first?.role !== "system") return messages;
  if (second?.role !== "user") return [{ role: "user", content: first.content }, ...messages.slice(1)];
  return [{ role: "user", content: `${first.content}\n\n${second.content}` }, ...rest];
}
