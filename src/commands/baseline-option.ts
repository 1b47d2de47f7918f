import type { Options } from "yargs";
import type { BaselineOption } from "../stages/open-baseline.js";

/** What claims on drops are held against. */
export const BASELINE = {
  type: "string",
  requiresArg: true,
  describe:
    "Snapshot (tare baseline save) that the rubric's maxDrop is held against; --no-baseline judges without, by choice",
} as const satisfies Options;

/** yargs reads --no-baseline as false, whatever the type. */
export function baselineOption(given: unknown): BaselineOption {
  return given === false || typeof given === "string" ? given : undefined;
}
