import type { Message } from "../../contract.js";
import { html } from "../../reports/html/markup.js";
import { shown } from "../../reports/html/text.js";
import type { Piece } from "./document.js";

/** A conversation, each message under its role. */
export function renderMessages(messages: readonly Message[]): Piece {
  return html`${messages.map(
    ({ role, content }) => html`<h3>${shown(role)}</h3><div class="prose">${shown(content)}</div>`,
  )}`;
}

/** The same as one text, to be compared with another. */
export function messagesText(messages: readonly Message[]): string {
  return messages.map(({ role, content }) => `${role}: ${content}`).join("\n\n");
}
