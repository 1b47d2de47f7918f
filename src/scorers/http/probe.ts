import type { Text } from "../../contract.js";
import { TareError } from "../../errors.js";
import type { Rows } from "./protocol.js";

const PROMPTS = [
  "What is 2 + 2?",
  "Why do leaves turn red in autumn?",
  "Write a limerick about a cat who sails.",
  "How do I undo the last commit in git without losing my changes?",
];
const RESPONSES = [
  "4",
  "I do not know, and I would rather not say.",
  "Here is a short answer: run `git reset --soft HEAD~1`. The changes stay staged, and the commit is gone.",
  "Chlorophyll breaks down as the days shorten, and anthocyanins are made in the leaf. They are red. That is why a maple glows in October.\n\n- light\n- cold nights\n- dry weather",
];

/** Sixteen texts of different sense and length, sent once when a server is opened. */
export const PROBES: readonly Text[] = PROMPTS.flatMap((content) =>
  RESPONSES.map((response) => ({ messages: [{ role: "user", content }], response })),
);

/** What a score may move from a batch to a request of its own: a share of the probes' range, and one of their size. */
const MOVES = { range: 0.1, size: 1e-3 };

/**
 * Asks again, one by one, for the texts that scored lowest, highest and in the middle: few protocols number their rows,
 * and a server that sorts them would give every text another's reward. Returns the probes' rows. Errors: TARE_HTTP_ANSWER.
 */
export async function probeOrder(
  score: (texts: readonly Text[]) => Promise<Rows>,
  where: string,
): Promise<Rows> {
  const probed = await score(PROBES);
  const scores = probed.rows.map(([first]) => first!);
  const ranked = scores.map((_, index) => index).sort((a, b) => scores[a]! - scores[b]!);
  const [lowest, middle, highest] = [ranked[0]!, ranked[ranked.length >> 1]!, ranked.at(-1)!];
  const size = Math.max(Math.abs(scores[highest]!), Math.abs(scores[lowest]!));
  const most = MOVES.range * (scores[highest]! - scores[lowest]!) + MOVES.size * size;
  for (const index of [lowest, middle, highest]) {
    const { rows } = await score([PROBES[index]!]);
    const alone = rows[0]![0]!;
    if (!(Math.abs(alone - scores[index]!) > most)) continue;
    throw new TareError(
      "TARE_HTTP_ANSWER",
      `text ${index + 1} of a request with ${PROBES.length} scored ${scores[index]}, alone ${alone}: ` +
        "the answers come in another order than the texts were sent, or depend on the other texts of the request",
      { where, fix: "Use a server that answers in order, or add batch=1 to the spec." },
    );
  }
  return probed;
}
