import { defineFormat } from "../../contract.js";
import { isText } from "../detection.js";
import { compared } from "../draft.js";
import { readText } from "../fields.js";
import { readMarkedTurns } from "../marked-turns.js";
import { isNumeric, readRating } from "../numbers.js";

/** HelpSteer2-Preference (Wang et al. 2024, arXiv:2410.01257): a negative strength prefers response_1, 0 is a tie. */
export default defineFormat({
  summary: "two responses with the strength of the preference, -3 to 3 (HelpSteer2 preference)",
  columns: "prompt: string, response_1: string, response_2: string, preference_strength: -3 to 3",
  specificity: 20,
  detects: ({ prompt, response_1, response_2, preference_strength }) =>
    isText(prompt) && isText(response_1) && isText(response_2) && isNumeric(preference_strength),
  read: (record) =>
    compared(
      readMarkedTurns(readText(record, "prompt"), "prompt"),
      [readText(record, "response_1"), readText(record, "response_2")],
      -readRating(record, "preference_strength", -3, 3),
      "",
    ),
});
