import type OpenAI from "openai";
import type { OracleRequest } from "../../contract.js";
import type { Came } from "./connection.js";
import { toldBy } from "./told.js";

/** How a server is asked: from what the protocol has to what even an old or small server takes. */
export interface Manners {
  readonly format: "json_schema" | "json_object" | "none";
  readonly limit: "max_tokens" | "max_completion_tokens";
  readonly seed: boolean;
  readonly temperature: boolean;
  /** Whether what a system has to say stands in a message of its own. */
  readonly system: boolean;
}

export const BEST: Manners = {
  format: "json_schema",
  limit: "max_tokens",
  seed: true,
  temperature: true,
  system: true,
};

const SIMPLER = { json_schema: "json_object", json_object: "none", none: undefined } as const;

/**
 * How to ask instead, where a server objects (400, 422, 501) to the way it was asked: without what it names; where it
 * names nothing and has not yet taken this `format` from us, in a simpler one. Undefined where the fault lies elsewhere.
 */
export function concede(manners: Manners, came: Came, proven: boolean): Manners | undefined {
  const told = toldBy(came.body);
  // llama.cpp calls what a chat template refuses a fault of its own (500).
  if (![400, 422, 500, 501].includes(came.status)) return undefined;
  if (/system (role|message|prompt|instruction)|roles must alternate/i.test(told) && manners.system)
    return { ...manners, system: false };
  if (came.status === 500) return undefined;
  const format = SIMPLER[manners.format];
  if (/response_?format|json_?(schema|object)|structured|grammar/i.test(told) && format !== undefined)
    return { ...manners, format };
  if (/max_completion_tokens/.test(told) && manners.limit === "max_tokens")
    return { ...manners, limit: "max_completion_tokens" };
  if (/\bseed\b/.test(told) && manners.seed) return { ...manners, seed: false };
  if (/\btemperature\b/.test(told) && manners.temperature) return { ...manners, temperature: false };
  return proven || format === undefined ? undefined : { ...manners, format };
}

/** What is told once of each thing that a server is asked without. */
export function concessions(from: Manners, to: Manners): string[] {
  return [
    from.format !== to.format &&
      `it takes no response_format ${from.format}: ${to.format === "none" ? "it is asked in words alone" : `${to.format} is asked for instead`}; answers are checked all the same`,
    from.seed && !to.seed && "it takes no seed: it may answer otherwise when asked again",
    from.temperature && !to.temperature && "it takes no temperature: it answers at its own",
    from.system &&
      !to.system &&
      "it takes no system message: what stands there is put before the user's message",
  ].filter((text) => text !== false);
}

/** `schema`: as ask/answer-schema.ts makes it, without the keywords that strict servers refuse. */
export function requestBody(
  model: string,
  request: OracleRequest,
  { format, limit, seed, temperature, system }: Manners,
): OpenAI.Chat.ChatCompletionCreateParamsNonStreaming {
  const { step, schema, sampling } = request;
  const strict = { name: step, strict: true, schema: { ...schema } };
  return {
    model,
    messages: (system
      ? request.messages
      : folded(request.messages)) as OpenAI.Chat.ChatCompletionMessageParam[],
    [limit]: sampling.maxTokens,
    ...(temperature ? { temperature: sampling.temperature } : {}),
    ...(seed ? { seed: sampling.seed } : {}),
    ...(format === "json_schema" ? { response_format: { type: format, json_schema: strict } } : {}),
    ...(format === "json_object" ? { response_format: { type: format } } : {}),
  };
}

/** The system's words before those of the first user's message. */
function folded(messages: OracleRequest["messages"]): OracleRequest["messages"] {
  const words = messages.filter(({ role }) => role === "system").map(({ content }) => content);
  const [first, ...rest] = messages.filter(({ role }) => role !== "system");
  if (first === undefined || words.length === 0) return messages;
  return [{ ...first, content: [...words, first.content].join("\n\n") }, ...rest];
}
