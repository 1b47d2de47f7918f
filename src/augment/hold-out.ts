import type { Augmentation } from "../contract.js";
import { TareError } from "../errors.js";
import { didYouMean } from "../nearest.js";
import type { Selected } from "../pairs/propose.js";
import { partNames } from "../training/part-names.js";

export interface Divided {
  readonly exported: readonly Selected[];
  readonly heldOut: readonly Selected[];
  /** Every known operator that is held out, also those that were not asked for. */
  readonly names: readonly string[];
}

/**
 * Divides operators into those that are exported and those kept for the gate: by their own name or by an attribute, and a
 * composed one by any of its parts. Throws TARE_UNKNOWN_NAME where a name is neither, TARE_USAGE where nothing is left.
 */
export function divide(
  selected: readonly Selected[],
  asked: readonly string[],
  known: readonly Augmentation[],
): Divided {
  requireFamilies(
    asked,
    known.flatMap(({ name, attribute }) => [name, attribute]),
  );
  const held = known.filter(({ name, attribute }) => asked.includes(name) || asked.includes(attribute));
  const names = new Set(held.map(({ name }) => name));
  const isHeld = ({ augmentation }: Selected) =>
    asked.includes(augmentation.attribute) || partNames(augmentation.name).some((part) => names.has(part));
  const exported = selected.filter((one) => !isHeld(one));
  if (exported.length === 0) throw new TareError("TARE_USAGE", "--hold-out leaves no operator to export");
  return { exported, heldOut: selected.filter(isHeld), names: [...names] };
}

/** Throws TARE_UNKNOWN_NAME for what is neither an operator's name nor an attribute. */
export function requireFamilies(asked: readonly string[], known: readonly string[]): void {
  const choices = [...new Set(known)];
  const unknown = asked.filter((name) => !choices.includes(name));
  if (unknown.length === 0) return;
  const words = unknown.map(
    (name) => `no operator or attribute is called "${name}"${didYouMean(name, choices)}`,
  );
  throw new TareError("TARE_UNKNOWN_NAME", words.join("; "), {
    fix: "Operators and their attributes: `tare list augmentations`.",
  });
}
