import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface RealText {
  readonly prompt: string;
  readonly response: string;
  readonly rejected?: string;
}

interface RmBenchRecord {
  readonly prompt: string;
  readonly chosen: readonly string[];
  readonly rejected: readonly string[];
}

interface LlmBarRecord {
  readonly input: string;
  readonly output_1: string;
  readonly output_2: string;
}

/** Answers of LLMBar natural and RM-Bench chat and code (`data` is the shared data folder). */
export function realTexts(data: string): RealText[] {
  const llmbar = read<LlmBarRecord>(data, "llmbar/natural.json").flatMap(({ input, output_1, output_2 }) => [
    { prompt: input, response: output_1, rejected: output_2 },
    { prompt: input, response: output_2 },
  ]);
  const chat = read<RmBenchRecord>(data, "rm-bench/chat_filtered.json").flatMap(answers);
  const code = read<RmBenchRecord>(data, "rm-bench/code_filtered.json").slice(0, 40).flatMap(answers);
  return [...llmbar, ...chat, ...code];
}

function answers({ prompt, chosen, rejected }: RmBenchRecord): RealText[] {
  return [...chosen, ...rejected].map((response) => ({ prompt, response }));
}

function read<T>(data: string, file: string): T[] {
  return JSON.parse(readFileSync(join(data, file), "utf8"));
}
