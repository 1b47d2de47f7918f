/**
 * The process that runs one query. SQLite runs it without a pause and, as it is built here, cannot be stopped from within: a
 * process of its own can.
 */
import { Worker } from "node:worker_threads";
import { answerer } from "./answer.js";
import type { ToChild } from "./protocol.js";

const answer = answerer();
// This thread hears nothing while a query runs, so another one watches whether anybody still waits for it.
const parent = Number(process.argv[2]);
new Worker(new URL("./watch-parent.js", import.meta.url), { workerData: { parent } }).unref();

process.on("disconnect", () => process.exit(0));
process.on("message", (message: ToChild) => process.send!(answer(message)));
