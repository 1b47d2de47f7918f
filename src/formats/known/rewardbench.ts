import { defineFormat } from "../../contract.js";
import { isText } from "../detection.js";
import { standardPreference } from "../standard-preference.js";

/** RewardBench (Lambert et al. 2024, arXiv:2403.13787): TRL's standard columns with the models that answered. */
export default defineFormat({
  summary: "one prompt with a chosen and a rejected answer and the models that gave them (RewardBench)",
  columns:
    "prompt: string, chosen: string, rejected: string, subset: string, chosen_model: string, rejected_model: string",
  specificity: 20,
  detects: ({ prompt, chosen, rejected, subset, chosen_model, rejected_model }) =>
    isText(prompt) &&
    isText(chosen) &&
    isText(rejected) &&
    isText(subset) &&
    isText(chosen_model) &&
    isText(rejected_model),
  read: standardPreference,
});
