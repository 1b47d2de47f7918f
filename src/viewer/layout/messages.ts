import { html } from "hono/html";
import type { Message } from "../../contract.js";
import type { Piece } from "./document.js";
import { renderText } from "./plain-text.js";

/** A conversation, each message under its role. */
export function renderMessages(messages: readonly Message[]): Piece {
  return html`${messages.map(
    ({ role, content }) => html`<h3>${renderText(role)}</h3><div class="prose">${renderText(content)}</div>`,
  )}`;
}

/** The same as one text, to be compared with another. */
export function messagesText(messages: readonly Message[]): string {
  return messages.map(({ role, content }) => `${role}: ${content}`).join("\n\n");
}
