import type { BadKind } from "../contract.js";
import type { Rule } from "../rubric/rubric.js";
import type { ScoredPair, ScoredResponse } from "../store/scored-pairs.js";

/** The bad variants of one operator, doses and answers side by side: whose they are, and what they score. */
export interface Altered {
  readonly kind: BadKind;
  readonly attribute: string;
  readonly augmentation: string;
  /** Indices into the run's responses. */
  readonly answers: Int32Array;
  readonly scores: Float64Array;
}

/** Where an answer stands among the run's responses. */
export type AnswerIndex = (pair: Pick<ScoredPair, "item" | "position">) => number | undefined;

export function indexAnswers(responses: readonly ScoredResponse[]): AnswerIndex {
  const items = new Map<string, Map<number, number>>();
  for (const [index, { item, position }] of responses.entries()) {
    const own = items.get(item) ?? new Map<number, number>();
    items.set(item, own.set(position, index));
  }
  return ({ item, position }) => items.get(item)?.get(position);
}

/**
 * Variants that compete with the answer they were made of and are no better than it: degradations, hacks and contentless
 * probes. A changed prompt or pairing is another question, and what must stay or rise is no worse text: these give none.
 */
export function alteredBy(
  { kind, expects, attribute }: Pick<Rule, "kind" | "expects" | "attribute">,
  augmentation: string,
  pairs: readonly ScoredPair[],
  answerOf: AnswerIndex,
): Altered[] {
  if (expects !== "lower" && expects !== "not-higher") return [];
  const rows = pairs.flatMap((pair) => {
    const answer = pair.changes === "response" ? answerOf(pair) : undefined;
    return answer === undefined ? [] : [{ answer, score: pair.variant }];
  });
  if (rows.length === 0) return [];
  return [
    {
      kind: kindOf(kind, expects, augmentation),
      attribute,
      augmentation,
      answers: Int32Array.from(rows, ({ answer }) => answer),
      scores: Float64Array.from(rows, ({ score }) => score),
    },
  ];
}

function kindOf(kind: Rule["kind"], expects: Rule["expects"], augmentation: string): BadKind {
  if (augmentation.includes("+")) return "composed";
  if (kind === "probe") return "probe";
  return expects === "lower" ? "degradation" : "hack";
}
