import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Message, Scorer, ScorerOptions, Text } from "../../src/contract.js";
import onnx from "../../src/scorers/onnx.js";

/** One reference model of every family that is valid as it stands. */
export const FAMILIES = [
  "bert-pair",
  "deberta-v2-pair",
  "roberta-pair",
  "modernbert-chat",
  "qwen2-chat",
  "qwen3-chat",
  "llama-chat",
  "gemma2-chat",
  "multi-head",
  "gpt2-leftpos",
] as const;

export interface ReferenceCase {
  readonly id: string;
  readonly messages: readonly Message[];
  readonly input_ids: readonly number[];
  readonly token_type_ids?: readonly number[];
  readonly truncated: boolean;
  readonly logits: readonly number[];
}

export interface Reference {
  readonly max_length: number;
  readonly tolerance: number;
  readonly cases: readonly ReferenceCase[];
}

export function readReference(folder: string): Reference {
  return JSON.parse(readFileSync(join(folder, "reference.json"), "utf8")) as Reference;
}

export function toText(messages: readonly Message[]): Text {
  return { messages: messages.slice(0, -1), response: messages.at(-1)!.content };
}

/** Opens a model folder, hands it to `use`, and ends its process whatever happens. */
export async function withModel<T>(
  folder: string,
  use: (scorer: Scorer) => Promise<T>,
  options: Partial<ScorerOptions> = {},
): Promise<T> {
  const scorer = await onnx.open(folder, { cwd: "/", threads: 1, ...options });
  try {
    return await use(scorer);
  } finally {
    await scorer.close();
  }
}

/** A copy that may be changed, whatever the modes of the original. */
export function copyModel(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    const [source, target] = [join(from, name), join(to, name)];
    if (statSync(source).isDirectory()) copyModel(source, target);
    else writeFileSync(target, readFileSync(source));
  }
}
