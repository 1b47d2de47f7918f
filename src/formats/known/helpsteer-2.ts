import { defineFormat } from "../../contract.js";
import { isText } from "../detection.js";
import { plain } from "../draft.js";
import { readText } from "../fields.js";
import { readMarkedTurns } from "../marked-turns.js";
import { isNumeric, readRating } from "../numbers.js";

/**
 * HelpSteer2 (Wang et al. 2024, arXiv:2406.08673): one row a response, the rows of a prompt one after another, each rated
 * 0 to 4. The most helpful are chosen, as the paper ranks them for Bradley-Terry training; with equal helpfulness
 * throughout it is a tie, and a row alone has no rank.
 */
export default defineFormat({
  summary:
    "one row a response with five ratings; the more helpful one is chosen, equal ones tie (HelpSteer2)",
  columns:
    "prompt: string, response: string, helpfulness: 0-4, correctness: 0-4, coherence: 0-4, complexity: 0-4, verbosity: 0-4",
  specificity: 30,
  detects: ({ prompt, response, helpfulness, correctness, verbosity }) =>
    isText(prompt) &&
    isText(response) &&
    isNumeric(helpfulness) &&
    isNumeric(correctness) &&
    isNumeric(verbosity),
  together: (record) => readText(record, "prompt"),
  read(record, others) {
    const rated = [record, ...others].map((row) => ({
      text: readText(row, "response"),
      helpfulness: readRating(row, "helpfulness", 0, 4),
    }));
    const ratings = rated.map(({ helpfulness }) => helpfulness);
    const best = Math.max(...ratings);
    const tied = Math.min(...ratings) === best;
    return {
      prompt: readMarkedTurns(readText(record, "prompt"), "prompt"),
      responses: rated.map(({ text, helpfulness }) =>
        plain(tied ? "response" : helpfulness === best ? "chosen" : "rejected", text),
      ),
      subset: "",
    };
  },
});
