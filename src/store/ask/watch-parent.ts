/** Ends the process of a query once the process that asked is gone: a query that nobody waits for may be an endless one. */
import { workerData } from "node:worker_threads";

const { parent } = workerData as { readonly parent: number };
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, "SIGKILL");
}, 500);
