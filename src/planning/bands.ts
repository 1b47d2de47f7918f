import type { Rule } from "../rubric/rubric.js";
import { nameSelected } from "../rubric/select.js";

/** Rules with claims, and all their operators; two rules that share an operator are one band. */
export interface Band {
  readonly attributes: ReadonlySet<string>;
  /** `name@dose` */
  readonly operators: ReadonlySet<string>;
}

/** What takes its prompts together under a budget. Rules without claims and the ranking take the core alone. */
export function bandsOf(rules: readonly Rule[]): Band[] {
  let bands: Band[] = [];
  for (const { claims, selected, attribute } of rules) {
    if (claims.length === 0 || selected.length === 0) continue;
    const operators = new Set(selected.map(nameSelected));
    const meets = (band: Band) => [...band.operators].some((one) => operators.has(one));
    const joined = bands.filter(meets);
    bands = [
      ...bands.filter((band) => !meets(band)),
      {
        attributes: new Set([attribute, ...joined.flatMap((band) => [...band.attributes])]),
        operators: new Set([...operators, ...joined.flatMap((band) => [...band.operators])]),
      },
    ];
  }
  return bands;
}
