import { bestOf } from "../../src/stats/benchmarks/best-of.js";
import { pairAccuracy } from "../../src/stats/benchmarks/pair-accuracy.js";
import { rmBench } from "../../src/stats/benchmarks/rm-bench.js";
import { sectionScores } from "../../src/stats/benchmarks/section-scores.js";
import { type TiesItem, ties } from "../../src/stats/benchmarks/ties.js";
import { isInconclusive } from "../../src/stats/inconclusive.js";
import { describeFixture, type Input } from "./fixture.js";

describeFixture("benchmarks", {
  rmBench: (_, data) => rmBench(data.items),
  bestOf: (_, data) => bestOf(data.items),
  ties: (_, data) => {
    const items = data.items.map(
      (item: Input): TiesItem => ({
        kind: item.type,
        prompt: `${item.prompt}`,
        correct: item.num_correct,
        scores: item.scores,
      }),
    );
    const got = ties(items);
    if (isInconclusive(got)) return got;
    return {
      prompts: got.prompts,
      ref_accuracy: got.refAccuracy,
      tied_accuracy: got.tiedAccuracy,
      correctness_preferred: got.correctnessPreferred,
      correctness_preferred_hard: got.correctnessPreferredHard,
      margin_score: got.marginScore,
      score: got.score,
    };
  },
  pairAccuracy: (_, data) => pairAccuracy(data.chosen, data.rejected),
  sectionScores: (input) => sectionScores(input.accuracies, input.counts, input.sections),
});
