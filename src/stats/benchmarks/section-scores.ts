import { sum } from "../sample.js";

export interface SectionScores {
  /** A section none of whose subsets was scored is absent. */
  readonly sections: Readonly<Record<string, number>>;
  /** Unweighted mean of the sections; null without any. */
  readonly overall: number | null;
}

/**
 * RewardBench (Lambert et al. 2024): a section is the mean of its subsets' accuracies weighted by their published counts;
 * subsets that were not scored are left out.
 */
export function sectionScores(
  accuracies: Readonly<Record<string, number>>,
  counts: Readonly<Record<string, number>>,
  sections: Readonly<Record<string, readonly string[]>>,
): SectionScores {
  const scored = Object.entries(sections)
    .map(([name, subsets]) => [name, subsets.filter((subset) => accuracies[subset] !== undefined)] as const)
    .filter(([, subsets]) => subsets.length > 0)
    .map(([name, subsets]) => {
      const total = sum(subsets.map((subset) => counts[subset] ?? 0));
      return [
        name,
        sum(subsets.map((subset) => accuracies[subset]! * (counts[subset] ?? 0))) / total,
      ] as const;
    });
  return {
    sections: Object.fromEntries(scored),
    overall: scored.length === 0 ? null : sum(scored.map(([, score]) => score)) / scored.length,
  };
}
