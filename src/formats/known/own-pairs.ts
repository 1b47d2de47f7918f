import { defineFormat } from "../../contract.js";
import { isText, looksLikeMessages } from "../detection.js";
import { readText } from "../fields.js";
import { readPrompt } from "../messages.js";
import { OWN_PAIRS } from "../own-subset.js";

/** The bases of counterfactual pairs of one's own; the variants are read by `tare run --pairs`. */
export default defineFormat({
  summary: "counterfactual pairs of one's own (tare run --pairs, tare augment): the bases",
  columns:
    "prompt: string or [{role, content}], base: string, variant: string, expects: string, attribute?: string, augmentation?: string",
  specificity: 20,
  alone: true,
  detects: ({ prompt, base, variant, expects }) =>
    (isText(prompt) || looksLikeMessages(prompt)) && isText(base) && isText(variant) && isText(expects),
  read: (record) => ({
    prompt: readPrompt(record, "prompt"),
    responses: [{ role: "response", text: readText(record, "base"), style: "" }],
    subset: OWN_PAIRS,
  }),
});
