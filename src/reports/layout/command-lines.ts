import { textWidth } from "./text-width.js";
import { cut } from "./wrap.js";

const PLAIN = /^[\w@%+=:,./-]+$/;

/** A word of a command line as a POSIX shell takes it, in quotes where it needs them. */
function shellWord(word: string): string {
  return PLAIN.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/**
 * A command on lines of at most `width` columns that can be pasted into a shell as they stand: what does not fit goes on
 * behind a backslash, indented by two more; a word that is longer than a line is broken into pieces that the shell joins,
 * and so must begin at the margin.
 */
export function commandLines(words: readonly string[], width: number, indent = 0): string[] {
  const lead = " ".repeat(indent);
  const lines: string[] = [];
  for (const unit of unitsOf(words)) {
    const written = unit.map(shellWord).join(" ");
    const last = lines.at(-1);
    if (last === undefined) lines.push(`${lead}${written}`);
    else if (textWidth(`${last} ${written}`) + 2 <= width) lines[lines.length - 1] = `${last} ${written}`;
    else {
      lines[lines.length - 1] = `${last} \\`;
      if (textWidth(written) + indent + 4 <= width) lines.push(`${lead}  ${written}`);
      else lines.push(...broken(unit, lead, width));
    }
  }
  return lines;
}

/** An option stays with its value. */
function unitsOf(words: readonly string[]): string[][] {
  const units: string[][] = [];
  for (const word of words) {
    const last = units.at(-1);
    if (last?.length === 1 && last[0]!.startsWith("--") && !word.startsWith("-")) last.push(word);
    else units.push([word]);
  }
  return units;
}

function broken(unit: readonly string[], lead: string, width: number): string[] {
  const before = unit.slice(0, -1).map((word) => `${lead}  ${shellWord(word)} \\`);
  return [...before, ...piecesOf(unit.at(-1)!, width - 4)];
}

/** All but the last end in a backslash. */
function piecesOf(word: string, width: number): string[] {
  const head = cut(word, width - 2);
  if (head.length === word.length) return [shellWord(word)];
  return [`${shellWord(head)}\\`, ...piecesOf(word.slice(head.length), width)];
}

/** `lead command` where that fits on a line, else the command on lines of its own below. */
export function ledCommand(lead: string, words: readonly string[], width: number): string[] {
  const whole = `${lead} ${words.map(shellWord).join(" ")}`;
  return textWidth(whole) <= width ? [whole] : [lead, ...commandLines(words, width, 2)];
}
