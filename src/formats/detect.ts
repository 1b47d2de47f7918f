import type { Format } from "../contract.js";
import { TareError } from "../errors.js";
import { type DataRecord, typeName } from "./fields.js";

/** The most specific format that recognises the record, by columns and value types. Throws TARE_DATA_UNKNOWN_FORMAT. */
export function detectFormat(record: DataRecord, formats: readonly Format[]): Format {
  const [best] = formats
    .filter((format) => format.detects(record))
    .sort((a, b) => b.specificity - a.specificity || (a.name < b.name ? -1 : 1));
  if (best !== undefined) return best;
  const keys = Object.entries(record).map(([key, value]) => `${key} (${typeName(value)})`);
  const known = formats.map(({ name }) => name).sort();
  throw new TareError(
    "TARE_DATA_UNKNOWN_FORMAT",
    `no format knows a record with ${keys.length === 0 ? "no keys" : `the keys ${keys.join(", ")}`}; ` +
      `formats known: ${known.join(", ")}`,
  );
}
