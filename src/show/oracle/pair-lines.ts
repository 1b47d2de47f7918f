import { ledCommand } from "../../reports/layout/command-lines.js";
import { oracleName } from "../../reports/layout/oracle.js";
import { oneLine } from "../../reports/layout/words.js";
import { wrap, wrapFacts } from "../../reports/layout/wrap.js";
import type { StoredPair } from "../../store/browse/read-pair.js";
import type { StoredIntervention } from "../../store/oracle/read-interventions.js";
import type { Sheet } from "../sheet.js";

/** Of a pair that an oracle wrote: what it changed, who wrote and who verified it. */
export function pairOracleLines(
  { key, oracle = [] }: StoredPair,
  { paint, sign, width }: Sheet,
  elsewhere: readonly string[],
): string[] {
  if (oracle.length === 0) return [];
  const explain = ["tare", "explain", key.slice(0, 12), ...elsewhere].map(oneLine);
  return [
    "",
    paint.strong("ORACLE"),
    ...oracle.flatMap((one) => [
      ...wrap(`  ${changeWords(one)}`, width, 4),
      ...wrapFacts(whoFacts(one), width - 2).map((line) => paint.quiet(sign(`  ${line}`))),
    ]),
    ...ledCommand("  what was asked and answered:", explain, width).map(paint.quiet),
  ];
}

/** `oracle:degrade along accuracy: three parts left out`. */
export function changeWords({ operator, attribute, detail }: StoredIntervention): string {
  const along = attribute === "" ? "" : ` along ${attribute}`;
  return oneLine(`${operator}${along}${detail === "" ? "" : `: ${detail}`}`);
}

function whoFacts({ oracle, verifier, agreement }: StoredIntervention): string[] {
  return [
    `written by ${oracleName(oracle)}`,
    `verified by ${verifier === null ? "the same" : oracleName(verifier)}`,
    ...(agreement === null
      ? []
      : [`both orders said the same on ${(100 * agreement).toFixed(0)} % of attributes`]),
  ];
}
