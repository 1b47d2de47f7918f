import type { Message } from "../contract.js";
import { counted } from "../reports/layout/words.js";
import type { Sheet } from "./sheet.js";
import { textLines } from "./text-lines.js";

/** What was asked: the last message, and with a full sheet those before it, each under its role. */
export function promptLines(messages: readonly Message[], sheet: Sheet): string[] {
  const { paint, sign, full } = sheet;
  const head = paint.strong("PROMPT");
  const [only] = messages;
  if (messages.length === 1 && only!.role === "user") return ["", head, ...textLines(only!.content, sheet)];
  const earlier = messages.length - 1;
  if (full)
    return ["", head, ...messages.flatMap(({ role, content }) => textLines(`${role}: ${content}`, sheet))];
  const last = messages.at(-1);
  const note =
    earlier > 0 ? [`  ${paint.quiet(sign(`… ${counted(earlier, "message")} before it: --full`))}`] : [];
  return [
    "",
    head,
    ...note,
    ...(last === undefined ? ["  none"] : textLines(`${last.role}: ${last.content}`, sheet)),
  ];
}

/** The messages as one text, so that two prompts can be compared. */
export function promptText(messages: readonly Message[]): string {
  if (messages.length === 1 && messages[0]!.role === "user") return messages[0]!.content;
  return messages.map(({ role, content }) => `${role}: ${content}`).join("\n");
}
