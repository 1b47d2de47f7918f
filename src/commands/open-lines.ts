import { type Replacement, replaceFile } from "./replace-file.js";
import { forStdout } from "./terminal.js";

export interface Lines extends Omit<Replacement, "write"> {
  write(value: unknown): void;
}

/** A JSONL file that is written value by value and comes to its place by `keep`; - is stdout. Throws TARE_OUTPUT. */
export function openLines(path: string): Lines {
  const { write, ...rest } = openOutput(path);
  return { ...rest, write: (value) => write(`${JSON.stringify(value)}\n`) };
}

/** A file that comes to its place by `keep`; - is stdout. Throws TARE_OUTPUT. */
export function openOutput(path: string): Replacement {
  return path === "-" ? standardOutput() : replaceFile(path);
}

function standardOutput(): Replacement {
  return {
    leaves: true,
    write: (text) => process.stdout.write(forStdout(text)),
    keep: () => {},
    drop: () => {},
  };
}
