import type { Scorer, ScorerKind, ScorerOptions } from "../contract.js";
import { TareError } from "../errors.js";
import { textKey } from "../keys.js";
import { findScorer, openScorer } from "../scorers/open.js";
import { measureNoise } from "../scoring/noise.js";
import type { Around } from "../stages/around.js";
import { type ReadyText, readTexts } from "./data-facts.js";
import { type DataAsked, type Drawn, drawItems } from "./draw-items.js";
import { firstFacts, type ModelFacts, type RewardAsked, type SampleScore } from "./facts.js";
import type { Problem } from "./problem.js";
import { findProblems } from "./problems.js";
import { compareReference } from "./reference/compare.js";
import type { Reference } from "./reference/read.js";
import { SAMPLES } from "./sample-texts.js";
import { type ScoreFacts, scoreFacts } from "./score-facts.js";
import { judged, scoreReady } from "./score-ready.js";
import { sweepBudgets } from "./sweep.js";

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

/** Texts on which noise floor and speed are measured. */
const SAMPLED = 16;

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

/** Each part is tried as long as none before it has failed: a model that cannot score one text is not asked again. */
async function gatherFacts(
  scorer: Scorer,
  question: Question,
  drawn: Drawn | undefined,
  failures: TareError[],
  around: Around,
): Promise<ModelFacts> {
  let facts = firstFacts(scorer, question);
  const add = async (part: () => Promise<Partial<ModelFacts>>): Promise<void> => {
    if (failures.length > 0) return;
    facts = { ...facts, ...(await attempt(failures, part)) };
  };
  let ready: readonly ReadyText[] = [];
  await add(async () => ({ samples: await scoreSamples(scorer) }));
  if (drawn !== undefined) {
    await add(async () => {
      const read = await readTexts(scorer, drawn, around);
      ready = read.ready;
      return { data: read.facts };
    });
    await add(async () => ({ scores: await scoreData(scorer, ready, facts, around) }));
  }
  const sample = sampleTexts(ready);
  await add(async () => {
    const { alone: _, ...noise } = await measureNoise(scorer, sample, around.signal);
    return { noise };
  });
  const prepare = () => sample.map(({ key, text }) => scorer.prepare(key, text));
  await add(async () => ({ sweep: await sweepBudgets(scorer, prepare(), around) }));
  await add(async () => ({ placement: await placeNodes(question) }));
  const { reference, tolerance } = question;
  if (reference !== undefined)
    await add(async () => ({ reference: await compareReference(scorer, reference, tolerance, around) }));
  return facts;
}

/** Null for a scorer without a graph on this machine. */
async function placeNodes({ model, kinds, opening }: Question) {
  const { kind, rest } = findScorer(model, kinds, opening.cwd);
  if (kind.name !== "onnx") return null;
  const { placement } = await import("../scorers/onnx/placement.js");
  return (await placement(rest, opening)).nodes;
}

async function scoreSamples(scorer: Scorer): Promise<SampleScore[]> {
  const samples: SampleScore[] = [];
  for (const text of SAMPLES) {
    const prepared = scorer.prepare(textKey(text), text);
    const [logits] = await scorer.score([prepared]);
    const { messages, response } = text;
    samples.push({ prompt: messages[0]!.content, response, tokens: prepared.tokens, logits: logits! });
  }
  return samples;
}

async function scoreData(
  scorer: Scorer,
  ready: readonly ReadyText[],
  { reward }: ModelFacts,
  around: Around,
): Promise<ScoreFacts | null> {
  const scores = await scoreReady(scorer, ready, around);
  if (reward === null) return null;
  return scoreFacts(judged(ready, scores, reward), reward.length === 1 ? reward[0]!.weight : null);
}

function sampleTexts(ready: readonly ReadyText[]) {
  const texts = ready.length > 0 ? ready.map(({ prepared }) => prepared.text) : SAMPLES;
  const byKey = new Map(texts.map((text) => [textKey(text), text]));
  return [...byKey]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, SAMPLED)
    .map(([key, text]) => ({ key, text }));
}

async function attempt<T>(failures: TareError[], part: () => Promise<T>): Promise<T | undefined> {
  try {
    return await part();
  } catch (error) {
    if (!(error instanceof TareError) || error.code === "TARE_INTERRUPTED") throw error;
    failures.push(error);
    return undefined;
  }
}

function asProblem({ code, where, message, fix }: TareError): Problem {
  return { code, severity: "fatal", what: where === "" ? message : `${where}: ${message}`, fix };
}
