/** A raw reward: four figures, with its sign where it is a difference; `0.00` is never written for a small number. */
export function rewardFigures(value: number, signed = false): string {
  const short = String(Number(value.toPrecision(4)));
  return `${signed && value > 0 ? "+" : ""}${short}`.replace("-", "−");
}
