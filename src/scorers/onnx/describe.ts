import type { ModelDescription, Text, TextReading } from "../../contract.js";
import { renderText } from "./encode-chat.js";
import type { Encoded } from "./encode-pair.js";
import { chooseInput } from "./input.js";
import { joinPrompt } from "./pair-prompt.js";
import type { Parts } from "./scorer.js";
import { openVocabulary } from "./vocabulary.js";
import { readPositions } from "./window.js";

/** What the parts of an ONNX scorer say of the model; nothing is run. */
export function describeModel(parts: Parts, padId: number): ModelDescription {
  const { folder, tokenizer, session, input } = parts;
  const whole = chooseInput(folder, tokenizer, { maxLength: Number.POSITIVE_INFINITY, truncation: "right" });
  const { before, after } = (input.kind === "pair" ? tokenizer.pair : undefined) ?? tokenizer.single;
  const read = (text: Text): TextReading => {
    const { ids, second } = whole.encode(text);
    if (input.kind === "pair") {
      const pair = [joinPrompt(text.messages, folder.pairPrompt), text.response] as const;
      return { rendered: null, pair, ids, second, doubled: 0 };
    }
    const rendered = renderText(tokenizer, text);
    const doubled = tokenizer.encodeFramed(rendered).length - ids.length;
    return { rendered, pair: null, ids, second, doubled };
  };
  return {
    folder: folder.path,
    inputs: session.inputs,
    outputs: session.outputs,
    config: folder.config,
    tokenizerConfig: folder.tokenizerConfig,
    positions: readPositions(folder.config) ?? null,
    padId,
    frame: { before, after },
    token: openVocabulary(folder.path),
    encode: tokenizer.encode,
    read,
    fedIds: (prepared) => (prepared.input as Encoded).ids,
    prepareIds: (key, text, ids, second) => {
      const encoded = { ids, second, truncated: false };
      return { key, text, tokens: ids.length, truncated: false, input: encoded };
    },
  };
}
