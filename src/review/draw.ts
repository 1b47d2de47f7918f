import { chooseOperators, loadChosen } from "../audit/choose.js";
import { drawOperated } from "../audit/draw-operated.js";
import type { OperatedData } from "../audit/operated-data.js";
import type { Augmentation } from "../contract.js";
import { type AcceptedPair, buildPairs } from "../pairs/build.js";
import { type Around, stopIfAborted } from "../stages/around.js";
import { requireFiles } from "../stages/require-files.js";
import { inRandomOrder } from "./random-order.js";

export interface DrawOptions extends OperatedData {
  /** Pairs drawn of each operator. */
  readonly pairs: number;
}

export interface DrawnPairs {
  readonly pairs: readonly AcceptedPair[];
  readonly operators: readonly Augmentation[];
}

/**
 * Random pairs of each operator, the very ones a run of this seed would make of the data: the items come in a random order,
 * each gives an operator at most one pair, a prompt at most one, until there are `pairs`. So the readings of an operator are
 * independent. Errors: TARE_DATA_*, TARE_UNKNOWN_NAME, TARE_INTERRUPTED.
 */
export async function drawPairs(options: DrawOptions, around: Around): Promise<DrawnPairs> {
  const { data, augmentations, seed, pairs: wanted } = options;
  requireFiles(data, around.cwd);
  const selected = await loadChosen(await chooseOperators(augmentations, around.cwd));
  const { items, plan } = await drawOperated(options, around);
  const operators = [...new Map(selected.map(({ augmentation: one }) => [one.name, one])).values()];
  const drawn = new Map(operators.map(({ name }) => [name, new Map<string, AcceptedPair>()]));
  const shuffled = inRandomOrder(items, seed, ({ id }) => id);
  for (const [index, item] of shuffled.entries()) {
    const short = selected.filter(({ augmentation: { name } }) => {
      const own = drawn.get(name)!;
      return own.size < wanted && !own.has(item.promptKey);
    });
    if (short.length === 0 && [...drawn.values()].every(({ size }) => size >= wanted)) break;
    const built = buildPairs(item, short, plan).filter((one) => one.kind === "pair");
    for (const pair of inRandomOrder(built, seed, ({ key }) => key)) {
      const own = drawn.get(pair.augmentation)!;
      if (!own.has(item.promptKey)) own.set(item.promptKey, pair);
    }
    around.progress.update("drawing pairs", index + 1, shuffled.length, "items");
    await stopIfAborted(around.signal, "drawing pairs");
  }
  const all = [...drawn.values()].flatMap((own) => [...own.values()]);
  // Operators are mixed: a run of pairs of one kind would tell the reader what to look for.
  return { pairs: inRandomOrder(all, seed, ({ key }) => key), operators };
}
