import { COVARIATES } from "../contract.js";
import { count, ERRORS, keepSample, type OperatorTally } from "./tally.js";

/** Adds a part's tally to the whole's. Parts are added in the order of the items, so that sums round alike. */
export function addTally(whole: OperatorTally, part: OperatorTally): void {
  for (const name of [
    "asked",
    "applied",
    "threw",
    "measured",
    "similarity",
    "insertions",
    "milliseconds",
  ] as const)
    whole[name] += part[name];
  for (const counts of ["skipped", "refused"] as const)
    for (const [reason, n] of Object.entries(part[counts])) count(whole[counts], reason, n);
  for (const name of COVARIATES) {
    whole.drift[name].sum += part.drift[name].sum;
    whole.drift[name].moved += part.drift[name].moved;
  }
  for (const count of ["asked", "applied"] as const) whole.items[count] += part.items[count];
  whole.editSimilarity.sum += part.editSimilarity.sum;
  whole.editSimilarity.n += part.editSimilarity.n;
  for (const set of ["realisations", "variants"] as const) for (const one of part[set]) whole[set].add(one);
  for (const sample of part.samples) keepSample(whole, sample);
  whole.errors.push(...part.errors.slice(0, ERRORS - whole.errors.length));
  for (const [language, { asked, applied }] of Object.entries(part.code)) {
    const known = whole.code[language] ?? { asked: 0, applied: 0 };
    whole.code[language] = { asked: known.asked + asked, applied: known.applied + applied };
  }
}
