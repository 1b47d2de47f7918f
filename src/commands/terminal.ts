import pc from "picocolors";
import { harmless } from "./harmless.js";
import { replaceFile } from "./replace-file.js";

/** Results go to stdout, all else to stderr. */
export function printResult(text: string): void {
  process.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
}

/** A result goes to stderr where other lines of the command have taken stdout. */
export function printBeside(text: string, stdoutTaken: boolean): void {
  if (stdoutTaken) printNote(text);
  else printResult(text);
}

/** Notes quote data and names, and have no colours of their own. */
export function printNote(text: string): void {
  process.stderr.write(`${harmless(text)}\n`);
}

/** Colours where stdout is a terminal that wants them (NO_COLOR and FORCE_COLOR are honoured). */
export function reportOptions(): { readonly color: boolean; readonly width: number } {
  const forced = process.env.FORCE_COLOR !== undefined && process.env.FORCE_COLOR !== "0";
  const color =
    process.env.NO_COLOR === undefined && (forced || (process.stdout.isTTY === true && pc.isColorSupported));
  return { color, width: Math.min(Math.max(80, columns()), 400) };
}

function columns(): number {
  return process.stdout.columns ?? (Number(process.env.COLUMNS) || 120);
}

/** Writes a result to a file the user named, whole or not at all. Throws TARE_OUTPUT. */
export function writeResult(path: string, text: string): void {
  const file = replaceFile(path);
  try {
    file.write(text);
    file.keep();
  } finally {
    file.drop();
  }
}
