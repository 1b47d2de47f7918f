/**
 * The process that holds one onnxruntime session. It only runs batches: `session.run` blocks the event loop, and a crash of
 * native code takes its process down, so neither may happen beside the tokeniser and the database.
 */
import { InferenceSession, Tensor } from "onnxruntime-node";
import { toFloat64 } from "./float16.js";
import type { Feeds, FromChild, LoadRequest, TensorMetadata, ToChild } from "./protocol.js";

let session: InferenceSession | undefined;
let milliseconds = 0;
let queue: Promise<void> = Promise.resolve();

async function load({ path, threads, attempts, profile }: LoadRequest): Promise<FromChild> {
  const failed: { device: (typeof attempts)[number]["device"]; reason: string }[] = [];
  for (const { device, providers } of attempts) {
    try {
      session = await InferenceSession.create(path, {
        executionProviders: providers,
        intraOpNumThreads: threads,
        interOpNumThreads: 1,
        logSeverityLevel: 4,
        // Threads that spin between two operators take the core on which the next batch is being tokenised.
        extra: { "session.intra_op.allow_spinning": "0" },
        ...(profile === undefined ? {} : { enableProfiling: true, profileFilePrefix: profile }),
      });
      return {
        type: "loaded",
        inputs: session.inputMetadata.map(describeTensor),
        outputs: session.outputMetadata.map(describeTensor),
        obtained: device,
        failed,
      };
    } catch (error) {
      failed.push({ device, reason: String((error as Error).message).trim() });
    }
  }
  return { type: "refused", failed };
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
    const { [feeds.output]: logits } = await session!.run(tensors, [feeds.output]);
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

async function answer(message: ToChild): Promise<FromChild> {
  if (message.type === "load") return load(message);
  if (message.type === "run") return run(message.id, message.feeds);
  session!.endProfiling();
  return { type: "profiled", id: message.id };
}

// Ctrl-C goes to the whole process group; what to do about it is the parent's decision.
process.on("SIGINT", () => {});
process.on("disconnect", () => process.exit(0));
// One at a time, whatever the parent sends: concurrent runs on WebGPU can crash.
process.on("message", (message: ToChild) => {
  queue = queue.then(async () => {
    const said = await answer(message);
    if (process.connected) process.send!(said);
  });
});
