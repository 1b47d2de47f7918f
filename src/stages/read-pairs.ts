import { basename } from "node:path";
import type { Augmentation } from "../contract.js";
import { TareError } from "../errors.js";
import { type BadTally, leaveOut } from "../formats/bad-records.js";
import { readRecords } from "../formats/container/records.js";
import { operatorsOf, type PlacedPair } from "../pairs/own-operators.js";
import { readOwnPair } from "../pairs/own-pair.js";

/** The operators that files of pairs stand for; pairs without a name are called after their file (and what they expect, where they differ in it). Throws TARE_DATA_* at a bad record that `bad` does not take. */
export async function readOwnPairs(
  files: readonly string[],
  cwd: string,
  bad?: BadTally,
): Promise<Augmentation[]> {
  const pairs: PlacedPair[] = [];
  for (const file of files) {
    const fallback = basename(file).replace(/\..*$/u, "") || "own";
    for await (const { value, place } of readRecords(file, { cwd })) {
      try {
        pairs.push({ ...readOwnPair(value(), fallback), place });
      } catch (error) {
        leaveOut(error instanceof TareError && error.where === "" ? error.at(place) : error, bad);
      }
    }
  }
  return operatorsOf(pairs, (failure) => void leaveOut(failure, bad));
}
