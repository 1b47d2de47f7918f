import { cellText } from "./container/cells.js";
import { isRecord } from "./fields.js";

/** A text; a CSV cell that reads as JSON is one as well, unless it holds messages. */
export function isText(value: unknown): boolean {
  return typeof value === "string" || (cellText(value) !== undefined && !looksLikeMessages(value));
}

export function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((text) => typeof text === "string");
}

/** A list that starts with a message. The reader then checks every one. */
export function looksLikeMessages(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  const first: unknown = value[0];
  return isRecord(first) && typeof first.role === "string" && "content" in first;
}
