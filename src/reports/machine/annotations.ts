import type { Failure, RunView, Verdict } from "../../contract.js";
import { distinctNames } from "../layout/side-by-side.js";
import { staleWords } from "../layout/stale.js";
import { trainingNote } from "../layout/training.js";
import { waiverWords } from "../layout/waivers.js";
import { oneLine, VERDICT_WORDS } from "../layout/words.js";
import { shortProof } from "./proof.js";
import { workflowCommand } from "./workflow-command.js";

/** GitHub shows so many annotations of a level from one step and drops the others without a word. */
const SHOWN = 10;

type Level = Parameters<typeof workflowCommand>[0];
interface Annotation {
  readonly level: Level;
  readonly title: string;
  readonly message: string;
}

/**
 * Workflow commands for what keeps the gate from passing, the worst first: a claim that fails is an error; one that is
 * open, waived or only warned of is a warning. Past what GitHub shows, the last one counts the others.
 */
export function annotationsOf(views: readonly RunView[]): string[] {
  const names = distinctNames(views);
  const all = views.flatMap((view, index) => [
    ...view.verdicts.flatMap((verdict) => claimAnnotation(verdict, view, names[index]!)),
    ...staleWords(view).map(
      (message): Annotation => ({
        level: "warning",
        title: `tare: analysis is due (${names[index]})`,
        message,
      }),
    ),
    ...noteOf(view).map(
      (message): Annotation => ({ level: "warning", title: `tare: trained on (${names[index]})`, message }),
    ),
    ...waiverWords(view).map(
      (message): Annotation => ({ level: "warning", title: `tare: waiver (${names[index]})`, message }),
    ),
  ]);
  return (["error", "warning"] as const).flatMap((level) =>
    firstOf(all.filter((one) => one.level === level)).map(({ title, message }) =>
      workflowCommand(level, title, message),
    ),
  );
}

function noteOf(view: RunView): string[] {
  const note = trainingNote(view);
  return note === "" ? [] : [note];
}

export function annotationOfFailure({ code, message, where, fix }: Failure): string {
  return workflowCommand(
    "error",
    `tare: ${code}`,
    `${where === "" ? "" : `${where}: `}${message}\nwhat to do: ${fix}`,
  );
}

function claimAnnotation(verdict: Verdict, view: RunView, model: string): Annotation[] {
  const { claim, waiver } = verdict;
  if (verdict.verdict === "pass" || waiver) return []; // a waived claim is told with its waiver
  if (claim.severity === "warn" && verdict.verdict !== "fail") return [];
  const level = verdict.verdict === "fail" && claim.severity === "error" ? "error" : "warning";
  const title = `tare: ${oneLine(claim.id)} ${VERDICT_WORDS[verdict.verdict]} (${model})`;
  return [{ level, title, message: `${shortProof(verdict, view)}\n${claim.why}` }];
}

function firstOf(all: readonly Annotation[]): readonly Annotation[] {
  if (all.length <= SHOWN) return all;
  const more = all.length - SHOWN + 1;
  const { level } = all[0]!;
  const rest = {
    level,
    title: "tare: more",
    message: `${more} more of this kind: see the step summary or tare report`,
  };
  return [...all.slice(0, SHOWN - 1), rest];
}
