import type { Token } from "../../contract.js";
import type { ModelFacts } from "../facts.js";
import type { ProblemKind } from "../problem.js";
import type { ReadingFacts } from "../reading-facts.js";

/** A problem of a model that is read here; a served or scripted one has none of them. */
export function ofReading(find: (reading: ReadingFacts, facts: ModelFacts) => string | undefined) {
  return (facts: ModelFacts) => (facts.reading === null ? undefined : find(facts.reading, facts));
}

export function pieces(tokens: readonly Token[]): string {
  return tokens.map(({ piece }) => piece).join(" ");
}

/** How many of the last tokens may stand behind the one that closes a text: ChatML ends a turn with a line break. */
const CLOSING = 3;

/** What template and special tokens do to a text. */
export const TOKEN_PROBLEMS: Readonly<Record<string, ProblemKind>> = {
  "double-bos": {
    severity: "note",
    means: "Chat template and tokenizer both write the first special token.",
    fix: "Nothing to do: tare keeps one. What trains or serves the model must do the same (add_special_tokens=False there).",
    find: ofReading(({ sample }) =>
      sample.doubled === 0
        ? undefined
        : `the template writes ${pieces(sample.tokens.slice(0, sample.doubled))} and the tokenizer adds it again; one is kept`,
    ),
  },
  "frame-added": {
    severity: "note",
    means: "The chat template writes none of the tokenizer's special tokens, so the tokenizer adds them.",
    fix: "Nothing to do here. Elsewhere, tokenise the rendered text with special tokens: apply_chat_template(tokenize=True) leaves them out.",
    find: ofReading(({ sample, frame }) => {
      const added = [...frame.before, ...frame.after];
      if (sample.rendered === null || sample.doubled > 0 || added.length === 0) return undefined;
      return `the template writes no ${pieces(added)}; the tokenizer adds ${added.length === 1 ? "it" : "them"}`;
    }),
  },
  "no-first-token": {
    severity: "warning",
    means: "An encoder's text does not begin with its [CLS], the token that is pooled.",
    fix: "Add the post-processor (TemplateProcessing) to tokenizer.json, or write the token in the chat template.",
    find: ofReading(({ special: { cls }, sample: { tokens } }) =>
      cls === null || tokens[0]?.id === cls.id
        ? undefined
        : `the first token is ${tokens[0]?.piece}, not ${cls.piece}`,
    ),
  },
  "no-end-token": {
    severity: "warning",
    means: "No special token closes the text: a decoder pools a word of the response.",
    fix: "End the chat template with the token the model was trained with (often eos_token), or choose the template with --template.",
    find: ofReading(({ sample: { tokens } }) =>
      tokens.slice(-CLOSING).some(({ special }) => special)
        ? undefined
        : `the text ends with ${pieces(tokens.slice(-CLOSING))}, none of them special`,
    ),
  },
  "pad-is-eos": {
    severity: "note",
    means:
      "The pad token is the end token: a model that pools the last token before the padding pools another one.",
    fix: "Nothing to do if the model was trained so: the noise floor shows whether padding moves scores. Else set pad_token_id and export again.",
    find: ofReading(({ pad, special: { eos }, sample: { tokens } }) => {
      if (eos === null || pad.id !== eos.id) return undefined;
      const ends = tokens.at(-1)?.id === pad.id ? ", and every text ends with it" : "";
      return `pad and eos are both ${pad.piece} (${pad.id})${ends}`;
    }),
  },
  "pad-differs": {
    severity: "warning",
    means: "Model and tokenizer name different pad tokens; rows are filled up with that of config.json.",
    fix: "Make pad_token_id of config.json the id the graph was exported with; --reference proves it.",
    find: ofReading(({ pad, special }) =>
      special.pad === null || special.pad.id === pad.id
        ? undefined
        : `config.json pads with ${pad.id} ${pad.piece}, the tokenizer with ${special.pad.id} ${special.pad.piece}`,
    ),
  },
  "pads-left": {
    severity: "note",
    means: "The tokenizer pads on the left; tare pads on the right.",
    fix: "Nothing to do: left padding shifts positions. Elsewhere, set padding_side to right for scoring.",
    find: ofReading(({ paddingSide }) =>
      paddingSide === "left" ? "padding_side is left; rows are padded on the right" : undefined,
    ),
  },
};
