import { defineFormat } from "../../contract.js";
import { isText } from "../detection.js";
import { standardPreference } from "../standard-preference.js";

/** TRL's standard preference, and tare's own. */
export default defineFormat({
  summary: "one prompt with a chosen and a rejected answer as strings (TRL standard, tare's own)",
  columns: "prompt: string or [{role, content}], chosen: string, rejected: string, subset?: string",
  specificity: 10,
  detects: ({ prompt, chosen, rejected }) => isText(prompt) && isText(chosen) && isText(rejected),
  read: standardPreference,
});
