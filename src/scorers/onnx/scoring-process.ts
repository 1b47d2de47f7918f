import { fork } from "node:child_process";
import type { TareError } from "../../errors.js";
import { childFile } from "./child-file.js";
import { died } from "./failures.js";
import type { FromChild, ToChild } from "./protocol.js";
import { withoutTf32 } from "./tf32.js";

/** The process that holds a session, and what is asked of it. */
export interface ScoringProcess {
  /** Sends and waits; questions are answered in their order. `what` names them should the process die (TARE_SCORER_DIED). */
  ask(question: (id: number) => ToChild, what: string): Promise<FromChild>;
  close(): Promise<void>;
}

interface Waiting {
  readonly what: string;
  resolve(answer: FromChild): void;
  reject(error: TareError): void;
}

/** Starts the process for a graph, which is only a name here. */
export function startProcess(graph: string): ScoringProcess {
  const child = fork(childFile(), {
    serialization: "advanced",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    execArgv: [],
    env: withoutTf32(process.env),
  });
  const waiting = new Map<number, Waiting>();
  let nextId = 0;
  let closed: TareError | undefined;
  let complaint = "";

  child.stderr?.on("data", (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-2000);
  });
  const exited = new Promise<void>((done) => {
    const end = (how: string): void => {
      closed ??= died(graph, how, [...waiting.values()][0]?.what ?? "nothing", complaint);
      for (const { reject, what } of waiting.values()) reject(died(graph, how, what, complaint));
      waiting.clear();
      done();
    };
    child.once("error", (error) => end(error.message));
    child.once("close", (code, signal) => end(signal === null ? `exit code ${code}` : `signal ${signal}`));
  });
  child.on("message", (answer: FromChild) => {
    const id = "id" in answer ? answer.id : 0;
    waiting.get(id)?.resolve(answer);
    waiting.delete(id);
  });
  return {
    ask: (question, what) =>
      new Promise((resolve, reject) => {
        if (closed !== undefined) return reject(closed);
        const id = nextId++;
        waiting.set(id, { what, resolve, reject });
        // A failed send is followed by "close", which rejects what waits.
        child.send(question(id), () => {});
      }),
    close: async () => {
      // The child holds nothing that has to be saved, and may be deep in a long run.
      child.kill("SIGKILL");
      await exited;
    },
  };
}
