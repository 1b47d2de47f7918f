import { type QueryProcess, startProcess } from "./query-process.js";

let wanted = false;
let spare: QueryProcess | undefined;

/**
 * From now on a process waits for the next question, so that who asks need not wait for one to start; each is used once.
 * Returns what ends it.
 */
export function keepSpare(): () => void {
  wanted = true;
  spare ??= startProcess();
  return () => {
    wanted = false;
    void spare?.close();
    spare = undefined;
  };
}

/** The process that waits, and another one begins to; else a fresh one. */
export function takeProcess(): QueryProcess {
  const ready = spare;
  spare = wanted ? startProcess() : undefined;
  return ready?.isThere() === true ? ready : startProcess();
}
