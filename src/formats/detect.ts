import type { Format } from "../contract.js";
import { TareError } from "../errors.js";
import { type DataRecord, typeName } from "./fields.js";
import { nearestFormat } from "./nearest-format.js";

/**
 * The most specific format that recognises the record, by columns and value types. Throws TARE_DATA_UNKNOWN_FORMAT, and
 * TARE_DATA_AMBIGUOUS where several are equally specific, or where the most specific one shares no record with another.
 */
export function detectFormat(record: DataRecord, formats: readonly Format[]): Format {
  const fitting = formats.filter((format) => format.detects(record));
  const most = Math.max(...fitting.map(({ specificity }) => specificity));
  const lone = fitting.some(({ alone }) => alone);
  const [best, ...others] = lone ? fitting : fitting.filter(({ specificity }) => specificity === most);
  if (best !== undefined && others.length === 0) return best;
  if (best !== undefined) {
    const names = [best, ...others].map(({ name }) => name).sort();
    throw new TareError("TARE_DATA_AMBIGUOUS", `the record may be read as ${names.join(" or ")}`);
  }
  const keys = Object.entries(record).map(([key, value]) => `${key} (${typeName(value)})`);
  const nearest = nearestFormat(record, formats);
  const known = formats.map(({ name }) => name).sort();
  throw new TareError(
    "TARE_DATA_UNKNOWN_FORMAT",
    `no format knows a record with ${keys.length === 0 ? "no keys" : `the keys ${keys.join(", ")}`}; ` +
      `${nearest === "" ? "" : `${nearest}; `}formats known: ${known.join(", ")}`,
  );
}
