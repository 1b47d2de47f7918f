import type { Oracle, OracleRequest } from "../../contract.js";
import type { AnswerOf, StepInputs } from "../steps.js";
import { answerSchema } from "./answer-schema.js";
import { callKey } from "./call-key.js";
import type { Prompt } from "./read-prompts.js";
import { fillStep, INSTRUCTION } from "./step-data.js";

/** A question to one oracle, with the key of its answer. */
export interface Question<S extends keyof StepInputs = keyof StepInputs> {
  readonly key: string;
  readonly oracle: Oracle;
  readonly template: string;
  /** Key of the question whose unreadable answer this one asks to mend; null for a first question. */
  readonly repairs: string | null;
  readonly inputs: StepInputs[S];
  /** The answers that the prompt file shows as examples. */
  readonly examples: readonly AnswerOf<S>[];
  readonly request: OracleRequest & { readonly step: S };
}

export function askFirst<S extends keyof StepInputs>(
  oracle: Oracle,
  prompt: Prompt,
  inputs: StepInputs[S],
  seed: number,
): Question<S> {
  const step = prompt.step as S;
  const to = (inputs as { to?: string }).to;
  const variables = {
    ...fillStep(step, inputs),
    ...(to === undefined ? {} : { [INSTRUCTION]: prompt.to[to]! }),
  };
  const answer = (inputs as { answer?: string }).answer ?? "";
  const maxTokens = prompt.maxTokens + Math.ceil(prompt.maxTokensPerCharacter * answer.length);
  const about = { inputs, examples: prompt.examples as readonly AnswerOf<S>[] };
  return asQuestion(oracle, prompt.digest, null, about, {
    step,
    inputs: inputs as never,
    messages: [
      { role: "system", content: prompt.system(variables) },
      { role: "user", content: prompt.user(variables) },
    ],
    schema: answerSchema(step, inputs),
    sampling: { temperature: prompt.temperature, maxTokens, seed },
  });
}

/** The same conversation, the answer that could not be read, and what is wrong with it. */
export function askAgain<S extends keyof StepInputs>(
  first: Question<S>,
  answer: string,
  problem: string,
): Question<S> {
  const again = `This cannot be read: ${problem}. Answer again, with the JSON object asked for and nothing else: no words before or after it.`;
  return asQuestion(first.oracle, first.template, first.key, first, {
    ...first.request,
    messages: [
      ...first.request.messages,
      // Servers refuse a turn that says nothing.
      { role: "assistant", content: answer.trim() === "" ? "(no answer)" : answer },
      { role: "user", content: again },
    ],
  });
}

function asQuestion<S extends keyof StepInputs>(
  oracle: Oracle,
  template: string,
  repairs: string | null,
  { inputs, examples }: Pick<Question<S>, "inputs" | "examples">,
  request: OracleRequest & { readonly step: S },
): Question<S> {
  const { messages, schema, sampling } = request;
  const key = callKey({ oracle: oracle.key, template, messages, schema, sampling });
  return { key, oracle, template, repairs, inputs, examples, request };
}
