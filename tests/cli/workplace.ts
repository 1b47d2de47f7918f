import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";

/** A folder of its own for a test file, gone afterwards. */
export interface Workplace {
  readonly path: string;
  /** Writes a file (text as it is, anything else as JSON) and returns its name. */
  file(name: string, content: unknown): string;
}

export function workplace(): Workplace {
  const path = mkdtempSync(join(tmpdir(), "tare-test-"));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  return {
    path,
    file: (name, content) => {
      const text =
        typeof content === "string" || Buffer.isBuffer(content) ? content : JSON.stringify(content);
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), text);
      return name;
    },
  };
}
