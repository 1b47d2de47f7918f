import type { Format } from "../contract.js";
import { didYouMean } from "../nearest.js";
import { type DataRecord, isRecord, typeName } from "./fields.js";

interface Column {
  readonly name: string;
  /** As the format documents it. */
  readonly type: string;
}

/** In words, the format that a record which none knows came nearest to, and what is wrong with it; '' where none is near. */
export function nearestFormat(record: DataRecord, formats: readonly Format[]): string {
  const ranked = formats
    .map((format) => ({ format, ...fitOf(record, format) }))
    .filter(({ share }) => share >= 0.5)
    .sort((a, b) => b.fit - a.fit || a.format.specificity - b.format.specificity);
  const nearest = ranked[0];
  if (nearest === undefined) return "";
  const { format, columns } = nearest;
  const wrong = columns.find((column) => fits(record, column) < 1);
  const what = wrong === undefined ? refusal(record, format) : wants(record, wrong, columns);
  return `nearest is ${format.name}, which ${what || `wants ${format.columns}`}`;
}

/** `share`: of the columns that a format must have, how many are there; `fit`: the same, half where the type is wrong. */
function fitOf(record: DataRecord, { columns: documented }: Format) {
  const { columns, forbidden } = columnsOf(documented);
  const there = columns.filter(({ name }) => has(record, name)).length;
  const fit = columns.reduce((sum, column) => sum + fits(record, column), 0) / columns.length;
  const refused = forbidden.some((name) => has(record, name));
  return { columns, fit, share: refused || columns.length === 0 ? 0 : there / columns.length };
}

/** Reads what a format documents: `prompt: string, subset?: string, no source; or …`. */
function columnsOf(documented: string): { columns: Column[]; forbidden: string[] } {
  const parts = documented.split(";")[0]!.split(/,\s*(?![^[({]*[\])}])/u);
  const columns = parts.flatMap((part) => {
    const [, names, optional, type] = /^([\w ]+?)(\?)?: (.*)$/su.exec(part) ?? [];
    return names === undefined || optional !== undefined
      ? []
      : names.split(" and ").map((name) => ({ name, type: type! }));
  });
  return { columns, forbidden: parts.flatMap((part) => /^no (\w+)$/u.exec(part)?.[1] ?? []) };
}

function fits(record: DataRecord, { name, type }: Column): 0 | 0.5 | 1 {
  if (!has(record, name)) return 0;
  const value = record[name];
  const right =
    (/^(?:string|")/u.test(type) && typeof value === "string") ||
    (/(?:^| or )\[\{/u.test(type) && Array.isArray(value) && isRecord(value[0])) ||
    (/^\[(?!\{)/u.test(type) && Array.isArray(value) && !isRecord(value[0])) ||
    (type.startsWith("{") && isRecord(value)) ||
    (/^(?:number|-?\d)/u.test(type) && value !== "" && Number.isFinite(Number(value)));
  return right ? 1 : 0.5;
}

function wants(record: DataRecord, { name, type }: Column, columns: readonly Column[]): string {
  const others = Object.keys(record).filter((key) => !columns.some((column) => column.name === key));
  const near = has(record, name) ? "" : didYouMean(name, others).replace("did you mean", "is it");
  return `wants ${name}: ${type}, here ${typeName(record[name])}${near}`;
}

/** What the format itself has against a record that has all its columns. */
function refusal(record: DataRecord, format: Format): string {
  try {
    format.read(record, []);
    return "";
  } catch (error) {
    return `says: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function has(record: DataRecord, name: string): boolean {
  return record[name] !== undefined && record[name] !== null;
}
