import { type BaselineChoice, requireChoice } from "../baseline/requirements.js";
import { type AnalysisInput, type AnalysisOutput, analyzeByRule, joinParts } from "../effects/analyze.js";
import { measureScale } from "../effects/scale.js";
import { TareError } from "../errors.js";
import type { Plan } from "../plan.js";
import { isCore } from "../planning/cut.js";
import { type Evidence, judge } from "../rubric/judge.js";
import { judgeRulesOf } from "../rubric/judging.js";
import type { Rubric, Rule } from "../rubric/rubric.js";
import { atOnce } from "../store/at-once.js";
import { readRunBaseline, writeRunBaseline } from "../store/baselines.js";
import { writeAnalysis } from "../store/effects.js";
import { readItemFacts } from "../store/item-facts.js";
import { recordSuspects } from "../store/judgements.js";
import { countPromptsByLanguage } from "../store/languages.js";
import { readNoise } from "../store/noise.js";
import type { Store } from "../store/open.js";
import { fillRewards } from "../store/rewards/fill-rewards.js";
import { recordEvent, setJudgedBy } from "../store/runs.js";
import { type OperatorPairs, readOperatorPairs, readScoredResponses } from "../store/scored-pairs.js";
import { readTargets } from "../store/targets.js";
import { writeVerdicts } from "../store/verdicts.js";
import { fillWords } from "../store/words/fill-words.js";
import { VERSION } from "../version.js";
import { type Around, stopIfAborted } from "./around.js";
import { exportedBehind } from "./exported-behind.js";
import { holdDrops } from "./hold-drops.js";
import { readPolicyAnswers } from "./policy-answers.js";
import { noiseSample } from "./score.js";

/**
 * From stored scores to effects and verdicts; nothing is asked of a model. What may not have dropped is held against `choice`,
 * by default what the run was held against before. Marks the run complete. Throws TARE_INTERRUPTED, TARE_BASELINE_….
 */
export async function analyzeRun(
  store: Store,
  run: { readonly id: string; readonly plan: Plan },
  rubric: Rubric,
  rules: readonly Rule[],
  around: Around,
  choice: BaselineChoice = readRunBaseline(store, run.id),
): Promise<void> {
  requireChoice(rules, choice, `run ${run.id.slice(0, 12)}`);
  const { seed, scorer, reward, budget } = run.plan;
  const noise = readNoise(store, scorer, noiseSample(store, run).digest, reward);
  if (noise === undefined)
    throw new TareError("TARE_BUG", "the noise floor was not measured", { where: run.id });
  fillRewards(store, run.id, 2 * noise.floor);
  const responses = readScoredResponses(store, run.id);
  const isCorePrompt = inCore(run.plan);
  const core = budget === undefined ? undefined : responses.filter(isCorePrompt);
  const scale = measureScale(core ?? responses, rubric.scale);
  const { alpha, tail } = rubric;
  const targets = readTargets(store, run.id);
  const pairsOf = lastOf((augmentation) => readOperatorPairs(store, run.id, augmentation));
  const data = {
    responses,
    core,
    items: readItemFacts(store, run.id),
    pairsOf: (augmentation: string) => pairsOf(augmentation).valid,
    skippedOf: (augmentation: string) => pairsOf(augmentation).skipped,
    policyAnswers: readPolicyAnswers(store, run.id, responses).filter(isCorePrompt),
    targetsOf: (augmentation: string) => targets.get(augmentation) ?? [],
  };
  const rulers = { scale, tolerance: 2 * noise.floor, tail, floor: rubric.document.floor };
  const { exchange } = rubric.document;
  const { evidence: ofTaken, ...found } = await analyze(
    { ...data, rules, exchange, rulers, alpha, seed },
    around,
  );
  const evidence = ofTaken.map((one) => withApplied(one, budget));
  const { within, overall, used } = scale;
  writeAnalysis(store, run.id, {
    withinSd: within,
    overallSd: overall,
    scale: used,
    noiseFloor: noise.floor,
    ...found,
  });
  const ruler = scale.ruler === null ? null : { floor: noise.floor, scale: scale.ruler };
  const at = around.now();
  const standing = {
    ...{ noise: ruler, promptsByLanguage: countPromptsByLanguage(store, run.id), today: at },
    exportedBehind: exportedBehind(store, run.id, rubric.document),
  };
  const held = holdDrops(store, run.id, choice);
  const all = [...evidence, ...held.evidence];
  const { verdicts, ...gate } = judge(all, judgeRulesOf(rubric.document, standing));
  const rows = verdicts.map((row, index) => ({ verdict: row, evidence: all[index]! }));
  // What verdicts rest on is told by these records: one without the other would be taken for another judgement.
  atOnce(store, () => {
    writeVerdicts(store, run.id, gate, rows);
    if (choice !== undefined) writeRunBaseline(store, run.id, choice, held.how);
    setJudgedBy(store, run.id, VERSION);
    recordSuspects(store, run.id, at);
    recordEvent(store, run.id, at, "judged", gate.verdict);
  });
  await fillWords(store, async (done, of) => {
    around.progress.update("indexing words", done, of, "texts");
    await stopIfAborted(around.signal, "indexing words");
  });
}

/** Of what a budget took, the share of items with a pair says nothing of the data: that of all of them was frozen. */
function withApplied(evidence: Evidence, budget: Plan["budget"]): Evidence {
  const applied = budget?.applied[evidence.claim.attribute];
  return applied === undefined ? evidence : { ...evidence, applied };
}

/** Whether a response's prompt was taken by every operator. */
function inCore({ seed, budget }: Plan): (response: { readonly prompt: string }) => boolean {
  const known = new Map<string, boolean>();
  return ({ prompt }) => {
    const core = known.get(prompt) ?? isCore(budget, seed, prompt);
    known.set(prompt, core);
    return core;
  };
}

/** Keeps the pairs of the operator last asked for: its valid pairs and the others are asked for one after the other. */
function lastOf(read: (augmentation: string) => OperatorPairs): (augmentation: string) => OperatorPairs {
  let last: { readonly augmentation: string; readonly pairs: OperatorPairs } | undefined;
  return (augmentation) => {
    if (last?.augmentation !== augmentation) last = { augmentation, pairs: read(augmentation) };
    return last.pairs;
  };
}

/** Statistics take a while on large data: between two rules progress is told and signals are let in. */
async function analyze(input: AnalysisInput, { progress, signal }: Around): Promise<AnalysisOutput> {
  const parts: AnalysisOutput[] = [];
  const total = input.rules.length + 1;
  progress.update("statistics", 0, total, "parts");
  for (const part of analyzeByRule(input)) {
    parts.push(part);
    progress.update("statistics", parts.length, total, "parts");
    await stopIfAborted(signal, "computing statistics");
  }
  return joinParts(parts);
}
