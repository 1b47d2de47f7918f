import type { Candidate } from "../stats/best-of-n.js";
import type { ScoredResponse } from "../store/scored-pairs.js";
import type { Altered } from "./altered.js";

/** The candidates under one prompt. */
export interface Pool {
  readonly prompt: string;
  readonly candidates: readonly Candidate[];
}

/** Half of the draws are bad, in every pool: so pools with one bad text and with many are read against the same line. */
export const BAD_SHARE = 0.5;

/**
 * One pool a prompt: its answers that were altered, as they were, against what was made of them. Half of the draws take an
 * answer as it is, each answer alike; the other half what was made of one, each operator alike, and within an operator each
 * dose and answer alike, so that neither many doses nor many operators make bad texts more frequent. An answer of which
 * these operators made nothing is no candidate: no bad text of its own would stand against it.
 */
export function poolsOf(altered: readonly Altered[], responses: readonly ScoredResponse[]): Pool[] {
  const prompts = new Map<string, { readonly answers: Set<number>; readonly variants: number[][] }>();
  for (const { answers, scores } of altered)
    for (const [prompt, rows] of rowsByPrompt(answers, responses)) {
      const own = prompts.get(prompt) ?? { answers: new Set(), variants: [] };
      prompts.set(prompt, own);
      for (const row of rows) own.answers.add(answers[row]!);
      own.variants.push(rows.map((row) => scores[row]!));
    }
  return [...prompts].map(([prompt, { answers, variants }]) => ({
    prompt,
    candidates: [
      ...evenly(
        [...answers].map((answer) => responses[answer]!.score),
        1 - BAD_SHARE,
        false,
      ),
      ...variants.flatMap((scores) => evenly(scores, BAD_SHARE / variants.length, true)),
    ],
  }));
}

/** One pool a prompt that has both: chosen answers against rejected ones, half of the draws each. */
export function preferencePools(responses: readonly ScoredResponse[]): Pool[] {
  const prompts = new Map<string, { readonly chosen: number[]; readonly rejected: number[] }>();
  for (const { prompt, role, score } of responses) {
    if (role === "response") continue;
    const own = prompts.get(prompt) ?? { chosen: [], rejected: [] };
    prompts.set(prompt, own);
    own[role].push(score);
  }
  return [...prompts].flatMap(([prompt, { chosen, rejected }]) =>
    chosen.length === 0 || rejected.length === 0
      ? []
      : [
          {
            prompt,
            candidates: [...evenly(chosen, 1 - BAD_SHARE, false), ...evenly(rejected, BAD_SHARE, true)],
          },
        ],
  );
}

function evenly(scores: readonly number[], share: number, bad: boolean): Candidate[] {
  return scores.map((score) => ({ score, weight: share / scores.length, bad }));
}

function rowsByPrompt(answers: Int32Array, responses: readonly ScoredResponse[]): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  for (let row = 0; row < answers.length; row++) {
    const { prompt } = responses[answers[row]!]!;
    const own = rows.get(prompt);
    if (own === undefined) rows.set(prompt, [row]);
    else own.push(row);
  }
  return rows;
}
