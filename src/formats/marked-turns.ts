import type { Message } from "../contract.js";
import { TareError } from "../errors.js";
import { fieldError } from "./fields.js";
import { userMessage } from "./messages.js";

/** HelpSteer2's turns: what stands before the first mark is the user's (data card of HelpSteer2). */
const MARK = /\n?<extra_id_1>(User|Assistant)\n/u;
const ROLES: Readonly<Record<string, string>> = { User: "user", Assistant: "assistant" };

/** A prompt with or without marks -> messages, the last of them the user's. Throws TARE_DATA_TURNS. */
export function readMarkedTurns(text: string, field: string): Message[] {
  if (text.trim() === "") throw fieldError(field, "empty", "a prompt that says something");
  const [first, ...rest] = text.split(MARK);
  const messages = [userMessage(first!)];
  for (let at = 0; at < rest.length; at += 2)
    messages.push({ role: ROLES[rest[at]!]!, content: rest[at + 1]! });
  const wrong = messages.findIndex(({ role }, turn) => role !== (turn % 2 === 0 ? "user" : "assistant"));
  if (wrong === -1 && messages.length % 2 === 1) return messages;
  const what =
    wrong === -1
      ? "ends with the assistant's turn, which leaves no question"
      : `has two turns of the ${messages[wrong]!.role} one after another (turn ${wrong + 1})`;
  throw new TareError("TARE_DATA_TURNS", `field "${field}" ${what}`);
}
