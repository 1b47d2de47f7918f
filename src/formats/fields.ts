import { TareError } from "../errors.js";

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
  const value = record[field];
  if (typeof value !== "string") throw fieldError(field, typeName(value), "a string");
  return value;
}

/** A label that may be absent or null: then empty. */
export function readLabel(record: DataRecord, field: string): string {
  return record[field] === undefined || record[field] === null ? "" : readText(record, field);
}

export function readTexts(record: DataRecord, field: string, length: number): string[] {
  const value = record[field];
  const expected = `a list of ${length} strings`;
  if (!Array.isArray(value) || value.length !== length) throw fieldError(field, typeName(value), expected);
  return value.map((text, index) => {
    if (typeof text !== "string") throw fieldError(`${field}[${index}]`, typeName(text), "a string");
    return text;
  });
}
