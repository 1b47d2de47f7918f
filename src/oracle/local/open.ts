import { relative, sep } from "node:path";
import type {
  Device,
  Oracle,
  OracleIdentity,
  OracleOptions,
  OracleReply,
  OracleRequest,
} from "../../contract.js";
import { oracleKey } from "../../keys.js";
import { fingerprint } from "../../scorers/onnx/fingerprint.js";
import { standardThreads } from "../../scorers/onnx/tunable.js";
import { checkGraph } from "./check-graph.js";
import { encode } from "./encode.js";
import { type LanguageFolder, readLanguageFolder } from "./folder.js";
import { generate } from "./generate.js";
import { type LoadedModel, loadModel } from "./model-process.js";
import { noteOf } from "./note.js";
import { openTurns, type Turns } from "./turns.js";

type Options = Omit<OracleOptions, "device"> & { readonly device: Device };

/** Opens the language model in a folder. Errors: TARE_MODEL_*, TARE_DEVICE_UNAVAILABLE, TARE_USAGE. */
export async function openLanguageModel(spec: string, options: Options): Promise<Oracle> {
  const language = await readLanguageFolder(spec, { cwd: options.cwd, dtype: options.dtype });
  const { folder } = language;
  const turns = openTurns(language.tokenizer, folder.path);
  const graph = relative(folder.path, folder.graph).split(sep).join("/");
  const wanted = { path: folder.path, graph, threads: standardThreads(), file: folder.graph };
  const [prints, model] = await Promise.all([fingerprint(folder), loadModel(wanted, options.device)]);
  try {
    await checkGraph(language, model, encode(language, turns, [{ role: "user", content: "Say yes." }]));
    const { env } = await import("@huggingface/transformers");
    const identity: OracleIdentity = {
      kind: "local",
      model: folder.name,
      address: "",
      files: prints.files,
      note: noteOf(language, model, turns, env.version),
    };
    return {
      key: oracleKey(identity),
      identity,
      concurrency: 1,
      ask: (request, signal) => answer({ language, turns, model, timeout: options.timeout }, request, signal),
      close: model.process.close,
    };
  } catch (error) {
    await model.process.close();
    throw error;
  }
}

interface Opened {
  readonly language: LanguageFolder;
  readonly turns: Turns;
  readonly model: LoadedModel;
  readonly timeout: number | undefined;
}

async function answer(opened: Opened, request: OracleRequest, signal: AbortSignal): Promise<OracleReply> {
  const { language, turns, model, timeout } = opened;
  const { folder, tokenizer, window = Infinity, ends } = language;
  const { temperature, maxTokens, seed } = request.sampling;
  const ids = encode(language, turns, request.messages);
  const common = { servedModel: folder.name, attempts: 1 };
  // Cut, it would be another question: the model takes none of it.
  if (ids.length >= window)
    return {
      ...common,
      text: `The question is ${ids.length} tokens long, and the model takes ${window} with its answer.`,
      finish: "refused",
      promptTokens: 0,
      completionTokens: 0,
      milliseconds: 0,
    };
  const room = Math.min(maxTokens, window - ids.length);
  const waiting = { signal, timeout, path: folder.path };
  const made = await generate(model, { ids, maxTokens: room, temperature, seed, ends }, waiting);
  return {
    ...common,
    text: tokenizer.decode(made.ids),
    finish: ends.includes(made.ids.at(-1)!) ? "stop" : "length",
    promptTokens: ids.length,
    completionTokens: made.ids.length,
    milliseconds: made.milliseconds,
  };
}
