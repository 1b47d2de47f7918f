import { z } from "zod";
import type { OracleReply } from "../../contract.js";

z.config({ jitless: true }); // no code is generated at run time

const part = z.object({ type: z.string(), text: z.string().optional() });
const tokens = z.int().min(0).nullish().catch(null);
const completion = z.object({
  model: z.string().nullish(),
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({
          content: z.union([z.string(), z.array(part)]).nullish(),
          refusal: z.string().nullish(),
        }),
      }),
    )
    .min(1),
  usage: z.object({ prompt_tokens: tokens, completion_tokens: tokens }).nullish().catch(null),
});

type Read = Pick<OracleReply, "text" | "finish" | "servedModel" | "promptTokens" | "completionTokens">;

/** Reads a chat completion. Throws a plain Error that says what is wrong with it. */
export function readCompletion(body: string): Read {
  const { success, data, error } = completion.safeParse(jsonOf(body));
  if (!success) {
    const [issue] = error.issues;
    throw new Error(`no chat completion: ${issue!.path.join(".") || "the answer"}: ${issue!.message}`);
  }
  const { message, finish_reason } = data.choices[0]!;
  const content = message.content ?? "";
  const text = typeof content === "string" ? content : content.map((one) => one.text ?? "").join("");
  const refusal = message.refusal ?? "";
  const refused = refusal !== "" || finish_reason === "content_filter";
  return {
    text: refused ? refusal || text : withoutReasoning(text),
    finish: refused ? "refused" : finish_reason === "length" ? "length" : "stop",
    servedModel: data.model ?? "",
    promptTokens: data.usage?.prompt_tokens ?? null,
    completionTokens: data.usage?.completion_tokens ?? null,
  };
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Error(/^\s*</.test(body) ? "a page of HTML" : "no JSON");
  }
}

/**
 * What a reasoning model says after it has thought. Some servers leave the thoughts in the content: between <think> and
 * </think>, or up to </think> where the opening mark stood in the prompt. Thoughts that never end are no answer.
 */
export function withoutReasoning(content: string): string {
  const text = content.trimStart();
  const close = /<\/think(?:ing)?>/.exec(text);
  if (/^<think(?:ing)?>/.test(text)) return close === null ? "" : after(text, close);
  return close === null || /^[{["`]/.test(text) ? content : after(text, close);
}

function after(text: string, { index, 0: mark }: RegExpExecArray): string {
  return text.slice(index + mark.length).trimStart();
}
