import type { OperatorValidity, RunView } from "../../contract.js";
import { oneLine } from "./words.js";

/** Readings as `number-changed 19/20`, those with the lowest share first; an asterisk where tare's own readers read. */
export function validityFacts({ validity }: RunView): string[] {
  return [...validity].sort((a, b) => shareOf(a) - shareOf(b)).map(fact);
}

export const VALIDITY_KEY = "as expected / read; * by tare's own readers, on other data";

function fact({ augmentation, asExpected, read, by }: OperatorValidity): string {
  return `${oneLine(augmentation)} ${asExpected}/${read}${by === "tare" ? "*" : ""}`;
}

function shareOf({ asExpected, read }: OperatorValidity): number {
  return asExpected / read;
}
