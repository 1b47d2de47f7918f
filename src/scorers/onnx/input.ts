import { TareError } from "../../errors.js";
import { chatEncoder, type Limits } from "./encode-chat.js";
import { type Encode, pairEncoder } from "./encode-pair.js";
import type { ModelFolder } from "./folder.js";
import { TEMPLATE_CHOICES } from "./template-choice.js";
import type { Frame, Tokenizer } from "./tokenizer.js";

export interface ModelInput {
  readonly kind: "pair" | "chat";
  /** What goes when a text is too long, as it stands in the scorer's identity. */
  readonly truncation: string;
  readonly encode: Encode;
}

/**
 * As the user chose; else chat where the tokenizer has a template, else a pair where its post-processor was made for
 * pairs. Errors: TARE_MODEL_TEMPLATE.
 */
export function chooseInput(folder: ModelFolder, tokenizer: Tokenizer, limits: Limits): ModelInput {
  const refuse = (what: string): TareError =>
    new TareError("TARE_MODEL_TEMPLATE", what, { where: folder.path, fix: TEMPLATE_CHOICES });
  const { pair, hasTemplate } = tokenizer;
  if (folder.input === "pair") {
    if (pair === undefined) throw refuse("special tokens change the ids of two segments");
    return pairInput(folder, tokenizer, pair, limits);
  }
  if (hasTemplate)
    return { kind: "chat", truncation: limits.truncation, encode: chatEncoder(tokenizer, limits) };
  if (folder.input === "chat") throw refuse("the tokenizer has no chat template");
  if (pair === undefined || pair.after.length === 0)
    throw refuse("the tokenizer has no chat template, and its post-processor was not made for two segments");
  return pairInput(folder, tokenizer, pair, limits);
}

function pairInput(folder: ModelFolder, tokenizer: Tokenizer, frame: Frame, limits: Limits): ModelInput {
  // The right end of a pair is the response's end.
  const truncation = limits.truncation === "right" ? "response-end" : limits.truncation;
  return { kind: "pair", truncation, encode: pairEncoder(tokenizer, frame, limits, folder.pairPrompt) };
}
