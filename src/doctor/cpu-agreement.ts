import type { Scorer } from "../contract.js";
import { openScorer } from "../scorers/open.js";
import { deviation } from "../scoring/noise-cause.js";
import type { Question } from "./examine.js";
import type { SampleScore } from "./facts.js";
import { scoreSamples } from "./score-samples.js";

/** How far the scores of a card lie from those of the same graph on the CPU, over the built-in texts. */
export interface CpuAgreement {
  readonly texts: number;
  /** The head that differs most for its spread. */
  readonly head: string;
  /** Its largest difference, raw. */
  readonly difference: number;
  /** SD of its scores on the CPU (n - 1). */
  readonly spread: number;
}

/** Scores the samples once more, on the CPU. Null for a session that is there already, or a scorer without one. */
export async function agreeWithCpu(
  { model, kinds, opening }: Question,
  scorer: Scorer,
  samples: readonly SampleScore[],
): Promise<CpuAgreement | null> {
  const { deviceReport, identity } = scorer;
  if (deviceReport === undefined || deviceReport.obtained === "cpu") return null;
  const { deviceId: _, ...elsewhere } = opening;
  const cpu = await openScorer(model, kinds, { ...elsewhere, device: "cpu" });
  try {
    return compareSamples(samples, await scoreSamples(cpu), identity.heads);
  } finally {
    await cpu.close();
  }
}

/** Of the head whose largest difference is largest for its spread. Errors: RangeError for no samples. */
export function compareSamples(
  card: readonly SampleScore[],
  cpu: readonly SampleScore[],
  heads: readonly string[],
): CpuAgreement {
  const byHead = heads.map((head, at): CpuAgreement => {
    const values = cpu.map(({ logits }) => logits[at]!);
    const differences = values.map((value, text) => Math.abs(card[text]!.logits[at]! - value));
    return { texts: values.length, head, difference: Math.max(...differences), spread: deviation(values) };
  });
  const [worst] = byHead.sort((a, b) => b.difference * a.spread - a.difference * b.spread);
  if (worst === undefined || worst.texts === 0) throw new RangeError("no samples to compare");
  return worst;
}
