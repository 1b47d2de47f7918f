import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { TareError } from "../errors.js";
import { whyUnread } from "../file-reasons.js";
import { loadAugmentations } from "../registry.js";
import type { Candidate, FileKind } from "./kind.js";
import { operator } from "./operator.js";
import { pairs } from "./pairs.js";
import { rubric } from "./rubric.js";
import { waivers } from "./waivers.js";

/** The first that recognises a file checks it: add a kind here. */
const KINDS: readonly FileKind[] = [waivers, rubric, operator, pairs];

/** What a file is, in one line; `operators` are files of operators it may name. Throws TARE_VALIDATE_FILE, or what its kind throws: every problem at once. */
export async function validateFile(
  file: string,
  cwd: string,
  operators: readonly string[] = [],
): Promise<string> {
  const candidate: Candidate = { file, cwd, text: readText(file, cwd) };
  const kind = KINDS.find((one) => one.recognises(candidate));
  if (kind === undefined) {
    const known = KINDS.map(({ name, looksLike }) => `${name} (${looksLike})`).join(", ");
    throw new TareError("TARE_VALIDATE_FILE", `this is no kind of file that can be checked: ${known}`, {
      where: file,
    });
  }
  return kind.check(candidate, await loadAugmentations(operators, cwd));
}

function readText(file: string, cwd: string): string {
  const path = resolve(cwd, file);
  if (!existsSync(path)) throw new TareError("TARE_VALIDATE_FILE", "no such file", { where: file });
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new TareError("TARE_VALIDATE_FILE", whyUnread(error), { where: file, cause: error });
  }
}
