import type { CoverageRow, ExamplePair, OperatorExamples, ResponseRole } from "../../contract.js";
import type { Ask } from "./ask.js";
import { EXCERPT_LENGTH, excerptOf, excerptsOf } from "./excerpt.js";

/** Pairs shown of each operator. */
export const EXAMPLES = 8;
/** A prompt is shown to be recognised. */
const PROMPT_LENGTH = 1200;

interface Row {
  readonly dose: number | null;
  readonly z: number | null;
  readonly base_score: number;
  readonly variant_score: number;
  readonly role: ResponseRole;
  readonly base: string;
  readonly variant: string;
  readonly prompt: string;
  readonly variant_prompt: string | null;
  readonly pair: string;
  readonly item: string;
  readonly subset: string;
}

/** The worst pairs of every operator that has any. */
export function readExamples(ask: Ask, coverage: readonly CoverageRow[]): OperatorExamples[] {
  const operators = new Map<string, CoverageRow[]>();
  for (const row of coverage) {
    if (row.applied > 0) operators.set(row.augmentation, [...(operators.get(row.augmentation) ?? []), row]);
  }
  return [...operators].map(([augmentation, rows]) => {
    const { attribute, expects, changes } = rows[0]!;
    const pairs = rows.reduce((sum, { applied }) => sum + applied, 0);
    const worst = ask<Row>("worst-pairs", { augmentation, limit: String(EXAMPLES) });
    return { attribute, augmentation, expects, changes, pairs, shown: worst.map(exampleOf) };
  });
}

function exampleOf(row: Row): ExamplePair {
  const [base, variant] = excerptsOf(row.base, row.variant, EXCERPT_LENGTH);
  const [prompt, variantPrompt] =
    row.variant_prompt === null
      ? [excerptOf(row.prompt, PROMPT_LENGTH), null]
      : excerptsOf(row.prompt, row.variant_prompt, PROMPT_LENGTH);
  const { pair, item, subset, role, dose, z } = row;
  const scores = { baseScore: row.base_score, variantScore: row.variant_score, z };
  return { pair, item, subset, role, dose, ...scores, base, variant, prompt, variantPrompt };
}
