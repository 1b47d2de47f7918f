import { midranks } from "./midranks.js";

/** What happens to zero differences: dropped before ranking, or ranked and then dropped (Pratt 1959). */
export type Zeros = "wilcox" | "pratt";

/** Midranks of |d| with the sign of d, zeros dropped. */
export function signedRanks(differences: readonly number[], zeros: Zeros = "wilcox"): readonly number[] {
  const ranked = zeros === "pratt" ? differences : differences.filter((d) => d !== 0);
  const ranks = midranks(ranked.map(Math.abs));
  return ranked.map((d, i) => Math.sign(d) * ranks[i]!).filter((rank) => rank !== 0);
}
