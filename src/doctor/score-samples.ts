import type { Scorer } from "../contract.js";
import { textKey } from "../keys.js";
import type { SampleScore } from "./facts.js";
import { SAMPLES } from "./sample-texts.js";

/** Raw logits of the built-in texts, each scored alone. */
export async function scoreSamples(scorer: Scorer): Promise<SampleScore[]> {
  const samples: SampleScore[] = [];
  for (const text of SAMPLES) {
    const prepared = scorer.prepare(textKey(text), text);
    const [logits] = await scorer.score([prepared]);
    const { messages, response } = text;
    samples.push({ prompt: messages[0]!.content, response, tokens: prepared.tokens, logits: logits! });
  }
  return samples;
}
