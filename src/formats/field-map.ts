import { TareError } from "../errors.js";
import { type DataRecord, isRecord } from "./fields.js";

/** Fields that a format reads -> where the data hold them: `chosen` -> `answers.0.text`. */
export type FieldMap = ReadonlyMap<string, string>;

/** `chosen=a.b,rejected=c`, given once or more. Throws TARE_USAGE. */
export function parseFieldMap(given: readonly string[]): FieldMap {
  const map = new Map<string, string>();
  for (const part of given.flatMap((text) => text.split(","))) {
    const [field, path, ...more] = part.split("=").map((side) => side.trim());
    if (field === undefined || field === "" || path === undefined || path === "" || more.length > 0)
      throw new TareError(
        "TARE_USAGE",
        `--map "${part}": want FIELD=PATH, as in chosen=answers.best,rejected=answers.worst`,
      );
    if (map.has(field)) throw new TareError("TARE_USAGE", `--map names the field "${field}" twice`);
    map.set(field, path);
  }
  return map;
}

/** The record with the mapped fields beside its own, which they replace. Throws TARE_DATA_FIELD where a path leads nowhere. */
export function mapFields(record: DataRecord, map: FieldMap): DataRecord {
  const found = [...map].map(([field, path]) => [field, follow(record, path)] as const);
  return { ...record, ...Object.fromEntries(found) };
}

/** Objects by name, lists by index; a name that holds dots itself is taken as a whole first. */
function follow(record: DataRecord, path: string): unknown {
  if (Object.hasOwn(record, path)) return record[path];
  let value: unknown = record;
  for (const [index, step] of path.split(".").entries()) {
    const next = stepInto(value, step);
    if (next === undefined) {
      const until = path
        .split(".")
        .slice(0, index + 1)
        .join(".");
      const keys = isRecord(value) ? `, beside ${Object.keys(value).join(", ") || "nothing"}` : "";
      throw new TareError("TARE_DATA_FIELD", `field "${until}" is missing (--map)${keys}`);
    }
    value = next;
  }
  return value;
}

function stepInto(value: unknown, step: string): unknown {
  if (Array.isArray(value)) return value[Number(step)];
  return isRecord(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}
