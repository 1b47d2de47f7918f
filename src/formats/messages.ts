import type { Message } from "../contract.js";
import { cellText } from "./container/cells.js";
import { looksLikeMessages } from "./detection.js";
import { type DataRecord, fieldError, isRecord, typeName } from "./fields.js";

/** Roles are kept as they are. Throws TARE_DATA_FIELD naming the message. */
export function readMessages(record: DataRecord, field: string): Message[] {
  const value = record[field];
  if (!Array.isArray(value) || value.length === 0) {
    throw fieldError(field, typeName(value), "a list of messages");
  }
  return value.map((message: unknown, index) => readMessage(message, `${field}[${index}]`));
}

/** A prompt is a string (one user message) or a list of messages; somewhere it must say something. */
export function readPrompt(record: DataRecord, field: string): Message[] {
  const value = record[field];
  // A CSV cell that reads as JSON but holds no messages is a text all the same.
  const text = typeof value === "string" || looksLikeMessages(value) ? value : (cellText(value) ?? value);
  if (typeof text !== "string" && !Array.isArray(text)) {
    throw fieldError(field, typeName(value), "a string or a list of messages");
  }
  const messages = typeof text === "string" ? [userMessage(text)] : readMessages(record, field);
  if (messages.every(({ content }) => content.trim() === "")) {
    throw fieldError(field, "empty", "a prompt that says something");
  }
  return messages;
}

export function userMessage(content: string): Message {
  return { role: "user", content };
}

function readMessage(value: unknown, field: string): Message {
  if (!isRecord(value)) throw fieldError(field, typeName(value), "a message with role and content");
  const { role, content } = value;
  if (typeof role !== "string" || role === "") {
    throw fieldError(`${field}.role`, role === "" ? "empty" : typeName(role), "a string such as user");
  }
  if (typeof content !== "string") throw fieldError(`${field}.content`, typeName(content), "a string");
  for (const beside of ["tool_calls", "function_call", "reasoning_content"] as const)
    if (saysSomething(value[beside]))
      // A template is given role and content alone: what stands beside them would be lost without a word.
      throw fieldError(
        `${field}.${beside}`,
        typeName(value[beside]),
        "to be part of the content, as the model reads it",
      );
  return { role, content };
}

function saysSomething(value: unknown): boolean {
  if (value === undefined || value === null || value === "") return false;
  return !Array.isArray(value) || value.length > 0;
}
