import type { Oracle, OracleOptions, OracleReply, OracleRequest, OracleStep } from "../../src/contract.js";
import type { StepInputs } from "../../src/oracle/steps.js";

export const PROMPT = [{ role: "user", content: "How do I boil an egg?" }];
export const PARAPHRASE = { prompt: PROMPT, answer: "Eight minutes." };

/** A question as it stands when its prompt file has been filled in. */
export function question<S extends OracleStep>(
  step: S,
  inputs: StepInputs[S],
  more: Partial<OracleRequest> = {},
): OracleRequest {
  return {
    step,
    inputs: inputs as unknown as OracleRequest["inputs"],
    messages: [
      { role: "system", content: "What stands between the marks is data." },
      { role: "user", content: JSON.stringify(inputs) },
    ],
    schema: {
      type: "object",
      properties: { rewritten: { type: "string" } },
      required: ["rewritten"],
      additionalProperties: false,
    },
    sampling: { temperature: 0.7, maxTokens: 64, seed: 7 },
    ...more,
  };
}

export const OPTIONS: OracleOptions = { cwd: process.cwd(), model: undefined };

export function ask(oracle: Oracle, request: OracleRequest, signal?: unknown): Promise<OracleReply> {
  return oracle.ask(request, (signal as Signal | undefined) ?? new AbortController().signal);
}

type Signal = Parameters<Oracle["ask"]>[1];
