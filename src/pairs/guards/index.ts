import type { Guard, GuardLimits, PairDraft } from "../../contract.js";
import codeTouched from "./code-touched.js";
import duplicate from "./duplicate.js";
import languageMismatch from "./language-mismatch.js";
import mathTouched from "./math-touched.js";
import namesTouched from "./names-touched.js";
import notParsing from "./not-parsing.js";
import numbersTouched from "./numbers-touched.js";
import reasoningTouched from "./reasoning-touched.js";
import systemPromptTouched from "./system-prompt-touched.js";
import tooDifferent from "./too-different.js";
import tooLong from "./too-long.js";
import toolCallsTouched from "./tool-calls-touched.js";
import unchanged from "./unchanged.js";
import urlsTouched from "./urls-touched.js";

/** In the order in which they are asked: the first refusal is the reason that is counted, so cheap and plain ones come first. */
export const GUARDS: readonly Guard[] = Object.freeze([
  unchanged,
  duplicate,
  tooLong,
  reasoningTouched,
  toolCallsTouched,
  systemPromptTouched,
  codeTouched,
  mathTouched,
  numbersTouched,
  urlsTouched,
  namesTouched,
  tooDifferent,
  languageMismatch,
  notParsing,
]);

/** A text was cut by the scorer: known only once it is tokenised, hence decided from the scores and no guard here. */
export const TRUNCATED_BY_MODEL = "truncated-by-model";

export function firstRefusal(
  pair: PairDraft,
  limits: GuardLimits,
): { readonly guard: string; readonly detail: string } | undefined {
  for (const guard of GUARDS) {
    const detail = guard.refuses(pair, limits);
    if (detail !== undefined) return { guard: guard.name, detail };
  }
  return undefined;
}
