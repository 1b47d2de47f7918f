import type { ProblemKind } from "../problem.js";
import { ofReading } from "./tokens.js";

const percent = (share: number) => `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`;

/** How long a text may be, and what becomes of longer ones. */
export const WINDOW_PROBLEMS: Readonly<Record<string, ProblemKind>> = {
  "no-room": {
    severity: "fatal",
    means: "Template and special tokens fill the window: no token of the response is left.",
    fix: "Raise --max-length, or mend the chat template.",
    find: ofReading(({ overhead, maxLength }) =>
      overhead >= maxLength
        ? `template and special tokens take ${overhead} of ${maxLength} tokens`
        : undefined,
    ),
  },
  "window-unknown": {
    severity: "note",
    means: "The tokenizer's model_max_length says nothing, or more than the model has positions.",
    fix: "Nothing to do: the least of what tokenizer, positions and graph allow is used. --max-length shortens it.",
    find: ofReading(({ modelMaxLength, positions, maxLength }) => {
      if (modelMaxLength !== null && (positions === null || modelMaxLength <= positions)) return undefined;
      const says = modelMaxLength === null ? "says nothing" : `says ${modelMaxLength}`;
      return `model_max_length ${says}, the model has ${positions ?? "unnamed"} positions; ${maxLength} tokens are used`;
    }),
  },
  truncation: {
    severity: "warning",
    means: "Texts of the data are longer than the window; pairs that lose tokens are no evidence.",
    fix: "Leave long items out with --max-words, or take a model with a longer window.",
    find: ({ data, identity }) =>
      data === null || data.cut.texts === 0
        ? undefined
        : `${data.cut.texts} of ${data.texts} texts (${percent(data.cut.texts / data.texts)}) are longer than ${identity.maxLength} tokens`,
  },
  "template-refuses": {
    severity: "fatal",
    means: "The chat template refuses conversations of the data; a run would stop at the first.",
    fix: "Leave them out of the data, or choose another template with --template.",
    find: ({ data }) =>
      data === null || data.refused.texts === 0
        ? undefined
        : `${data.refused.texts} of ${data.texts} texts are refused; ${data.refused.first}`,
  },
};
