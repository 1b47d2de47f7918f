import { type AskedProcess, startAsked } from "./asked-process.js";
import { childFile } from "./child-file.js";
import { died } from "./failures.js";
import type { FromChild, ToChild } from "./protocol.js";

/** The process that holds a session. Its death is TARE_SCORER_DIED. */
export type ScoringProcess = AskedProcess<ToChild, FromChild>;

/** Starts the process for a graph, which is only a name here. */
export function startProcess(graph: string): ScoringProcess {
  return startAsked(childFile(), (how, what, complaint) => died(graph, how, what, complaint));
}
