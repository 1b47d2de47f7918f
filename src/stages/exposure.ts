import type { ExportFound, Format } from "../contract.js";
import { tallyBad } from "../formats/bad-records.js";
import type { Store } from "../store/open.js";
import {
  type ExportedItem,
  firstWeighed,
  readExportedItemPairs,
  readItemTexts,
  writeExportedPairs,
  writeRunExport,
} from "../store/run-exports.js";
import { findNamedExport, insertExport, ledgerIndex, readLedger } from "../store/training-exports.js";
import { pairDigest } from "../training/digests.js";
import { type ExportIndex, indexOfSet, joinIndexes } from "../training/export-index.js";
import { digestsOfItem, exportedItems, wantedOf } from "../training/item-digests.js";
import { readTrainedOn } from "../training/read-trained-on.js";
import type { Around } from "./around.js";
import { sayBad } from "./say-bad.js";

/** One export, and the items at hand that it holds. */
export interface Exposed {
  readonly export: number;
  readonly file: string;
  readonly at: string;
  readonly origin: ExportFound["origin"];
  readonly items: readonly ExportedItem[];
  /** Of those, how many were left out of the data. */
  readonly leftOut: number;
}

/** What data have in common with what was exported for training. */
export interface Exposure {
  readonly exports: readonly Exposed[];
  readonly index: ExportIndex;
}

export interface ExposureOptions extends Pick<Around, "progress" | "warn"> {
  /** Files that a model is said to have been trained on. */
  readonly trainedOn: readonly string[];
  readonly cwd: string;
  readonly formats: readonly Format[];
  /** Leave records out that cannot be read, and say how many. */
  readonly skipBad?: boolean | undefined;
}

/**
 * Holds items of the database against its ledger of exports and the files named. Undefined where there is neither.
 * Throws TARE_DATA_* where a file cannot be read.
 */
export async function findExposure(
  store: Store,
  items: readonly string[],
  { trainedOn, cwd, formats, skipBad, ...say }: ExposureOptions,
): Promise<Exposure | undefined> {
  const ledger = readLedger(store);
  if (ledger.length === 0 && trainedOn.length === 0) return undefined;
  const digests = [...readItemTexts(store, items)].map(digestsOfItem);
  const wanted = wantedOf(digests);
  const named: (Omit<Exposed, "items" | "leftOut"> & { readonly index: ExportIndex })[] = [];
  for (const file of new Set(trainedOn)) {
    const bad = skipBad ? tallyBad() : undefined;
    const read = await readTrainedOn(file, { cwd, formats, bad, wanted });
    sayBad(bad, say);
    const made = { ...read, origin: "trained-on" } as const;
    const id = findNamedExport(store, read.file, read.digest) ?? insertExport(store, made, read.digest);
    const index = indexOfSet(id, read.digests);
    named.push({ export: id, file: read.file, at: read.at, origin: "trained-on", index });
  }
  const index = joinIndexes([ledgerIndex(store), ...named.map((one) => one.index)]);
  const found = exportedItems(digests, index);
  const own = ledger.map(({ id, file, at }) => ({ export: id, file, at, origin: "augment" as const }));
  const all = [...own, ...named.map(({ index: _, ...one }) => one)];
  return { index, exports: all.map((one) => ({ ...one, items: found.get(one.export) ?? [], leftOut: 0 })) };
}

/** Keeps with a run what it was held against; an export made after its model was first weighed here says nothing of it. */
export function recordExposure(
  store: Store,
  run: string,
  exposure: Exposure | undefined,
  { progress }: Pick<Around, "progress">,
): void {
  if (exposure === undefined) return;
  const since = firstWeighed(store, run);
  for (const one of exposure.exports) {
    const later = one.origin === "augment" && since !== null && one.at > since;
    if (!later || one.leftOut > 0) writeRunExport(store, run, one);
    else if (one.items.length > 0)
      progress.say(`${one.file} was exported after this model was first weighed here: not held against it`);
  }
}

/** Counts, once the pairs of a run are built, those that were exported as they are. */
export function recordExportedPairs(store: Store, run: string, exposure: Exposure | undefined): void {
  if (exposure === undefined) return;
  const counts = new Map<string, { readonly export: number; readonly item: string; pairs: number }>();
  for (const { item, base, variant } of readExportedItemPairs(store, run))
    for (const id of exposure.index.exportsOf("pair", pairDigest(base, variant))) {
      const count = counts.get(`${id} ${item}`) ?? { export: id, item, pairs: 0 };
      count.pairs++;
      counts.set(`${id} ${item}`, count);
    }
  writeExportedPairs(store, run, [...counts.values()]);
}
