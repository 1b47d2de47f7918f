import { access, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Text } from "../../contract.js";
import { TareError } from "../../errors.js";
import { digestOf } from "../../keys.js";
import { renderText } from "../onnx/encode-chat.js";
import { readJson } from "../onnx/folder.js";
import { joinPrompt } from "../onnx/pair-prompt.js";
import { loadTokenizer, type Tokenizer } from "../onnx/tokenizer.js";
import { promptOf, wordsOf } from "../scripted/features.js";
import type { Rendered, Rendering } from "./protocol.js";
import { type HttpSpec, refuse } from "./spec.js";

export interface Renderer {
  readonly kind: Rendering;
  /** Digests of what decides the rendering, beside its kind. */
  readonly files: Readonly<Record<string, string>>;
  render(text: Text): { readonly rendered: Rendered; readonly tokens: number };
}

/** What the user asked for. Nothing is rendered silently: a template left out moves every score. Errors: TARE_SCORER_SPEC, TARE_MODEL_*. */
export async function openRenderer({ protocol, options }: HttpSpec, cwd: string): Promise<Renderer> {
  const { renderings } = protocol;
  const folder = options.get("tokenizer");
  const asked = options.get("render");
  if (folder !== undefined && asked !== undefined)
    throw refuse("tokenizer= renders by its template already: leave render= out");
  const kind =
    folder === undefined ? (asked ?? (renderings.includes("pair") ? "pair" : undefined)) : "template";
  const choices = renderings
    .map((one) => (one === "template" ? "tokenizer=DIR (its chat template)" : `render=${one}`))
    .join(", ");
  if (kind === undefined)
    throw refuse(
      `${protocol.name} sends text, and how a conversation becomes one is not said; choose ${choices}`,
    );
  if (!isOneOf(kind, renderings) || (kind === "template" && folder === undefined))
    throw refuse(`${protocol.name} does not know render=${kind}; choose ${choices}`);
  return folder === undefined ? plainRenderer(kind) : templateRenderer(resolve(cwd, folder));
}

function isOneOf(kind: string, renderings: readonly Rendering[]): kind is Rendering {
  return (renderings as readonly string[]).includes(kind);
}

function plainRenderer(kind: Rendering): Renderer {
  return {
    kind,
    files: {},
    render: (text) => ({
      rendered: renderAs(kind, text),
      tokens: wordsOf(promptOf(text.messages)).length + wordsOf(text.response).length,
    }),
  };
}

function renderAs(kind: Rendering, { messages, response }: Text): Rendered {
  const prompt = joinPrompt(messages, "blank-line");
  const turns = [...messages, { role: "assistant", content: response }];
  if (kind === "messages") return { kind, messages: turns };
  if (kind === "pair") return { kind, prompt, response };
  const lines = turns.map(({ role, content }) => `${role}: ${content}`).join("\n");
  return { kind: "text", prompt, text: kind === "plain" ? lines : response };
}

async function templateRenderer(path: string): Promise<Renderer> {
  const template = join(path, "chat_template.jinja");
  const own = await access(template).then(
    () => true,
    () => false,
  );
  const templateFile = own ? await readFile(template, "utf8") : undefined;
  const tokenizerConfig = await readJson(path, "tokenizer_config.json");
  const tokenizer = await loadTokenizer({ path, tokenizerConfig, templateFile });
  if (!tokenizer.hasTemplate)
    throw new TareError("TARE_MODEL_TEMPLATE", "the tokenizer has no chat template", { where: path });
  const bos = contentOf(tokenizerConfig.bos_token);
  return {
    kind: "template",
    files: { "chat template": digestOf(templateFile ?? tokenizerConfig.chat_template) },
    render: (text) => {
      const whole = renderText(tokenizer, text);
      const rendered = { kind: "text", prompt: joinPrompt(text.messages, "blank-line") } as const;
      const ids = tokenizer.encodeFramed(whole);
      if (!beginsTwice(ids, tokenizer.single.before) || !whole.startsWith(bos))
        return { rendered: { ...rendered, text: whole }, tokens: ids.length };
      // The server adds its special tokens to what it is sent, and the template has written the first of them.
      const once = whole.slice(bos.length);
      return { rendered: { ...rendered, text: once }, tokens: ids.length - tokenizer.single.before.length };
    },
  };
}

function beginsTwice(ids: readonly number[], before: Tokenizer["single"]["before"]): boolean {
  return before.length > 0 && before.every((id, at) => ids[before.length + at] === id);
}

/** A special token is a string, or an object that holds it. */
function contentOf(token: unknown): string {
  if (typeof token === "string") return token;
  return typeof token === "object" && token !== null && "content" in token ? String(token.content) : "";
}
