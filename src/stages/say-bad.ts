import type { BadTally } from "../formats/bad-records.js";
import type { Around } from "./around.js";

/** The records that were left out: said even where progress is not wanted. */
export function sayBad(
  bad: BadTally | undefined,
  { warn, progress }: Pick<Around, "warn" | "progress">,
): void {
  const say = warn ?? progress.say;
  for (const { code, count, first } of bad?.counts() ?? []) {
    say(`${code}  ${count} bad ${count === 1 ? "record" : "records"} left out (--skip-bad):`);
    for (const place of first) say(`  ${place}`);
    if (count > first.length) say(`  and ${count - first.length} more`);
  }
}
