import type { Token } from "../../contract.js";
import type { ReadingFacts } from "../reading-facts.js";
import type { Row } from "./model-rows.js";
import { tokenWords, visible } from "./words.js";

const SHOWN = 6;

/** How the model reads a text: the sample rendered, its first and last tokens, special tokens, windows. */
export function readingRows(reading: ReadingFacts): Row[] {
  const { sample, special, pad, frame, paddingSide, modelMaxLength, positions } = reading;
  const { rendered, pair, tokens, doubled } = sample;
  const named = Object.entries(special).flatMap(([name, token]) =>
    token === null ? [] : [`${name} ${tokenWords(token)}`],
  );
  return [
    rendered === null
      ? ["pair", `${visible(pair![0])} | ${visible(pair![1])}`]
      : ["rendered", visible(rendered)],
    ["first tokens", list(tokens.slice(0, SHOWN))],
    ["last tokens", list(tokens.slice(-SHOWN))],
    ["double BOS", doubled === 0 ? "no" : "yes, one is kept"],
    ["special", named.join(", ") || "none is named"],
    ["around", `${list(frame.before) || "nothing"} … ${list(frame.after) || "nothing"}`],
    [
      "pads with",
      `${tokenWords(pad)}${pad.id === special.eos?.id ? ", which is eos too" : ""}; on the right (tokenizer: ${paddingSide ?? "not said"})`,
    ],
    [
      "lengths",
      `model_max_length ${modelMaxLength ?? "not said"}, positions ${positions ?? "not said"}; template and special tokens take ${reading.overhead}`,
    ],
  ];
}

function list(tokens: readonly Token[]): string {
  return tokens.map(tokenWords).join(" · ");
}
