import { defineScorer, type Scorer, type ScorerOptions } from "../contract.js";
import { fingerprint } from "./onnx/fingerprint.js";
import { readFolder } from "./onnx/folder.js";
import { readGraphShape } from "./onnx/graph-shape.js";
import { chooseInput } from "./onnx/input.js";
import { buildScorer } from "./onnx/scorer.js";
import { openSession } from "./onnx/session.js";
import { loadTokenizer } from "./onnx/tokenizer.js";
import { standardThreads } from "./onnx/tunable.js";
import { readWindow } from "./onnx/window.js";

async function open(spec: string, options: ScorerOptions): Promise<Scorer> {
  const folder = await readFolder(spec, options);
  const tokenizer = await loadTokenizer(folder);
  const { device = "auto", deviceId } = options;
  const reopen = (threads: number) => openSession(folder.graph, { threads, device, deviceId });
  const [session, prints] = await Promise.all([
    reopen(options.threads ?? standardThreads()),
    fingerprint(folder),
  ]);
  try {
    const shape = readGraphShape(folder.graph, session.inputs, session.outputs);
    const maxLength = readWindow(folder, tokenizer, shape, options.maxLength);
    const input = chooseInput(folder, tokenizer, {
      maxLength,
      truncation: options.truncation ?? "response-end",
    });
    return await buildScorer({
      folder,
      tokenizer,
      session,
      shape,
      prints,
      input,
      maxLength,
      reopen,
      options,
    });
  } catch (error) {
    await session.close();
    throw error;
  }
}

export default defineScorer({
  summary: "A reward model in ONNX, run on this machine.",
  usage: "DIR, DIR#DTYPE or onnx:DIR (a folder with config.json, tokenizer.json and onnx/model.onnx)",
  open,
});
