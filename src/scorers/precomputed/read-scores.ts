import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { z } from "zod";
import type { Message } from "../../contract.js";
import { TareError } from "../../errors.js";
import { whyUnread } from "../../file-reasons.js";
import { textKey } from "../../keys.js";

export interface ScoreFile {
  /** Text key -> score. */
  readonly scores: ReadonlyMap<string, number>;
  readonly digest: string;
}

const message = z.object({ role: z.string(), content: z.string() });
const row = z.union([
  z.object({ key: z.string().regex(/^[0-9a-f]{32}$/), score: z.number() }),
  z.object({
    prompt: z.union([z.string(), z.array(message).min(1)]),
    response: z.string(),
    score: z.number(),
  }),
]);

/** Reads a JSONL file of scores, by text key or by prompt and response. Errors: TARE_SCORER_SPEC with file:line. */
export async function readScores(file: string): Promise<ScoreFile> {
  const scores = new Map<string, number>();
  const hash = createHash("sha256");
  const source = createReadStream(file);
  source.on("data", (chunk) => hash.update(chunk));
  let line = 0;
  try {
    for await (const text of createInterface({ input: source, crlfDelay: Number.POSITIVE_INFINITY })) {
      line++;
      if (text.trim() === "") continue;
      const { key, score } = readRow(text);
      if ((scores.get(key) ?? score) !== score)
        throw new Error(`a second, different score for the same text`);
      scores.set(key, score);
    }
  } catch (error) {
    const where = line === 0 ? file : `${file}:${line}`;
    throw new TareError("TARE_SCORER_SPEC", whyUnread(error), { where, cause: error });
  }
  if (scores.size === 0) throw new TareError("TARE_SCORER_SPEC", "the file holds no score", { where: file });
  return { scores, digest: hash.digest("hex") };
}

function readRow(line: string): { key: string; score: number } {
  // JSON has no NaN or Infinity; a line that writes them is named as such, since that is how a broken score looks.
  if (/"score"\s*:\s*"?-?(?:NaN|Infinity|inf|null|1e999)/i.test(line))
    throw new Error("the score is not finite");
  const parsed = row.safeParse(JSON.parse(line));
  if (!parsed.success)
    throw new Error('a line wants "score" (a number) and either "key" or "prompt" and "response"');
  const { score } = parsed.data;
  if (!Number.isFinite(score)) throw new Error("the score is not finite");
  if ("key" in parsed.data) return { key: parsed.data.key, score };
  const { prompt, response } = parsed.data;
  const messages: readonly Message[] =
    typeof prompt === "string" ? [{ role: "user", content: prompt }] : prompt;
  return { key: textKey({ messages, response }), score };
}
