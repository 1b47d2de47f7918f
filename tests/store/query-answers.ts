/** What each question is asked with, and how many rows its answer should have at least; its columns are named by its header. */
export const EXPECTED: Readonly<
  Record<string, { given?: (item: string) => Record<string, string>; rows: number }>
> = {
  "accuracy-by-subset": { rows: 4 },
  "best-of-n": { given: () => ({ kind: "hack" }), rows: 54 },
  "compare-models": { rows: 11 },
  coverage: { rows: 8 },
  diff: { rows: 4 },
  "drift-adjusted": { rows: 10 },
  effects: { rows: 60 },
  "effects-by-stratum": { given: () => ({ kind: "side", augmentation: "whitespace-jitter" }), rows: 4 },
  "exchange-rate": { rows: 0 },
  "exported-items": { rows: 0 }, // tests/stages/contamination.test.ts asks it of a run that has some
  "flip-rate": { rows: 4 },
  goodhart: { rows: 0 },
  history: { rows: 4 },
  "item-scores": { given: (item) => ({ item }), rows: 10 },
  "left-alone": { rows: 0 }, // tests/stages/left-alone.test.ts
  "length-curve": { rows: 4 },
  "margin-calibration": { rows: 20 },
  "most-sensitive-strata": { rows: 10 },
  noise: { rows: 2 },
  "pair-drift": { given: () => ({ augmentation: "length-padding" }), rows: 4 },
  placement: { rows: 0 }, // tests/stages/details.test.ts
  provenance: { rows: 2 },
  "ranking-matrix": { rows: 20 },
  "response-curve": { rows: 4 },
  rewardbench: { rows: 0 },
  "rewardbench-2": { rows: 0 },
  "rewardbench-2-ties": { rows: 0 },
  rewordbench: { rows: 8 },
  "rm-bench": { rows: 2 },
  "rm-bench-matrix": { rows: 18 },
  rmb: { rows: 0 },
  runs: { rows: 2 },
  "score-histogram": { rows: 20 },
  "scorer-files": { rows: 2 },
  scorers: { rows: 2 },
  sensitivity: { rows: 8 },
  "search-texts": { given: () => ({ words: "the" }), rows: 2 },
  "skipped-by-reason": { rows: 12 },
  "training-exports": { rows: 0 }, // tests/stages/contamination.test.ts
  truncated: { rows: 0 },
  validity: { rows: 1 },
  verdicts: { rows: 22 },
  "worst-pairs": { given: () => ({ augmentation: "whitespace-jitter", limit: "3" }), rows: 6 },
};
