import { TareError } from "../../errors.js";

/** The error for a process that went away while it was at `what`. */
export function died(graph: string, how: string, what: string, complaint: string): TareError {
  const lastWords = complaint.trim() === "" ? "" : `; its last words: ${complaint.trim().slice(-500)}`;
  return new TareError(
    "TARE_SCORER_DIED",
    `the scoring process ended (${how}) while at ${what}${lastWords}`,
    {
      where: graph,
    },
  );
}

/** The error for a graph that threw on a batch: ids beyond the embedding table have their own. */
export function runFailure(graph: string, what: string, message: string): TareError {
  const beyond = /Gather/.test(message) && /out of .*bounds/.test(message);
  return new TareError(beyond ? "TARE_MODEL_TOKENS" : "TARE_MODEL_RUN", `${message} (at ${what})`, {
    where: graph,
  });
}
