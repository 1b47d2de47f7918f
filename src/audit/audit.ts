import type { Covariate, Expectation } from "../contract.js";
import { drawItems } from "../doctor/draw-items.js";
import type { Selected } from "../pairs/propose.js";
import { STANDARD_PLAN } from "../plan.js";
import type { Around } from "../stages/around.js";
import { openReading } from "../stages/open-reading.js";
import { requireFiles } from "../stages/require-files.js";
import { chooseOperators, loadChosen } from "./choose.js";
import { chunksOf } from "./chunk.js";
import { donorsOf } from "./donors.js";
import { type LessonRow, lessonRows } from "./lesson-rows.js";
import type { OperatedData } from "./operated-data.js";
import type { OperatorTally } from "./tally.js";
import { auditHere, auditInThreads } from "./threads.js";
import { type WordRows, wordRows } from "./word-rows.js";
import { workerFile } from "./worker-file.js";

export interface AuditOptions extends OperatedData {
  /** Pairs an operator that guards and drift look at; about that many, spread over the data. */
  readonly measure: number;
  readonly threads: number;
}

export interface AuditedOperator extends OperatorTally {
  readonly expects: Expectation;
  readonly attribute: string;
  readonly targets: readonly Covariate[];
}

export interface Audit {
  readonly items: number;
  /** Different items in the files. */
  readonly of: number;
  readonly prompts: number;
  readonly operators: readonly AuditedOperator[];
  readonly lessons: readonly LessonRow[];
  readonly words: WordRows;
}

/** No scorer's: nothing is too long for an audit. */
const WINDOW = Number.MAX_SAFE_INTEGER;

/** Applies operators to data and looks at the data itself; no model is asked. Errors: TARE_DATA_*, TARE_UNKNOWN_NAME, TARE_INTERRUPTED. */
export async function audit(options: AuditOptions, around: Around): Promise<Audit> {
  const { data, augmentations, limit = Number.POSITIVE_INFINITY, seed, measure, threads } = options;
  const { cwd, progress, signal } = around;
  requireFiles(data, cwd);
  const choice = await chooseOperators(augmentations, cwd);
  const reading = await openReading(options, cwd);
  const drawn = await drawItems({ files: data, ...reading, limit, seed }, around);
  const chunks = chunksOf(drawn.items);
  const donors = donorsOf(drawn.items, seed, STANDARD_PLAN.donors);
  const plan = { seed, donors, window: WINDOW, measured: Math.ceil(measure / Math.max(1, chunks.length)) };
  const done = (n: number) => progress.update("applying operators", n, chunks.length, "parts");
  const work = { chunks, choice, plan, signal, done };
  const file = workerFile();
  const most = Math.min(threads, chunks.length);
  const found =
    most > 1 && file !== undefined ? await auditInThreads(work, file, most) : await auditHere(work);
  const selected = await loadChosen(choice);
  return {
    items: drawn.items.length,
    of: drawn.of,
    prompts: new Set(drawn.items.map(({ promptKey }) => promptKey)).size,
    operators: found.operators.map((tally, index) => ({ ...tally, ...described(selected[index]!) })),
    lessons: lessonRows(found.lessons),
    words: wordRows(found.words),
  };
}

function described({ augmentation: { expects, attribute, targets = [] } }: Selected) {
  return { expects, attribute, targets };
}
