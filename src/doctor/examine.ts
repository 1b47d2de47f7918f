import type { Scorer, ScorerKind, ScorerOptions } from "../contract.js";
import type { TareError } from "../errors.js";
import { openScorer } from "../scorers/open.js";
import type { Around } from "../stages/around.js";
import { attempt } from "./attempt.js";
import { type DataAsked, drawItems } from "./draw-items.js";
import type { ModelFacts, RewardAsked } from "./facts.js";
import { gatherFacts } from "./gather-facts.js";
import type { Problem } from "./problem.js";
import { findProblems } from "./problems.js";
import type { Reference } from "./reference/read.js";

export interface Question extends RewardAsked {
  readonly model: string;
  readonly kinds: readonly ScorerKind[];
  readonly opening: ScorerOptions;
  readonly data: DataAsked | undefined;
  readonly reference: Reference | undefined;
  readonly tolerance: number | undefined;
}

/** What came of looking at a model. */
export interface Examination {
  readonly model: string;
  /** Null where the model cannot be opened. */
  readonly facts: ModelFacts | null;
  readonly problems: readonly Problem[];
  /** What broke a part of the examination off; each is among the problems too. */
  readonly failures: readonly TareError[];
}

/** Looks at everything there is to see. Errors: those of the data, TARE_INTERRUPTED; a model's own become fatal problems. */
export async function examine(question: Question, around: Around): Promise<Examination> {
  const drawn = question.data === undefined ? undefined : await drawItems(question.data, around);
  const failures: TareError[] = [];
  const facts = await attempt(failures, () =>
    withScorer(question, (scorer) => gatherFacts(scorer, question, drawn, failures, around)),
  );
  const found = facts === undefined ? [] : findProblems(facts);
  return {
    model: question.model,
    facts: facts ?? null,
    problems: [...failures.map(asProblem), ...found],
    failures,
  };
}

export async function withScorer<T>(
  { model, kinds, opening, reference }: Question,
  use: (scorer: Scorer) => Promise<T>,
): Promise<T> {
  const scorer = await openScorer(model, kinds, { ...cutLike(reference), ...opening });
  try {
    return await use(scorer);
  } finally {
    await scorer.close();
  }
}

/** The window and the cut of the reference, so that its long texts are cut as they were there. */
function cutLike(reference: Reference | undefined): Pick<ScorerOptions, "maxLength" | "truncation"> {
  const { maxLength, truncation } = reference ?? {};
  return {
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(truncation === undefined ? {} : { truncation }),
  };
}

function asProblem({ code, where, message, fix }: TareError): Problem {
  return { code, severity: "fatal", what: where === "" ? message : `${where}: ${message}`, fix };
}
