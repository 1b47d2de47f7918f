import { chooseOperators, loadChosen } from "../audit/choose.js";
import { drawOperated } from "../audit/draw-operated.js";
import type { OperatedData } from "../audit/operated-data.js";
import type { Augmentation } from "../contract.js";
import { type AcceptedPair, buildPairs } from "../pairs/build.js";
import { loadAugmentations } from "../registry.js";
import { nameSelected } from "../rubric/select.js";
import { type Around, stopIfAborted } from "../stages/around.js";
import { requireFiles } from "../stages/require-files.js";
import { type Divided, divide } from "./hold-out.js";

export interface AugmentOptions extends OperatedData {
  /** Takes a pair; false where it has no use for it. */
  readonly write: (pair: AcceptedPair, augmentation: Augmentation) => boolean;
  /** Operators, or attributes, of which nothing is written. */
  readonly holdOut: readonly string[];
  /** Told before the first pair which operators are written and which are held out. */
  readonly begin: (names: Pick<Divided, "names"> & { readonly operators: readonly string[] }) => void;
}

/** What became of one operator. */
export interface Written {
  readonly operator: string;
  written: number;
  /** Pairs that the form of the file does not hold. */
  unfit: number;
  readonly skipped: Record<string, number>;
  threw: number;
  /** Kept from the file, for a gate to rest on. */
  heldOut?: true;
}

/** Every valid pair of the data, in the order of the items' ids, without a model: the same pairs as a run of this seed makes. Errors: TARE_DATA_*, TARE_UNKNOWN_NAME, TARE_INTERRUPTED. */
export async function augment(options: AugmentOptions, around: Around): Promise<readonly Written[]> {
  const { data, augmentations, write } = options;
  requireFiles(data, around.cwd);
  const choice = await chooseOperators(augmentations, around.cwd);
  const known = await loadAugmentations(choice.paths, around.cwd);
  const { exported: selected, heldOut, names } = divide(await loadChosen(choice), options.holdOut, known);
  const { items, plan } = await drawOperated(options, around);
  const named = new Map(selected.map(({ augmentation }) => [augmentation.name, augmentation]));
  const counts = new Map(
    selected.map(({ augmentation, dose }): [string, Written] => {
      const operator = nameSelected({ augmentation: augmentation.name, dose });
      return [operator, { operator, written: 0, unfit: 0, skipped: {}, threw: 0 }];
    }),
  );
  options.begin({ names, operators: [...named.keys()] });
  const sorted = [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const [index, item] of sorted.entries()) {
    for (const built of buildPairs(item, selected, plan)) {
      const count = counts.get(nameSelected(built))!;
      if (built.kind === "pair") {
        if (write(built, named.get(built.augmentation)!)) count.written++;
        else count.unfit++;
      } else if (built.stage === "error") count.threw++;
      else count.skipped[built.reason] = (count.skipped[built.reason] ?? 0) + 1;
    }
    around.progress.update("building pairs", index + 1, sorted.length, "items");
    await stopIfAborted(around.signal, "building pairs");
  }
  const held = heldOut.map(
    ({ augmentation, dose }): Written => ({
      operator: nameSelected({ augmentation: augmentation.name, dose }),
      ...{ written: 0, unfit: 0, skipped: {}, threw: 0, heldOut: true },
    }),
  );
  return [...counts.values(), ...held];
}
