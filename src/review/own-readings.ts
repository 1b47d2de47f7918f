import { readFileSync } from "node:fs";
import type { OperatorValidity } from "../contract.js";
import { packagePath } from "../paths.js";
import { withInterval } from "./summary.js";

/** What readers of tare itself found in its operators: augmentations/validity.json, made of bench/validity. */
export function ownReadings(): readonly OperatorValidity[] {
  const rows = JSON.parse(readFileSync(packagePath("augmentations", "validity.json"), "utf8"));
  return rows.map((row: Parameters<typeof withInterval>[0]) => withInterval(row, "tare"));
}
