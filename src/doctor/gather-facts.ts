import type { Scorer } from "../contract.js";
import type { TareError } from "../errors.js";
import { textKey } from "../keys.js";
import { findScorer } from "../scorers/open.js";
import { measureNoise } from "../scoring/noise.js";
import type { Around } from "../stages/around.js";
import { attempt } from "./attempt.js";
import { agreeWithCpu } from "./cpu-agreement.js";
import { type ReadyText, readTexts } from "./data-facts.js";
import type { Drawn } from "./draw-items.js";
import type { Question } from "./examine.js";
import { firstFacts, type ModelFacts } from "./facts.js";
import { compareReference } from "./reference/compare.js";
import { SAMPLES } from "./sample-texts.js";
import { type ScoreFacts, scoreFacts } from "./score-facts.js";
import { judged, scoreReady } from "./score-ready.js";
import { scoreSamples } from "./score-samples.js";
import { sweepBudgets } from "./sweep.js";

/** Texts on which noise floor and speed are measured. */
const SAMPLED = 16;

/** Each part is tried as long as none before it has failed: a model that cannot score one text is not asked again. */
export async function gatherFacts(
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
  await add(async () => ({ onCpu: await agreeWithCpu(question, scorer, facts.samples) }));
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
