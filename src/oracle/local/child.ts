/**
 * The process that holds a language model. Each step of a generation blocks the event loop, and a crash of native code takes
 * its process down, so neither may happen beside the database.
 */
import { basename, dirname } from "node:path";
import { Worker } from "node:worker_threads";
import {
  AutoModelForCausalLM,
  env,
  LogLevel,
  type PreTrainedModel,
  random,
  Tensor,
} from "@huggingface/transformers";
import type { FromChild, GenerateRequest, LoadRequest, ToChild } from "./protocol.js";

// Nothing is ever fetched, and nothing written to a cache.
env.allowRemoteModels = false;
env.useFSCache = false;
env.useBrowserCache = false;
env.fetch = () => Promise.reject(new Error("nothing is fetched"));
env.logLevel = LogLevel.NONE;

let model: PreTrainedModel | undefined;
/** Questions that nobody waits for any more. */
const stopped = new Set<number>();
let queue: Promise<void> = Promise.resolve();

async function load(id: number, { path, graph, threads, attempt }: LoadRequest): Promise<FromChild> {
  try {
    model = await AutoModelForCausalLM.from_pretrained(path, {
      local_files_only: true,
      // The very file that the parent chose and fingerprinted: with `fp32` the library adds nothing to the name.
      model_file_name: basename(graph, ".onnx"),
      dtype: "fp32",
      subfolder: dirname(graph) === "." ? "" : dirname(graph),
      // External data are found by onnxruntime, beside the graph.
      use_external_data_format: false,
      device: "cpu", // only a word: the providers below are what counts
      session_options: {
        executionProviders: attempt.providers,
        intraOpNumThreads: threads,
        interOpNumThreads: 1,
        logSeverityLevel: 4,
      },
    });
    const { model: session } = model.sessions as Record<
      string,
      { inputNames: string[]; outputNames: string[] }
    >;
    return { type: "loaded", id, inputs: [...session!.inputNames], outputs: [...session!.outputNames] };
  } catch (error) {
    return { type: "refused", id, reason: String((error as Error).message).trim() };
  }
}

async function generate(id: number, request: GenerateRequest): Promise<FromChild> {
  const { ids, maxTokens, temperature, seed, ends } = request;
  const start = performance.now();
  try {
    random.seed(seed);
    const shape = [1, ids.length];
    const made = await model!.generate({
      input_ids: new Tensor("int64", BigInt64Array.from(ids, BigInt), shape),
      attention_mask: new Tensor("int64", new BigInt64Array(ids.length).fill(1n), shape),
      max_new_tokens: maxTokens,
      do_sample: temperature > 0,
      temperature: temperature > 0 ? temperature : 1,
      eos_token_id: [...ends],
      num_beams: 1,
      return_dict_in_generate: false,
      logits_processor: [refuseBroken],
      stopping_criteria: [(rows: unknown[]) => rows.map(() => stopped.has(id))],
    } as never);
    const all = Array.from((made as Tensor).data as BigInt64Array, Number);
    return { type: "generated", id, ids: all.slice(ids.length), milliseconds: performance.now() - start };
  } catch (error) {
    return { type: "failed", id, message: String((error as Error).message) };
  } finally {
    stopped.delete(id);
  }
}

/** Among NaN there is no likeliest token: what the library would take is no answer. */
function refuseBroken(_: unknown, logits: Tensor): Tensor {
  const values = logits.data as Float32Array;
  if (values.some((value) => Number.isNaN(value) || value === Infinity))
    throw new Error("the graph gives logits that are NaN or infinite");
  return logits;
}

async function answer(message: Exclude<ToChild, { type: "stop" }>): Promise<FromChild> {
  return message.type === "load" ? load(message.id, message) : generate(message.id, message);
}

const parent = Number(process.argv[2]);
new Worker(new URL("../../store/ask/watch-parent.js", import.meta.url), { workerData: { parent } }).unref();

// Ctrl-C goes to the whole process group; what to do about it is the parent's decision.
process.on("SIGINT", () => {});
process.on("disconnect", () => process.exit(0));
// One at a time. Between two tokens the word to stop is heard.
process.on("message", (message: ToChild) => {
  if (message.type === "stop") return void stopped.add(message.question);
  queue = queue.then(async () => {
    const said = await answer(message);
    if (process.connected) process.send!(said);
  });
});
