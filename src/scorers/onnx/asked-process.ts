import { fork } from "node:child_process";
import type { TareError } from "../../errors.js";
import { withoutTf32 } from "./tf32.js";

/** A process that holds a model, and what is asked of it. */
export interface AskedProcess<Question, Answer> {
  /** Sends and waits; questions are answered in their order. `what` names them should the process die. */
  ask(question: (id: number) => Question, what: string): Promise<Answer>;
  /** Sends what nobody answers. */
  tell(word: Question): void;
  close(): Promise<void>;
}

interface Waiting<Answer> {
  readonly what: string;
  resolve(answer: Answer): void;
  reject(error: TareError): void;
}

/** Makes the error of a process that ended: how, while at what, and the last it wrote to stderr. */
export type Died = (how: string, what: string, complaint: string) => TareError;

/** Starts a compiled file that answers each question with its id (0 where the answer bears none). */
export function startAsked<Question extends object, Answer extends { readonly type: string }>(
  file: string,
  died: Died,
): AskedProcess<Question, Answer> {
  const child = fork(file, [String(process.pid)], {
    serialization: "advanced",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    execArgv: [],
    env: withoutTf32(process.env),
  });
  const waiting = new Map<number, Waiting<Answer>>();
  let nextId = 0;
  let closed: TareError | undefined;
  let complaint = "";

  child.stderr?.on("data", (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-2000);
  });
  const exited = new Promise<void>((done) => {
    const end = (how: string): void => {
      closed ??= died(how, [...waiting.values()][0]?.what ?? "nothing", complaint);
      for (const { reject, what } of waiting.values()) reject(died(how, what, complaint));
      waiting.clear();
      done();
    };
    child.once("error", (error) => end(error.message));
    child.once("close", (code, signal) => end(signal === null ? `exit code ${code}` : `signal ${signal}`));
  });
  child.on("message", (answer: Answer) => {
    const id = "id" in answer ? (answer.id as number) : 0;
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
    tell: (word) => void (child.connected && child.send(word, () => {})),
    close: async () => {
      // The child holds nothing that has to be saved, and may be deep in a long run.
      child.kill("SIGKILL");
      await exited;
    },
  };
}
