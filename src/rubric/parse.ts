import type { Augmentation } from "../contract.js";
import { digestOf } from "../keys.js";
import { checkRules } from "./check.js";
import { problemsError } from "./problems.js";
import type { Rubric } from "./rubric.js";
import { rulesOf } from "./rules.js";
import { shapeOf } from "./shape.js";
import { readSource } from "./syntax.js";

export { explainRubric } from "./explain.js";
export type { Rubric, Rule, Selected } from "./rubric.js";

/**
 * Reads a rubric. `file` is used in messages only; `augmentations` are the operators it may name.
 * Throws TARE_RUBRIC_SYNTAX or TARE_RUBRIC_FIELD, with file:line:column and the path of each field.
 */
export function parseRubric(source: string, file: string, augmentations: readonly Augmentation[]): Rubric {
  const read = readSource(source, file);
  const document = shapeOf(read);
  const placed = rulesOf(document, augmentations);
  const problems = [...placed.flatMap((rule) => rule.problems), ...checkRules(placed, augmentations)];
  if (problems.length > 0) throw problemsError("TARE_RUBRIC_FIELD", read, problems);
  const { name, why, alpha, minimumPrompts, scale, tail } = document;
  const meaning = { name, why, alpha, minimumPrompts, scale, tail, rules: placed.map(({ rule }) => rule) };
  return Object.freeze({ ...meaning, source, digest: digestOf(meaning) });
}
