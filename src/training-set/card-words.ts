import { counted } from "../reports/layout/words.js";
import type { SetFacts } from "./set-facts.js";
import { sumOf } from "./tally.js";

/** What a trainer must do with ties, by the form of the file. */
export function tieWords(facts: SetFacts): string[] {
  const ties = sumOf(facts.operators.filter(({ kind }) => kind === "neutral"));
  if (ties.written === 0) return ["there are none in this file"];
  return [
    ...waysOf(facts, ties.written),
    "a hack (`expects` not-higher) is a tie here, though it may be worse than its base: only better it may not be",
  ];
}

function waysOf({ format, rows }: SetFacts, written: number): string[] {
  const { tieWeight, margin } = rows;
  if (format === "crome")
    return [
      `${counted(written, "tie")}, one row each, weight ${tieWeight}: what a composite loss multiplies the tie loss by`,
      "with d the reward of answer_1 less that of answer_2, the tie loss is -(log sigma(d) + log sigma(-d)) / 2, least where d = 0; of label 1 the preference loss is -log sigma(d), of label 2 -log sigma(-d)",
    ];
  if (rows.ties === "once")
    return [
      `${counted(written, "tie")}, one row each with margin 0, tie true and weight ${tieWeight}`,
      "**an ordinary trainer takes such a row for a preference of its chosen answer**: leave them out (`tie` is true) or give them a loss of their own, -(log sigma(d) + log sigma(-d)) / 2 with d the reward of chosen less that of rejected",
    ];
  return [
    `${counted(written, "tie")}, each in two rows, once either way round, with margin 0 and weight ${tieWeight / 2}`,
    "the preference losses of both rows, -log sigma(d) and -log sigma(-d), are together twice the tie loss -(log sigma(d) + log sigma(-d)) / 2, least where both rewards are the same: an ordinary RewardTrainer learns it as it is",
    `it does not read \`weight\`, so that there a tie counts twice as much as a causal pair; a trainer that multiplies each row's loss by its weight counts a tie ${tieWeight === 1 ? "as much as a causal pair" : `${tieWeight} times as much as a causal pair`}`,
    ...(margin === 0
      ? []
      : [
          `causal rows have a margin of ${margin}, ties none: a trainer that ignores \`margin\` asks less of causal pairs`,
        ]),
    "keep both rows in the same split",
  ];
}

/** What these data are not. */
export function limits({ oracle }: SetFacts): string[] {
  return [
    "a label says what one operator does to an answer, not what a person said of these two: see `tare query validity` for how many labels readers upheld",
    "a model trained on these pairs may have learnt the operators: weigh it on what was held out, with the database that holds the ledger or the list of digests (tare run --trained-on)",
    ...(oracle === undefined
      ? []
      : [
          "an oracle's pairs were accepted by a verifier that is a language model too, not by people, unless the note above says otherwise",
        ]),
  ];
}
