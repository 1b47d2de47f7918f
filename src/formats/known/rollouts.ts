import { defineFormat } from "../../contract.js";
import { readCheckpoint } from "../checkpoint.js";
import { isText, isTexts, looksLikeMessages } from "../detection.js";
import { readPrompt } from "../messages.js";
import { readSampled } from "../sampled.js";

/** What a policy answered in training, unranked; where the log tells them, with checkpoint, step and rewards. */
export default defineFormat({
  summary: "responses of a policy without labels; optional checkpoint, step and logged rewards (rollouts)",
  columns:
    "prompt: string or [{role, content}], responses: [strings] (or response: string), checkpoint?: string, step?: number, reward or *_reward?: [numbers]",
  specificity: 5,
  detects: ({ prompt, responses, response }) =>
    (isText(prompt) || looksLikeMessages(prompt)) && (isTexts(responses) || isText(response)),
  read(record) {
    const rollout = readCheckpoint(record);
    return {
      prompt: readPrompt(record, "prompt"),
      responses: readSampled(record),
      subset: "",
      ...(rollout === undefined ? {} : { rollout }),
    };
  },
});
