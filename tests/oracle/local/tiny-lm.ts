import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Oracle } from "../../../src/contract/oracle.js";
import type { Message, OracleReply, OracleSampling } from "../../../src/contract.js";
import { PACKAGE_ROOT } from "../../../src/paths.js";

/** A Llama of two layers that has learnt a few conversations by heart (its README says how it was made). */
export const TINY = join(PACKAGE_ROOT, "tests", "oracle", "models", "tiny-lm");

interface Case {
  readonly messages: readonly Message[];
  readonly max_new_tokens: number;
  readonly ids: readonly number[];
  readonly text: string;
}

/** What PyTorch's generation made. */
export const REFERENCE = JSON.parse(readFileSync(join(TINY, "reference.json"), "utf8")) as {
  readonly greedy: readonly (Case & {
    readonly prompt_ids: readonly number[];
    readonly finish: "stop" | "length";
    readonly least_margin: number;
  })[];
  readonly sampled: readonly (Case & { readonly temperature: number; readonly seed: number })[];
};

export const GREEDY: OracleSampling = { temperature: 0, maxTokens: 40, seed: 0 };

export function asks(
  oracle: Oracle,
  messages: readonly Message[],
  sampling: Partial<OracleSampling> = {},
  signal: Signal = new AbortController().signal,
): Promise<OracleReply> {
  const request = { step: "paraphrase", inputs: {}, schema: {}, messages } as const;
  return oracle.ask({ ...request, sampling: { ...GREEDY, ...sampling } }, signal);
}

type Signal = Parameters<Oracle["ask"]>[1];

export function user(content: string): readonly Message[] {
  return [{ role: "user", content }];
}
