import type { CoverageRow, Training } from "../contract.js";
import type { RubricDocument } from "../rubric/document.js";
import { ownerOf } from "../rubric/owner.js";
import type { Store } from "../store/open.js";
import { countExported, readExportedOperators, readRunExports } from "../store/run-exports.js";
import { partNames } from "../training/part-names.js";

/** What is known of the training of what a run weighed; undefined where it was held against nothing. */
export function trainingOf(
  store: Store,
  run: string,
  document: RubricDocument,
  coverage: readonly CoverageRow[],
): Training | undefined {
  const exports = readRunExports(store, run);
  if (exports.length === 0) return undefined;
  const operators = readExportedOperators(store, run);
  const namesOf = (heldOut: number) =>
    new Set(operators.filter((one) => one.heldOut === heldOut).map(({ augmentation }) => augmentation));
  const [exported, heldOut] = [namesOf(0), namesOf(1)];
  const gated = coverage.filter(
    ({ augmentation, dose }) => ownerOf(document, augmentation, dose) !== undefined,
  );
  const names = [...new Set(gated.map(({ augmentation }) => augmentation))];
  const inFamily = names.filter((name) => partNames(name).some((part) => exported.has(part)));
  return {
    exports,
    ...countExported(store, run),
    inFamily,
    // Held out of one export and not of another is not held out.
    heldOut: names.filter(
      (name) => !inFamily.includes(name) && partNames(name).some((part) => heldOut.has(part)),
    ),
  };
}
