/** Ends a process once the one that started it is gone: a query or a report that nobody waits for may take for ever. */
import { workerData } from "node:worker_threads";

const { parent } = workerData as { readonly parent: number };
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, "SIGKILL");
}, 500);
