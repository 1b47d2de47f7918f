import type { OracleStep } from "../../contract.js";
import { ANSWERS, type AnswerOf } from "../steps.js";
import { findJson } from "./find-json.js";

/** The answers that a prompt file shows as examples of their form. */
export function examplesIn<S extends OracleStep>(step: S, source: string): readonly AnswerOf<S>[] {
  return findJson(source)
    .flat()
    .flatMap((value) => {
      const read = ANSWERS[step].safeParse(value);
      return read.success ? [read.data as AnswerOf<S>] : [];
    });
}

/**
 * Whether an answer is only the example that its prompt file shows: small models give it back whatever they are asked. Of
 * grades and readings nobody can tell: what they say of asked attributes may be true.
 */
export function copiesExample<S extends OracleStep>(
  answer: AnswerOf<S>,
  examples: readonly AnswerOf<S>[],
): boolean {
  const said = sayings(answer);
  return (
    said.length > 0 && examples.some((example) => said.every((words) => sayings(example).includes(words)))
  );
}

/** What an answer says in words of its own. */
function sayings(answer: object): readonly string[] {
  if ("rewritten" in answer) return [String(answer.rewritten).trim()];
  if ("attributes" in answer && Array.isArray(answer.attributes))
    return answer.attributes.map(({ why }: { readonly why: string }) => why.trim());
  return [];
}
