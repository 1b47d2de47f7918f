import { TareError } from "../errors.js";
import { type Judging, judgeStored } from "../stages/judged.js";
import { rubricOf } from "../stages/stored-rubric.js";
import { trainingOf } from "../stages/training-of.js";
import { readCoverage, readErrors } from "../store/coverage.js";
import { digestPairs, digestScores, operatorDefinitions } from "../store/evidence.js";
import { suspectsChanged } from "../store/judgements.js";
import { countLooks } from "../store/looks.js";
import type { Store } from "../store/open.js";
import { oracleOfRun } from "../store/oracle/of-run.js";
import { countRunData, type RunRow } from "../store/runs.js";
import { readScorer } from "../store/scores.js";
import { VERSION } from "../version.js";
import type { AlsoFile } from "./also.js";
import { codeDigest } from "./code-digest.js";
import { PREDICATE_TYPE, STATEMENT_TYPE, type Statement, statementShape } from "./document.js";

/**
 * What can be said of a complete run: its verdict on the day, and digests of all that the verdict rests on. Throws
 * TARE_NO_RUN where readers judged its pairs after its analysis: the pairs would not be those that the verdict rests on.
 */
export function stateRun(
  store: Store,
  run: RunRow,
  judging: Judging,
  also: readonly AlsoFile[] = [],
): Statement {
  requireFresh(store, run);
  const { verdict, because, verdicts, waivers, baseline } = judgeStored(store, run, judging);
  const scorer = readScorer(store, run.scorer);
  const { operators } = JSON.parse(run.plan) as { readonly operators: readonly string[] };
  const data = countRunData(store, run.id);
  const statement = {
    _type: STATEMENT_TYPE,
    subject: [
      { name: scorer.name, digest: { tareScorer: run.scorer } },
      ...Object.entries(scorer.files).map(([name, value]) => ({ name, digest: digestSet(value) })),
      ...also.map(({ name, sha256 }) => ({ name, digest: { sha256 } })),
    ],
    predicateType: PREDICATE_TYPE,
    predicate: {
      ...{ verdict, because, attestedAt: judging.today },
      claims: verdicts,
      waivers,
      threw: readErrors(store, run.id).length,
      look: countLooks(store, run).own,
      run: { id: run.id, seed: run.seed, createdAt: run.createdAt, reward: run.reward },
      scorer: { ...scorer, key: run.scorer },
      also,
      data: { digest: run.data, files: data.files, items: data.items, prompts: data.prompts },
      rubric: { name: run.rubricName, digest: run.rubric },
      baseline,
      training: trainingOf(store, run.id, rubricOf(run), readCoverage(store, run.id)),
      operators: operatorDefinitions(store, operators),
      oracle: oracleOfRun(store, run.id),
      evidence: {
        pairs: digestPairs(store, run.id),
        scores: digestScores(store, run.id, run.scorer),
      },
      scale: { within: run.withinSd, overall: run.overallSd, used: run.scale ?? "within-prompt" },
      noiseFloor: run.noiseFloor,
      tare: { version: VERSION, judgedBy: run.judgedBy ?? "", code: codeDigest() },
    },
  };
  // As JSON has it: what is undefined or infinite is no part of a statement.
  return statementShape.parse(JSON.parse(JSON.stringify(statement)));
}

/** Files have a whole SHA-256; formulas and score files tare's own shorter digest. */
function digestSet(value: string): Record<string, string> {
  return /^[0-9a-f]{64}$/.test(value) ? { sha256: value } : { tare: value };
}

function requireFresh(store: Store, { id }: RunRow): void {
  if (!suspectsChanged(store, id)) return;
  const name = id.slice(0, 12);
  throw new TareError(
    "TARE_NO_RUN",
    `run ${name} was analysed before readers judged some of its pairs: its verdict still rests on pairs they contradict`,
    { where: store.path, fix: `Give \`tare analyze --run ${name}\` first.` },
  );
}
