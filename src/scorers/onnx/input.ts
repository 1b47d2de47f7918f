import type { Text } from "../../contract.js";
import { TareError } from "../../errors.js";
import { type ChatLimits, chatEncoder } from "./encode-chat.js";
import { type Encoded, pairEncoder } from "./encode-pair.js";
import type { ModelFolder } from "./folder.js";
import type { Tokenizer } from "./tokenizer.js";

export interface ModelInput {
  readonly kind: "pair" | "chat";
  /** What goes when a text is too long, as it stands in the scorer's identity. */
  readonly truncation: string;
  encode(text: Text): Encoded;
}

/** Chat where the tokenizer has a template; else a pair, where its post-processor was made for pairs. */
export function chooseInput(folder: ModelFolder, tokenizer: Tokenizer, limits: ChatLimits): ModelInput {
  if (tokenizer.hasTemplate)
    return { kind: "chat", truncation: limits.truncation, encode: chatEncoder(tokenizer, limits) };
  if (tokenizer.pair === undefined || tokenizer.pair.after.length === 0)
    throw new TareError(
      "TARE_MODEL_TEMPLATE",
      "the tokenizer has no chat template, and its post-processor was not made for two segments",
      { where: folder.path },
    );
  return {
    kind: "pair",
    truncation: "response-end",
    encode: pairEncoder(tokenizer, tokenizer.pair, limits.maxLength, folder.pairPrompt),
  };
}
