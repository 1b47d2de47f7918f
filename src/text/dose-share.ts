/**
 * How many of `available` things a share takes, at least one; undefined where a weaker dose takes as many, for two
 * doses that make one text would be the same evidence twice. `doses`: all of the operator, rising.
 */
export function takenAt(dose: number, doses: readonly number[], available: number): number | undefined {
  if (available === 0) return undefined;
  const taken = (share: number) => Math.max(1, Math.round(share * available));
  const weaker = doses.filter((one) => one < dose).at(-1);
  return weaker !== undefined && taken(weaker) === taken(dose) ? undefined : taken(dose);
}
