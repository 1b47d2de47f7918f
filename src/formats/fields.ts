import { TareError } from "../errors.js";
import { cellText } from "./container/cells.js";

export type DataRecord = Readonly<Record<string, unknown>>;

/** In words, as an error says it: what a value of a record is. */
export function typeName(value: unknown): string {
  if (value === undefined) return "missing";
  if (value === null) return "null";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

export function fieldError(field: string, found: string, expected: string): TareError {
  return new TareError("TARE_DATA_FIELD", `field "${field}" is ${found}, expected ${expected}`);
}

export function isRecord(value: unknown): value is DataRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function readText(record: DataRecord, field: string): string {
  return asText(record[field], field);
}

export function asText(value: unknown, field: string): string {
  const text = typeof value === "string" ? value : cellText(value);
  if (text === undefined) throw fieldError(field, typeName(value), "a string");
  return text;
}

/** A label that may be absent or null: then empty. */
export function readLabel(record: DataRecord, field: string): string {
  return record[field] === undefined || record[field] === null ? "" : readText(record, field);
}

/** Strings: `length` of them, or where that is left out, at least one. */
export function readTexts(record: DataRecord, field: string, length?: number): string[] {
  const value = record[field];
  const expected = length === undefined ? "a list of strings" : `a list of ${length} strings`;
  if (!Array.isArray(value) || value.length !== (length ?? Math.max(1, value.length)))
    throw fieldError(field, typeName(value), expected);
  return value.map((text: unknown, index) => asText(text, `${field}[${index}]`));
}
