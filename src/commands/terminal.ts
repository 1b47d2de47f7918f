import pc from "picocolors";
import { harmless, tamed } from "./harmless.js";
import { knowsUnicode } from "./knows-unicode.js";
import { replaceFile } from "./replace-file.js";

const NARROWEST = 60;
const WIDEST = 400;
/** Of a pipe: as wide as a line of prose may be. */
const UNKNOWN_WIDTH = 120;

/** Results go to stdout, all else to stderr. */
export function printResult(text: string): void {
  process.stdout.write(forStdout(text.endsWith("\n") ? text : `${text}\n`));
}

/** A terminal is given nothing that it would obey but colours; a pipe or a file is given what is there. */
export function forStdout<T extends string | Uint8Array>(content: T): T | string {
  return typeof content === "string" && process.stdout.isTTY === true ? tamed(content) : content;
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

/** How a report is to look: what the user asked for, else what stdout is. */
export interface Look {
  readonly color?: boolean | undefined;
  readonly width?: number | undefined;
}

/**
 * Colours where stdout is a terminal that wants them (NO_COLOR and FORCE_COLOR are honoured), its width, and only ASCII
 * where the locale or the terminal knows no more.
 */
export function reportOptions(asked: Look = {}): {
  readonly color: boolean;
  readonly width: number;
  readonly ascii: boolean;
} {
  const { env, stdout, platform } = process;
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== "0";
  const isTerminal = stdout.isTTY === true;
  const wanted = (env.NO_COLOR ?? "") === "" && (forced || (isTerminal && pc.isColorSupported));
  const width = asked.width ?? Math.min(Math.max(NARROWEST, columns()), WIDEST);
  return { color: asked.color ?? wanted, width, ascii: !knowsUnicode(env, isTerminal, platform) };
}

/** Of the terminal that stdout is; undefined where it is none, or keeps its width to itself. */
export function terminalColumns(): number | undefined {
  return process.stdout.isTTY === true && process.stdout.columns > 0 ? process.stdout.columns : undefined;
}

function columns(): number {
  return process.stdout.columns || Number(process.env.COLUMNS) || UNKNOWN_WIDTH;
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
