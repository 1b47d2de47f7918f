import type { Recheck } from "../store/recheck.js";
import { printNote } from "./terminal.js";

/** What --no-cache found: on stderr even where progress is not wanted, since it was asked for. */
export function tellRecheck(model: string, recheck: Recheck | null | undefined): void {
  if (recheck === null || recheck === undefined) return;
  const { compared, changed, largest, mean } = recheck;
  const found =
    compared === 0
      ? "nothing was stored to compare with"
      : changed === 0
        ? `${compared} stored scores came out the same`
        : `${changed} of ${compared} stored scores came out otherwise: largest |difference| ${digits(largest)}, mean ${digits(mean)}; ` +
          "the stored ones stay (give another --db to use the new ones)";
  printNote(`${model}, scored again: ${found}`);
}

function digits(value: number): string {
  return String(Number(value.toPrecision(4)));
}
