import type { Random } from "../contract.js";

/**
 * A wrong result that a careless reckoner might get, in the format of `written` (digits with separators and
 * decimals): one or two off where it is small, else one digit changed by one to three, but never the leading one to 0.
 */
export function nearMiss(written: string, random: Random): string {
  const value = Number(written.replace(/[,{}]/gu, ""));
  if (/^\d{1,2}$/u.test(written)) {
    const choices = [-2, -1, 1, 2, 10].map((by) => value + by).filter((other) => other > 0);
    return String(random.pick(choices));
  }
  const digits = [...written.matchAll(/\d/gu)].map(({ index }) => index);
  // Among the first three that carry weight: the last decimals would look like rounding.
  const leading = digits.findIndex((at) => written.charAt(at) !== "0");
  const weighty = digits.slice(Math.max(0, leading), Math.max(0, leading) + 3);
  const at = random.pick(weighty);
  const digit = Number(written.charAt(at));
  const least = at === digits[0] ? 1 : 0;
  const others = [-3, -2, -1, 1, 2, 3]
    .map((by) => digit + by)
    .filter((other) => other >= least && other <= 9);
  return written.slice(0, at) + String(random.pick(others)) + written.slice(at + 1);
}
