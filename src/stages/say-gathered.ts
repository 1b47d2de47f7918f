import type { Progress } from "../contract.js";
import { counted } from "../reports/layout/words.js";
import type { Gathered } from "./gather.js";

/** What was read, and what was not taken as it stood. */
export function sayGathered(
  { items, read, distinct, tooLong, duplicates, mended, unranked }: Gathered,
  progress: Progress,
): void {
  const limited = distinct - tooLong - items.length;
  const parts = [
    counted(items.length, "item"),
    ...(duplicates > 0 ? [`${counted(duplicates, "duplicate record")} counted once`] : []),
    ...(tooLong > 0 ? [`${tooLong} left out by --max-words`] : []),
    ...(limited > 0 ? [`${limited} left out by --limit`] : []),
    ...(unranked > 0 ? [`${unranked} without a preference (ties or unlabelled)`] : []),
    ...(mended > 0 ? [`${mended} with broken characters replaced by U+FFFD`] : []),
  ];
  progress.say(`read ${counted(read, "record")}: ${parts.join(", ")}`);
}
