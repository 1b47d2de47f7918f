import { wrongWith } from "./check-text.js";
import { type Draft, isRefusal, type Refusal } from "./intervention.js";
import { answerAtStart, rejectedAnswer } from "./start.js";
import type { Trail } from "./trail.js";

/** The better answer against the weaker one, rewritten until its causal attributes match: what differs still is spurious. */
export async function can(trail: Trail): Promise<Draft | Refusal> {
  const { prompt } = trail.item;
  const better = answerAtStart(trail.item, { kind: "can" });
  if (isRefusal(better)) return better;
  const weaker = rejectedAnswer(trail.item);
  if (isRefusal(weaker)) return weaker;
  const attributes = await trail.attributes();
  if (isRefusal(attributes)) return attributes;
  const made = await trail.ask("can", { prompt, answer: weaker.text, model: better.text, attributes });
  if (isRefusal(made)) return made;
  const pair = { base: better.opening + better.text, variant: weaker.opening + made.rewritten };
  const wrong = wrongWith(weaker.text, made.rewritten, {}) ?? copied(better.text, made.rewritten);
  return wrong === undefined ? { ...pair, detail: "" } : { ...wrong, pair };
}

/** Two equal answers are no pair. */
function copied(better: string, made: string): Refusal | undefined {
  const wrong = wrongWith(better, made, {});
  return wrong && { ...wrong, detail: "the better answer was copied" };
}
