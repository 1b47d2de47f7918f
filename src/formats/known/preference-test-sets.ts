import { defineFormat } from "../../contract.js";
import { isText, looksLikeMessages } from "../detection.js";
import { standardPreference } from "../standard-preference.js";

/** The test sets collected with RewardBench (allenai/preference-test-sets): the prompt is a list of messages. */
export default defineFormat({
  summary: "a conversation with a chosen and a rejected answer as strings (allenai preference-test-sets)",
  columns: "prompt: [{role, content}], chosen: string, rejected: string, subset?: string",
  specificity: 15,
  detects: ({ prompt, chosen, rejected }) => looksLikeMessages(prompt) && isText(chosen) && isText(rejected),
  read: standardPreference,
});
