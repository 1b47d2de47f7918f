/**
 * The process that holds one onnxruntime session. It only runs batches: `session.run` blocks the event loop, and a crash of
 * native code takes its process down, so neither may happen beside the tokeniser and the database.
 */
import { InferenceSession, Tensor } from "onnxruntime-node";
import { toFloat64 } from "./float16.js";
import type { Feeds, FromChild, TensorMetadata, ToChild } from "./protocol.js";

let session: InferenceSession | undefined;
let milliseconds = 0;
let queue: Promise<void> = Promise.resolve();

async function load(path: string, threads: number): Promise<FromChild> {
  try {
    session = await InferenceSession.create(path, {
      executionProviders: ["cpu"],
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      logSeverityLevel: 4,
    });
    return {
      type: "loaded",
      inputs: session.inputMetadata.map(describeTensor),
      outputs: session.outputMetadata.map(describeTensor),
    };
  } catch (error) {
    return { type: "refused", message: String((error as Error).message) };
  }
}

function describeTensor(value: InferenceSession.ValueMetadata): TensorMetadata {
  return value.isTensor
    ? { name: value.name, type: value.type, shape: [...value.shape] }
    : { name: value.name, type: "no tensor", shape: [] };
}

async function run(id: number, feeds: Feeds): Promise<FromChild> {
  const tensors = Object.fromEntries(
    Object.entries(feeds.arrays).map(([name, data]) => [
      name,
      new Tensor("int64", data, [feeds.rows, feeds.length]),
    ]),
  );
  const start = performance.now();
  try {
    const { logits } = await session!.run(tensors, ["logits"]);
    milliseconds += performance.now() - start;
    return {
      type: "scored",
      id,
      logits: toFloat64(logits!.type, logits!.data as ArrayLike<number>),
      milliseconds,
    };
  } catch (error) {
    return { type: "failed", id, message: String((error as Error).message) };
  }
}

// Ctrl-C goes to the whole process group; what to do about it is the parent's decision.
process.on("SIGINT", () => {});
process.on("disconnect", () => process.exit(0));
process.on("message", (message: ToChild) => {
  queue = queue.then(async () => {
    const answer =
      message.type === "load"
        ? await load(message.path, message.threads)
        : await run(message.id, message.feeds);
    if (process.connected) process.send!(answer);
  });
});
