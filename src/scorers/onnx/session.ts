import { fork } from "node:child_process";
import { TareError } from "../../errors.js";
import { childFile } from "./child-file.js";
import { died, runFailure } from "./failures.js";
import type { Feeds, FromChild, TensorMetadata, ToChild } from "./protocol.js";

/** A graph loaded in a process of its own. */
export interface Session {
  readonly inputs: readonly TensorMetadata[];
  readonly outputs: readonly TensorMetadata[];
  /** Logits of a batch, row-major [rows, heads]. `what` names the batch should the process die. Runs keep their order. */
  run(feeds: Feeds, what: string): Promise<Float64Array>;
  /** Milliseconds `session.run` has taken so far, loading excluded. */
  milliseconds(): number;
  close(): Promise<void>;
}

interface Waiting {
  readonly what: string;
  resolve(answer: FromChild): void;
  reject(error: TareError): void;
}

/** Loads a graph. Errors: TARE_MODEL_LOAD; TARE_SCORER_DIED when the process goes away. */
export async function openSession(graph: string, threads: number): Promise<Session> {
  const child = fork(childFile(), {
    serialization: "advanced",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    execArgv: [],
  });
  const waiting = new Map<number, Waiting>();
  let nextId = 1;
  let milliseconds = 0;
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
    if (answer.type === "scored") milliseconds = answer.milliseconds;
    waiting.get(id)?.resolve(answer);
    waiting.delete(id);
  });
  const ask = (id: number, message: ToChild, what: string): Promise<FromChild> =>
    new Promise((resolve, reject) => {
      if (closed !== undefined) return reject(closed);
      waiting.set(id, { what, resolve, reject });
      // A failed send is followed by "close", which rejects what waits.
      child.send(message, () => {});
    });

  const close = async (): Promise<void> => {
    // The child holds nothing that has to be saved, and may be deep in a long run.
    child.kill("SIGKILL");
    await exited;
  };
  const loaded = await ask(0, { type: "load", path: graph, threads }, "the load of the graph");
  if (loaded.type !== "loaded") {
    await close();
    const why = loaded.type === "refused" ? loaded.message : "no answer";
    throw new TareError("TARE_MODEL_LOAD", `onnxruntime: ${why}`, { where: graph });
  }
  return {
    inputs: loaded.inputs,
    outputs: loaded.outputs,
    run: async (feeds, what) => {
      const id = nextId++;
      const answer = await ask(id, { type: "run", id, feeds }, what);
      if (answer.type === "scored") return answer.logits;
      throw runFailure(graph, what, answer.type === "failed" ? answer.message : "no answer");
    },
    milliseconds: () => milliseconds,
    close,
  };
}
