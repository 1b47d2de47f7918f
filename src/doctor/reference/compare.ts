import type { Prepared, Scorer } from "../../contract.js";
import { TareError } from "../../errors.js";
import { type Around, stopIfAborted } from "../../stages/around.js";
import type { Reference, ReferenceCase } from "./read.js";

/** How far a scorer is from the logits of a reference. */
export interface ReferenceFacts {
  readonly file: string;
  readonly texts: number;
  readonly tolerance: number;
  /** Largest |difference| over texts and heads, each text scored alone. */
  readonly worst: { readonly text: string; readonly difference: number };
  /** The same with the reference's own ids: what the graph alone is off by; null where no ids are given. */
  readonly graph: number | null;
  readonly ids: { readonly compared: number; readonly differ: readonly IdDifference[] };
}

export interface IdDifference {
  readonly text: string;
  /** Index of the first id that differs, and the ids there; null behind the end. */
  readonly at: number;
  readonly ours: number | null;
  readonly theirs: number | null;
}

/** Promised agreement where neither user nor file says: rounding of float32, or of coarser weights. */
export function standardTolerance(dtype: string): number {
  return dtype === "fp32" ? 1e-4 : 2e-2;
}

/** Scores every text of the reference alone. Errors: TARE_REFERENCE_MISMATCH where heads differ in number; the scorer's own. */
export async function compareReference(
  scorer: Scorer,
  { file, cases, tolerance: own }: Reference,
  asked: number | undefined,
  around: Around,
): Promise<ReferenceFacts> {
  const description = scorer.describe?.();
  const differ: IdDifference[] = [];
  let worst = { text: cases[0]!.id, difference: 0 };
  let [compared, graph] = [0, 0];
  for (const [done, one] of cases.entries()) {
    await stopIfAborted(around.signal, "comparing with the reference");
    around.progress.update("comparing with the reference", done, cases.length, "texts");
    const prepared = prepare(scorer, one);
    const difference = largest(await scoreOne(scorer, prepared), one, scorer);
    if (!(difference <= worst.difference)) worst = { text: one.id, difference };
    if (one.ids === undefined || description === undefined) continue;
    compared++;
    const first = firstDifference(description.fedIds(prepared), one.ids);
    if (first === undefined) {
      graph = Math.max(graph, difference);
      continue;
    }
    differ.push({ text: one.id, ...first });
    const given = description.prepareIds(one.id, one.text, one.ids, one.second ?? one.ids.length);
    graph = Math.max(graph, largest(await scoreOne(scorer, given), one, scorer));
  }
  const tolerance = asked ?? own ?? standardTolerance(scorer.identity.dtype);
  const ids = { compared, differ };
  return { file, texts: cases.length, tolerance, worst, graph: compared === 0 ? null : graph, ids };
}

export function matches({ worst, tolerance }: ReferenceFacts): boolean {
  return worst.difference <= tolerance;
}

function prepare(scorer: Scorer, { id, text }: ReferenceCase): Prepared {
  try {
    return scorer.prepare(id, text);
  } catch (error) {
    throw error instanceof TareError ? error.at(`text ${id} of the reference`) : error;
  }
}

async function scoreOne(scorer: Scorer, prepared: Prepared): Promise<readonly number[]> {
  return (await scorer.score([prepared]))[0]!;
}

function largest(logits: readonly number[], { id, logits: theirs }: ReferenceCase, scorer: Scorer): number {
  if (logits.length !== theirs.length)
    throw new TareError(
      "TARE_REFERENCE_MISMATCH",
      `text ${id} has ${theirs.length} logits, the model gives ${logits.length}`,
      { where: scorer.identity.name },
    );
  return Math.max(...logits.map((logit, head) => Math.abs(logit - theirs[head]!)));
}

function firstDifference(
  ours: readonly number[],
  theirs: readonly number[],
): Omit<IdDifference, "text"> | undefined {
  const length = Math.max(ours.length, theirs.length);
  for (let at = 0; at < length; at++)
    if (ours[at] !== theirs[at]) return { at, ours: ours[at] ?? null, theirs: theirs[at] ?? null };
  return undefined;
}
