import type { BaselineChoice } from "../baseline/requirements.js";
import type { BaselineView, RunView, Waiver, WaiverStanding } from "../contract.js";
import { canonicalJson } from "../keys.js";
import { type Evidence, type Judgement, judge } from "../rubric/judge.js";
import { judgeRulesOf } from "../rubric/judging.js";
import { countPromptsByLanguage } from "../store/languages.js";
import type { Store } from "../store/open.js";
import type { RunRow } from "../store/runs.js";
import { readVerdicts, writeVerdicts } from "../store/verdicts.js";
import { isFor, standingsOf } from "../waivers/standing.js";
import { exportedBehind } from "./exported-behind.js";
import { heldEvidence } from "./held-evidence.js";
import { rubricOf } from "./stored-rubric.js";
import { type ViewAsked, viewRun } from "./view.js";

/** The day on which a run is judged, and the waivers given beside its rubric. */
export interface Judging {
  /** YYYY-MM-DD, or a time that begins so (UTC). */
  readonly today: string;
  readonly waivers: readonly Waiver[];
  /** Passes that rest on prompts exported for training may stand. */
  readonly acceptExported?: boolean | undefined;
  /** What drops are held against in place of what the run was held against. */
  readonly baseline?: BaselineChoice;
}

export interface Judged extends Judgement {
  readonly evidence: readonly Evidence[];
  /** What became of every waiver, the rubric's own after those given beside it; empty where nothing was to be waived. */
  readonly waivers: readonly WaiverStanding[];
  /** Against what drops were judged; undefined where the rubric holds nothing against a baseline. */
  readonly baseline: BaselineView | undefined;
}

/** Judges a complete run's stored evidence by its stored rubric, waivers as they stand on the day; scores are read only for another baseline. */
export function judgeStored(
  store: Store,
  run: RunRow,
  { today, waivers, baseline: choice, acceptExported }: Judging,
): Judged {
  const { evidence, baseline } = heldEvidence(store, run.id, choice);
  const document = rubricOf(run);
  const scale = run.scale === "overall" ? run.overallSd : run.withinSd;
  const noise =
    run.noiseFloor === null || scale === null || scale === 0 ? null : { floor: run.noiseFloor, scale };
  const own = waivers.filter((waiver) => isFor(waiver, run.scorer));
  const promptsByLanguage = countPromptsByLanguage(store, run.id);
  const behind = acceptExported ? undefined : exportedBehind(store, run.id, document);
  const judgement = judge(
    evidence,
    judgeRulesOf(document, { noise, promptsByLanguage, today, waivers: own, exportedBehind: behind }),
  );
  const { verdicts } = judgement;
  const asked = [...waivers, ...document.waivers];
  const standings = standingsOf(asked, { scorer: run.scorer, verdicts, today: today.slice(0, 10) });
  return { ...judgement, evidence, waivers: standings, baseline };
}

/** A run as a report sees it, judged on the day. */
export function viewJudged(
  store: Store,
  run: RunRow,
  { verdict, verdicts, power, waivers, baseline }: Judged,
  asks: ViewAsked = {},
): RunView {
  const asked = waivers.length === 0 ? {} : { waivers };
  const held = baseline === undefined ? {} : { baseline };
  return { ...viewRun(store, run, asks), verdict, verdicts, power, ...asked, ...held };
}

/** Keeps the judgement with the run, where it is another than the stored one: a waiver came, went, or ended. */
export function keepJudged(store: Store, run: RunRow, judged: Judged): void {
  const stored = readVerdicts(store, run.id).map(({ verdict }) => verdict);
  if (run.verdict === judged.verdict && canonicalJson(stored) === canonicalJson(judged.verdicts)) return;
  const rows = judged.verdicts.map((verdict, index) => ({ verdict, evidence: judged.evidence[index]! }));
  writeVerdicts(store, run.id, judged, rows);
}
