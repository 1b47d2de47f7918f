import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect } from "vitest";
import type { Oracle, OracleOptions } from "../../../src/contract/oracle.js";
import local from "../../../src/oracle/kinds/local.js";
import { copyModel } from "../../scorers/fixture-models.js";
import { TINY } from "./tiny-lm.js";

const scratch = mkdtempSync(join(tmpdir(), "tare-test-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let copies = 0;
/** A copy of the model, spoilt. */
export function copy(spoil: (folder: string) => void): string {
  const folder = join(scratch, `lm-${copies++}`);
  copyModel(TINY, folder);
  spoil(folder);
  return folder;
}

export const remove = (name: string) => (folder: string) => rmSync(join(folder, name), { recursive: true });

export const edit = (name: string, change: (text: string) => string) => (folder: string) =>
  writeFileSync(join(folder, name), change(readFileSync(join(folder, name), "utf8")));

export function open(spec: string, options: Partial<OracleOptions> = {}): Promise<Oracle> {
  return local.open(spec, { cwd: scratch, model: undefined, device: "cpu", ...options });
}

export function refused(code: string, message: RegExp): object {
  return { code, message: expect.stringMatching(message) as unknown };
}
