import { copyable, shellWord } from "../../reports/html/query.js";
import type { Piece } from "./document.js";

/** A command for a terminal, with a button that copies it where a script may run. */
export function renderCommand(words: readonly string[]): Piece {
  return copyable("command", "The same on the command line", words.map(shellWord).join(" "));
}
