import { type DataRecord, fieldError, typeName } from "./fields.js";

/** For detection: a number, also one that is written as text, since CSV has no other way. */
export function isNumeric(value: unknown): boolean {
  return numberOf(value) !== undefined;
}

export function readNumber(record: DataRecord, field: string): number {
  return asNumber(record[field], field);
}

export function asNumber(value: unknown, field: string): number {
  const number = numberOf(value);
  if (number === undefined) throw fieldError(field, shown(value), "a finite number");
  return number;
}

/** A whole number between two others, as labels and ratings are. */
export function readRating(record: DataRecord, field: string, least: number, most: number): number {
  const number = numberOf(record[field]);
  if (number !== undefined && Number.isInteger(number) && number >= least && number <= most) return number;
  throw fieldError(field, shown(record[field]), `a whole number from ${least} to ${most}`);
}

function numberOf(value: unknown): number | undefined {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}

function shown(value: unknown): string {
  return typeof value === "number" || typeof value === "string" ? JSON.stringify(value) : typeName(value);
}
