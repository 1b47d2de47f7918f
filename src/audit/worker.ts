import { parentPort, workerData } from "node:worker_threads";
import type { Item } from "../contract.js";
import { type Choice, loadChosen } from "./choose.js";
import { auditChunk } from "./chunk.js";
import type { AuditPlan } from "./try-operator.js";

/** A thread: chunks of items come in, findings go out. */
const { choice, plan } = workerData as { readonly choice: Choice; readonly plan: AuditPlan };
const selected = loadChosen(choice);

parentPort!.on("message", async (items: readonly Item[]) => {
  parentPort!.postMessage(auditChunk(items, await selected, plan));
});
