import { indexAnswers } from "../effects/altered.js";
import type { PolicyAnswer } from "../effects/checkpoint-drift.js";
import type { Store } from "../store/open.js";
import { policyTexts } from "../store/policy-texts.js";
import { readRollouts } from "../store/rollouts.js";
import type { ScoredResponse } from "../store/scored-pairs.js";
import { countTokens } from "../text/counting.js";
import { countMarks } from "../text/marks.js";

/** The answers of a policy in training with reward, length and format; none where the data are no rollouts. */
export function readPolicyAnswers(
  store: Store,
  run: string,
  responses: readonly ScoredResponse[],
): PolicyAnswer[] {
  const rollouts = readRollouts(store, run);
  if (rollouts.length === 0) return [];
  const answerOf = indexAnswers(responses);
  const measured = new Map<string, Readonly<Record<string, number>>>();
  for (const { key, response } of policyTexts(store, run)) {
    const { listItems, headings, bold } = countMarks(response);
    measured.set(key, { tokens: countTokens(response), "list items": listItems, headings, bold });
  }
  return rollouts.map(({ item, position, text, prompt, checkpoint, step, rewards }) => {
    const reward = responses[answerOf({ item, position })!]!.score;
    const logged = Object.entries(rewards).map(([name, value]) => [`logged ${name}`, value]);
    const values = { reward, ...measured.get(text)!, ...Object.fromEntries(logged) };
    return { item, prompt, checkpoint, step, values };
  });
}
