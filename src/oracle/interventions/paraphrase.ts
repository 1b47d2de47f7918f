import { wrongWith } from "./check-text.js";
import { type Draft, isRefusal, type Refusal } from "./intervention.js";
import { answerAtStart } from "./start.js";
import type { Trail } from "./trail.js";

/** The answer in other words. */
export async function paraphrase(trail: Trail): Promise<Draft | Refusal> {
  const { prompt } = trail.item;
  const answer = answerAtStart(trail.item, { kind: "paraphrase" });
  if (isRefusal(answer)) return answer;
  const made = await trail.ask("paraphrase", { prompt, answer: answer.text });
  if (isRefusal(made)) return made;
  const pair = { base: answer.opening + answer.text, variant: answer.opening + made.rewritten };
  const wrong = wrongWith(answer.text, made.rewritten, { format: "all" });
  return wrong === undefined ? { ...pair, detail: "" } : { ...wrong, pair };
}
