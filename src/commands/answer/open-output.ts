import { once } from "node:events";
import { replaceFile } from "../replace-file.js";
import { forStdout } from "../terminal.js";

/** Where an answer goes. */
export interface Output {
  write(content: string | Uint8Array): Promise<void>;
  /** What was written takes its place. */
  keep(): void;
  /** Removes what was written and not kept: to be called whatever happens. */
  drop(): void;
}

/** A file, whole or not at all; stdout where none is named, or -. Throws TARE_OUTPUT. */
export function openOutput(path: string | undefined): Output {
  if (path === undefined || path === "-") return { write: toStdout, keep: () => {}, drop: () => {} };
  const { write, keep, drop } = replaceFile(path);
  return { write: async (content) => write(content), keep, drop };
}

/** Waits where the reader is slower than the query. */
async function toStdout(content: string | Uint8Array): Promise<void> {
  if (!process.stdout.write(forStdout(content))) await once(process.stdout, "drain");
}
