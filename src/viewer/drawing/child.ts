/** The process that draws one report: its statistics and charts may take seconds, in which the other pages go on. */

import { Worker } from "node:worker_threads";
import { asFailed } from "../../store/ask/sql-errors.js";
import { openReading } from "../../store/open-reading.js";
import { asStoreError } from "../../store/sqlite-errors.js";
import { drawReport } from "./draw-report.js";
import type { DrawingRequest, Drawn } from "./request.js";

const LOCK_MS = 10_000;

async function draw(request: DrawingRequest): Promise<Drawn> {
  try {
    const { store } = openReading(request.path, LOCK_MS);
    return { type: "page", page: await drawReport(store, request) };
  } catch (error) {
    return asFailed(asStoreError(error, request.path));
  }
}

// This thread hears nothing while it reads and computes: another one ends both once nobody waits for the report.
new Worker(new URL("../../store/ask/watch-parent.js", import.meta.url), {
  workerData: { parent: Number(process.argv[2]) },
}).unref();

process.on("disconnect", () => process.exit(0));
process.on("message", async (request: DrawingRequest) => {
  const drawn = await draw(request);
  // Ended without tearing the heap down (see store/keep.ts).
  process.send!(drawn, () => process.exit(0));
});
