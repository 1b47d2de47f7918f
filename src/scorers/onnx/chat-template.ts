import { Template } from "@huggingface/jinja";
import { callPython, PYTHON_CALLS } from "./template-calls.js";
import { fixedDate } from "./template-date.js";

/** `answering`: with the head of the assistant's turn after them, for a model that is to write it. */
export type Render = (messages: readonly { role: string; content: string }[], answering?: boolean) => string;

/** Where the special tokens stand that a template may write (transformers, SPECIAL_TOKENS_ATTRIBUTES). */
const SPECIAL = ["bos_token", "eos_token", "unk_token", "sep_token", "pad_token", "cls_token", "mask_token"];

/** The template of tokenizer_config.json: one text, or several with names, of which `default` is meant. */
export function configuredTemplate(config: Readonly<Record<string, unknown>>): string | undefined {
  const { chat_template: found } = config;
  if (!Array.isArray(found)) return typeof found === "string" ? found : undefined;
  const named = found as readonly { readonly name?: unknown; readonly template?: unknown }[];
  const chosen = named.find(({ name }) => name === "default")?.template;
  return typeof chosen === "string" ? chosen : undefined;
}

/**
 * Parses a chat template, once, to what renders messages as Python does: with Python's white space and with a fixed
 * date. Throws what the parser and the template throw.
 */
export function compileTemplate(source: string, config: Readonly<Record<string, unknown>>): Render {
  const template = new Template(source);
  callPython(template.parsed);
  const tokens = Object.fromEntries(
    SPECIAL.map((name) => [name, tokenText(config[name])]).filter(([, text]) => text !== undefined),
  );
  return (messages, answering = false) =>
    template.render({
      ...PYTHON_CALLS,
      ...tokens,
      fixed_date: fixedDate,
      messages,
      add_generation_prompt: answering,
      tools: null,
      documents: null,
    });
}

/** A special token is a string, or an object that holds it. */
export function tokenText(token: unknown): string | undefined {
  if (typeof token === "string") return token;
  return typeof token === "object" && token !== null && "content" in token
    ? String(token.content)
    : undefined;
}
