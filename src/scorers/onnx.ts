import { defineScorer, type Scorer, type ScorerOptions } from "../contract.js";
import { fingerprint } from "./onnx/fingerprint.js";
import { readFolder } from "./onnx/folder.js";
import { readGraphShape } from "./onnx/graph-shape.js";
import { chooseInput } from "./onnx/input.js";
import { buildScorer } from "./onnx/scorer.js";
import { openSession, type Session } from "./onnx/session.js";
import { loadTokenizer } from "./onnx/tokenizer.js";
import { standardThreads } from "./onnx/tunable.js";
import { readWindow } from "./onnx/window.js";

/** Opens a model, with its session for whoever wants more than scores. `profile`: where the profiler writes. */
export async function openModel(
  spec: string,
  options: ScorerOptions,
  profile?: string,
): Promise<{ readonly scorer: Scorer; readonly session: Session }> {
  const folder = await readFolder(spec, options);
  const tokenizer = await loadTokenizer(folder);
  const { device = "auto", deviceId, signal } = options;
  const reopen = (threads: number) =>
    openSession(folder.graph, { threads, device, deviceId, profile, signal });
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
    const parts = { folder, tokenizer, session, shape, prints, input, maxLength, reopen, options };
    return { scorer: await buildScorer(parts), session };
  } catch (error) {
    await session.close();
    throw error;
  }
}

export default defineScorer({
  summary: "A reward model in ONNX, run on this machine.",
  usage:
    "DIR, DIR#DTYPE, FILE.onnx or onnx:DIR (a folder with config.json, tokenizer.json and onnx/model.onnx)",
  open: async (spec, options) => (await openModel(spec, options)).scorer,
});
