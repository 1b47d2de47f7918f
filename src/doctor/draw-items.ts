import type { Item } from "../contract.js";
import type { Around } from "../stages/around.js";
import { keepLowest, wellFormed } from "../stages/gather.js";
import type { Reading } from "../stages/open-reading.js";
import { readData } from "../stages/read-data.js";

export interface DataAsked extends Reading {
  readonly files: readonly string[];
  /** Items that are looked at, drawn by the seed as `tare run --limit` draws them. */
  readonly limit: number;
  readonly seed: number;
}

export interface Drawn {
  readonly items: readonly Item[];
  /** Different items of the files. */
  readonly of: number;
}

/** The items to look at; the rest is only counted. Errors: TARE_DATA_*, TARE_INTERRUPTED. */
export async function drawItems({ files, limit, seed, ...how }: DataAsked, around: Around): Promise<Drawn> {
  const kept = keepLowest(limit, seed);
  const seen = new Set<string>();
  for await (const { item } of readData(files, { ...how, ...around })) {
    const mended = wellFormed(item);
    if (seen.has(mended.id)) continue;
    seen.add(mended.id);
    kept.offer(mended);
  }
  return { items: kept.items(), of: seen.size };
}
