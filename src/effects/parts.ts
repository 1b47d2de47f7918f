import type { Stratum } from "../contract.js";
import type { ScoredResponse } from "../store/scored-pairs.js";
import type { Parts } from "./assess.js";
import type { Division } from "./divide.js";
import { type Gathered, type Measured, measure, measureSide } from "./measure.js";
import { measuredOn } from "./measured-on.js";
import type { Rulers } from "./metrics.js";

/** All the data, the sides of which there are several, and every part of every division. */
export function partsOf(
  gathered: Gathered,
  responses: readonly ScoredResponse[],
  rulers: Rulers,
  divisions: readonly Division[],
  asked: readonly Stratum[],
): Parts {
  const whole = measure(gathered, responses, rulers);
  const roles = new Set(gathered.groups.flatMap(({ pairs }) => pairs.map(({ role }) => role)));
  const sides = [...roles]
    .sort()
    .filter((side) => roles.size > 1 || asked.some(({ kind, value }) => kind === "side" && value === side));
  return [
    { stratum: null, measured: whole },
    ...sides.flatMap((value) => {
      const measured = measureSide(gathered, value, responses, rulers);
      return measured === undefined ? [] : [{ stratum: { kind: "side", value } as const, measured }];
    }),
    ...dividedParts(whole, divisions),
  ];
}

/** Parts that hold no pair are left out: there is nothing to say of them. */
export function dividedParts(whole: Measured, divisions: readonly Division[]): Parts {
  return divisions.flatMap((division) =>
    division.values.flatMap((value) => {
      const stratum = { kind: division.kind, value };
      const measured = measuredOn(whole, stratum, division);
      return measured.samples.every(({ n }) => n === 0) && measured.skipped.size === 0
        ? []
        : [{ stratum, measured }];
    }),
  );
}
