import { resolve } from "node:path";
import { defineScorer, type Scorer, type ScorerOptions } from "../contract.js";
import { TareError } from "../errors.js";
import { readScores } from "./precomputed/read-scores.js";
import { wordScorer } from "./word-scorer.js";

async function open(spec: string, options: ScorerOptions): Promise<Scorer> {
  const file = resolve(options.cwd, spec);
  const { scores, digest } = await readScores(file);
  return wordScorer({
    kind: "precomputed",
    name: spec,
    files: { scores: digest },
    score: (key, text) => {
      const score = scores.get(key);
      if (score !== undefined) return score;
      throw new TareError(
        "TARE_SCORE_MISSING",
        `no score for text ${key}, whose response begins ${JSON.stringify(text.response.slice(0, 60))}`,
        { where: file },
      );
    },
  });
}

export default defineScorer({
  summary: "Scores made elsewhere, read from a file.",
  usage:
    'precomputed:FILE, JSONL with {"key": TEXTKEY, "score": N} or {"prompt": STRING or MESSAGES, "response": STRING, "score": N}',
  open,
});
