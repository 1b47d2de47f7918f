import type { Augmentation, ScorerKind } from "../contract.js";
import { isPath } from "../discover.js";
import type { Selected } from "../pairs/build.js";
import { extraRules, selectOperators } from "../plan.js";
import { loadAugmentations, loadScorerKinds, readRubric } from "../registry.js";
import { exchangeReferences } from "../rubric/check-exchange.js";
import { openRubric } from "../rubric/open.js";
import type { Rubric, Rule } from "../rubric/rubric.js";
import { findScorer } from "../scorers/open.js";
import { openReading, type Reading, type ReadingAsked } from "./open-reading.js";
import { readOwnPairs } from "./read-pairs.js";
import { baseName, splitReference } from "./references.js";

export interface Asked extends ReadingAsked {
  readonly rubric: string;
  readonly models: readonly string[];
  /** Operators beside the rubric's: names, with or without @dose, or paths. */
  readonly augmentations: readonly string[];
  /** Files of counterfactual pairs. */
  readonly pairs?: readonly string[] | undefined;
}

/** What a run works with. */
export interface Kit extends Reading {
  readonly rubric: Rubric;
  /** The rubric's rules, and one without claims for each operator asked for beside them. */
  readonly rules: readonly Rule[];
  readonly selected: readonly Selected[];
  readonly kinds: readonly ScorerKind[];
}

/** Reads everything that is named on the command line before the first record, so that a typo is told at once. */
export async function assembleKit(asked: Asked, cwd: string): Promise<Kit> {
  const reading = await openReading(asked, cwd);
  const { rubric, rules, augmentations } = await assembleRules(asked, reading, cwd);
  const kinds = await loadScorerKinds();
  for (const model of asked.models) findScorer(model, kinds, cwd);
  return {
    rubric,
    rules,
    selected: selectOperators(rules, augmentations),
    kinds,
    ...reading,
  };
}

/**
 * The rubric with the operators it names. Importing all there are takes longer than all else before the first score, so
 * those whose names stand in the rubric come first; where they are not enough (it extends another, a name is wrong), all.
 */
async function assembleRules(asked: Asked, { bad }: Reading, cwd: string) {
  const references = asked.augmentations.map(splitReference);
  const files = references.filter(({ name }) => isPath(name)).map(({ name }) => name);
  const own = await readOwnPairs(asked.pairs ?? [], cwd, bad);
  const extra = [
    ...references.map(({ name, dose }) => `${baseName(name)}${dose}`),
    ...own.map(({ name }) => name),
  ];
  const read = async (wanted?: (name: string) => boolean) => {
    const augmentations = [...(await loadAugmentations(files, cwd, wanted)), ...own];
    const rubric = openRubric(asked.rubric, cwd, augmentations);
    const beside = [...exchangeReferences(rubric.document), ...extra];
    const rules = [...rubric.rules, ...extraRules(beside, augmentations, rubric.rules)];
    return { rubric, rules, augmentations };
  };
  const { source } = readRubric(asked.rubric, cwd);
  const mentioned = new Set([source, ...extra].join(" ").match(/[a-z\d]+(?:-[a-z\d]+)*/gu));
  return read((name) => mentioned.has(name)).catch(() => read());
}

/** The operators of a rule set, for the record in the database. */
export function augmentationsOf(kit: Kit): readonly Augmentation[] {
  return [...new Set(kit.selected.map(({ augmentation }) => augmentation))];
}
