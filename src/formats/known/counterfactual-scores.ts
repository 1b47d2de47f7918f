import { defineFormat } from "../../contract.js";
import { isText } from "../detection.js";
import { plain } from "../draft.js";
import { fieldError, isRecord, readLabel, readText, typeName } from "../fields.js";
import { readPrompt } from "../messages.js";
import { asNumber } from "../numbers.js";

const STYLES = ["base", "perturbed"] as const;

/** Counterfactual pairs published with the rewards that models gave them; neither text is the better one. */
export default defineFormat({
  summary: "a base and a perturbed response with published rewards of several models",
  columns:
    "prompt: string, base: string, perturbed: string, scores: {model: {base, perturbed}}, bias?: string",
  specificity: 20,
  detects: ({ prompt, base, perturbed, scores }) =>
    isText(prompt) && isText(base) && isText(perturbed) && isRecord(scores),
  read(record) {
    const { scores } = record;
    if (!isRecord(scores)) throw fieldError("scores", typeName(scores), "an object");
    return {
      prompt: readPrompt(record, "prompt"),
      responses: STYLES.map((style) => ({
        ...plain("response", readText(record, style)),
        style,
        rewards: Object.fromEntries(
          Object.entries(scores).map(([model, given]) => {
            if (!isRecord(given)) throw fieldError(`scores.${model}`, typeName(given), "base and perturbed");
            return [model, asNumber(given[style], `scores.${model}.${style}`)];
          }),
        ),
      })),
      subset: readLabel(record, "bias"),
    };
  },
});
