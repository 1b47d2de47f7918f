import type { Augmentation } from "../contract.js";
import { TareError } from "../errors.js";
import { digestOf } from "../keys.js";
import { checkRubric } from "./check.js";
import { rubricDocument } from "./document.js";
import { type OpenBase, readLayers } from "./layers.js";
import { mergeLayers } from "./merge.js";
import { problemsError } from "./problems.js";
import type { Rubric } from "./rubric.js";
import { rulesOf } from "./rules.js";

export { explainRubric } from "./explain.js";
export type { Rubric, Rule, Selected } from "./rubric.js";

/**
 * Reads a rubric. `file` is used in messages only; `augmentations` are the operators it may name; `open` reads what it
 * extends; `stored`: a run was judged by it, and the operators are that run's. Throws TARE_RUBRIC_SYNTAX, TARE_RUBRIC_FIELD or TARE_RUBRIC_EXTENDS, with file:line:column and the path of
 * each field.
 */
export function parseRubric(
  source: string,
  file: string,
  augmentations: readonly Augmentation[],
  open: OpenBase = noBase,
  { stored = false }: { readonly stored?: boolean } = {},
): Rubric {
  const layers = readLayers(source, file, open);
  const merged = mergeLayers(layers);
  const document = rubricDocument.parse(merged.raw);
  const placed = rulesOf(document, augmentations);
  const problems = [
    ...merged.problems,
    ...placed.flatMap((rule) => rule.problems),
    ...checkRubric(document, placed, augmentations, stored),
  ].map(merged.placeOf);
  if (problems.length > 0) throw problemsError("TARE_RUBRIC_FIELD", layers.at(-1)!.source, problems);
  const rules = placed.map(({ rule }) => rule);
  const { name, why, alpha, minimumPrompts, scale, tail } = document;
  const whole = layers.length === 1 ? source : `${JSON.stringify(merged.raw, null, 2)}\n`;
  const digest = digestOf({ ...meaningOf(document), rules });
  return Object.freeze({
    ...{ name, why, alpha, minimumPrompts, scale, tail },
    rules,
    document,
    source: whole,
    digest,
  });
}

/** Figures that decide verdicts; the rules stand beside them, and what they leave out is filled in there. */
function meaningOf({
  $schema,
  extends: _,
  remove,
  causal,
  spurious,
  hacks,
  probes,
  ranking,
  ...figures
}: Rubric["document"]) {
  const needs = [...causal, ...spurious, ...hacks, ...probes].map(
    ({ attribute, minimumPrompts, minimumApplied }) => ({
      attribute,
      minimumPrompts: minimumPrompts ?? figures.minimumPrompts,
      minimumApplied: minimumApplied ?? figures.minimumApplied ?? null,
    }),
  );
  return { ...figures, needs };
}

function noBase(): never {
  throw new TareError("TARE_RUBRIC_MISSING", "this rubric was read without its folder");
}
