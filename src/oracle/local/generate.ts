import { TareError } from "../../errors.js";
import type { LoadedModel } from "./model-process.js";
import type { FromChild, GenerateRequest } from "./protocol.js";

export type Generated = Extract<FromChild, { type: "generated" }>;

interface Waiting {
  readonly signal: AbortSignal;
  /** Seconds; no limit where left out. */
  readonly timeout: number | undefined;
  /** The model folder, for messages. */
  readonly path: string;
}

/** Milliseconds a timer can wait, 24 days; one that is set to more goes off at once. */
const LONGEST_TIMER = 2 ** 31;

/**
 * Has a model write on. Once nobody waits any more, at an abort or after the time, it stops at the next token; whoever asked is
 * told at once. Errors: TARE_INTERRUPTED, TARE_ORACLE_TIMEOUT, TARE_ORACLE_UNREACHABLE (its process ended), TARE_ORACLE_ANSWER (the
 * graph fails).
 */
export async function generate(
  { process }: Pick<LoadedModel, "process">,
  request: GenerateRequest,
  { signal, timeout, path }: Waiting,
): Promise<Generated> {
  if (signal.aborted) throw interrupted(path);
  let question = -1;
  const answered = process.ask((id) => {
    question = id;
    return { type: "generate", id, ...request };
  }, `a question of ${request.ids.length} tokens`);
  let cancel = (): void => {};
  let timer: NodeJS.Timeout | undefined;
  const givenUp = new Promise<never>((_, reject) => {
    const giveUp = (error: TareError): void => {
      process.tell({ type: "stop", question });
      reject(error);
    };
    cancel = () => giveUp(interrupted(path));
    signal.addEventListener("abort", cancel, { once: true });
    if (timeout !== undefined && timeout * 1000 < LONGEST_TIMER)
      timer = setTimeout(() => giveUp(late(path, timeout)), timeout * 1000);
  });
  try {
    const answer = await Promise.race([answered, givenUp]);
    if (answer.type === "generated") return answer;
    throw new TareError(
      "TARE_ORACLE_ANSWER",
      `the graph fails on a question of ${request.ids.length} tokens: ${answer.type === "failed" ? answer.message : "no answer"}`,
      {
        where: path,
        fix: "Out of memory, or an export for shorter texts: try a smaller model, or export it again.",
      },
    );
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", cancel);
    answered.catch(() => {}); // of a process that was closed while it wrote on
  }
}

function interrupted(path: string): TareError {
  return new TareError("TARE_INTERRUPTED", "interrupted while the language model wrote", { where: path });
}

function late(path: string, timeout: number): TareError {
  return new TareError("TARE_ORACLE_TIMEOUT", `no answer within ${timeout} s`, {
    where: path,
    fix: "Raise --oracle-timeout, or take a smaller model, a faster --oracle-device or another --oracle-dtype.",
  });
}
