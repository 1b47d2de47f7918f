import type { ExitCode } from "./exit-codes.js";

let wanted: ExitCode = 0;

/** A command says how it ended; only cli.ts acts on it. */
export function setExit(code: ExitCode): void {
  wanted = code;
}

export function wantedExit(): ExitCode {
  return wanted;
}
