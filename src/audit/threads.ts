import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Item } from "../contract.js";
import { stopIfAborted } from "../stages/around.js";
import { type Choice, loadChosen } from "./choose.js";
import { auditChunk, emptyFindings, type Findings, mergeFindings } from "./chunk.js";
import type { AuditPlan } from "./try-operator.js";

export interface Work {
  readonly chunks: readonly (readonly Item[])[];
  readonly choice: Choice;
  readonly plan: AuditPlan;
  readonly signal: AbortSignal;
  readonly done: (chunks: number) => void;
}

/** Chunk by chunk in this thread. Throws TARE_INTERRUPTED. */
export async function auditHere({ chunks, choice, plan, signal, done }: Work): Promise<Findings> {
  const selected = await loadChosen(choice);
  const whole = emptyFindings(selected);
  for (const [index, chunk] of chunks.entries()) {
    mergeFindings(whole, auditChunk(chunk, selected, plan));
    done(index + 1);
    await stopIfAborted(signal, "applying operators");
  }
  return whole;
}

/** MiB for young objects: views of texts live as long as an item is worked on, and a small nursery copies them again and again. */
const YOUNG_MB = 128;

/** The same in several threads: chunks go to whoever is free and are added up in their own order. Throws TARE_INTERRUPTED. */
export async function auditInThreads(work: Work, file: string, threads: number): Promise<Findings> {
  const { chunks, choice, plan, signal, done } = work;
  const found: (Findings | undefined)[] = chunks.map(() => undefined);
  const whole = emptyFindings(await loadChosen(choice));
  let next = 0;
  let merged = 0;
  const take = async (worker: Worker): Promise<void> => {
    while (next < chunks.length) {
      const index = next++;
      worker.postMessage(chunks[index]);
      const [findings] = (await once(worker, "message", { signal })) as [Findings];
      found[index] = findings;
      for (; found[merged] !== undefined; merged++) {
        mergeFindings(whole, found[merged]!);
        found[merged] = undefined; // merged, and no longer held
      }
      done(merged);
    }
  };
  const given = { workerData: { choice, plan }, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } };
  const workers = Array.from({ length: threads }, () => new Worker(file, given));
  try {
    await Promise.all(workers.map(take));
  } catch (error) {
    await stopIfAborted(signal, "applying operators");
    throw error;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return whole;
}
