import { resolve } from "node:path";
import { defineScorer, type Scorer, type ScorerOptions } from "../contract.js";
import { TareError } from "../errors.js";
import { readScores } from "./precomputed/read-scores.js";
import { wordScorer } from "./word-scorer.js";

async function open(spec: string, options: ScorerOptions): Promise<Scorer> {
  if (spec === "") throw new TareError("TARE_SCORER_SPEC", "precomputed: names no file");
  const file = resolve(options.cwd, spec);
  const { scores, digest } = await readScores(file);
  const asked = new Set<string>();
  const missing = new Set<string>();
  const scorer = wordScorer({
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
  return {
    ...scorer,
    prepare(key, text) {
      asked.add(key);
      if (!scores.has(key)) missing.add(key);
      return scorer.prepare(key, text);
    },
    shortfall: () => ({ missing: missing.size, of: asked.size }),
  };
}

export default defineScorer({
  summary: "Scores made elsewhere, read from a file.",
  usage:
    'precomputed:FILE, JSONL with {"key": TEXTKEY, "score": N} or {"prompt": STRING or MESSAGES, "response": STRING, "score": N}',
  open,
});
