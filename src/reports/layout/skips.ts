import type { RunView } from "../../contract.js";
import { count } from "./words.js";

export interface SkipLine {
  readonly label: string;
  readonly total: number;
  /** What was asked for: skips and pairs together, over the doses that share the line. */
  readonly of: number;
  /** `no-number 164, code-touched 15`, the most frequent first. */
  readonly reasons: string;
}

/** Where an operator did not apply, and why; doses that were skipped alike share a line. */
export function skipLines({ coverage }: RunView): SkipLine[] {
  const lines = new Map<
    string,
    { augmentation: string; doses: number[]; total: number; of: number; reasons: string }
  >();
  for (const { augmentation, dose, skipped, applied } of coverage) {
    const byReason = Object.entries(skipped).filter(([, times]) => times > 0);
    if (byReason.length === 0) continue;
    byReason.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    const reasons = byReason.map(([reason, times]) => `${reason} ${count(times)}`).join(", ");
    const total = byReason.reduce((sum, [, times]) => sum + times, 0);
    const line = lines.get(`${augmentation} ${reasons}`) ?? {
      augmentation,
      doses: [],
      total,
      of: 0,
      reasons,
    };
    line.of += total + applied;
    if (dose !== null) line.doses.push(dose);
    lines.set(`${augmentation} ${reasons}`, line);
  }
  return [...lines.values()].map(({ augmentation, doses, total, of, reasons }) => ({
    label: doses.length === 0 ? augmentation : `${augmentation}@${doses.join("/")}`,
    total,
    of: of / Math.max(1, doses.length),
    reasons: doses.length > 1 ? `${reasons} at each dose` : reasons,
  }));
}
