import { isText } from "./detection.js";
import { asText, fieldError, isRecord, typeName } from "./fields.js";

/** For detection: RMB's `{answer, llm_name}`. */
export function isAnswer(value: unknown): boolean {
  return isRecord(value) && isText(value.answer);
}

export function readAnswer(value: unknown, field: string): string {
  if (!isRecord(value)) throw fieldError(field, typeName(value), "an object with an answer");
  return asText(value.answer, `${field}.answer`);
}
