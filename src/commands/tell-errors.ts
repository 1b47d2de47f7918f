import { counted } from "../reports/layout/words.js";
import type { OperatorError } from "../store/coverage.js";
import { printNote } from "./terminal.js";

const SHOWN = 10;

/** Pairs of a run whose operator threw: on stderr even where progress is not wanted. */
export function tellErrors(run: string, errors: readonly OperatorError[]): void {
  if (errors.length === 0) return;
  const id = run.slice(0, 12);
  printNote(
    `TARE_AUGMENTATION_THREW  ${counted(errors.length, "pair")} of run ${id} came to nothing because an operator threw:`,
  );
  for (const { augmentation, item, detail } of errors.slice(0, SHOWN))
    printNote(`  ${augmentation} on item ${item}: ${detail}`);
  if (errors.length > SHOWN) printNote(`  and ${errors.length - SHOWN} more: tare query skipped-by-reason`);
  printNote("  what to do: mend the operator and raise its version, then give the command again.");
}
