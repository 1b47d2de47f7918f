import type { Progress } from "../contract.js";
import type { Gathered } from "./gather.js";

/** What was read, and what was not taken as it stood. */
export function sayGathered(
  { items, read, distinct, tooLong, duplicates, mended, unranked }: Gathered,
  progress: Progress,
): void {
  const limited = distinct - tooLong - items.length;
  const parts = [
    `${items.length} items`,
    ...(duplicates > 0 ? [`${duplicates} duplicate records counted once`] : []),
    ...(tooLong > 0 ? [`${tooLong} left out by --max-words`] : []),
    ...(limited > 0 ? [`${limited} left out by --limit`] : []),
    ...(unranked > 0 ? [`${unranked} without a preference (ties or unlabelled)`] : []),
    ...(mended > 0 ? [`${mended} with broken characters replaced by U+FFFD`] : []),
  ];
  progress.say(`read ${read} records: ${parts.join(", ")}`);
}
