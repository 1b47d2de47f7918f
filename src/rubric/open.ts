import { dirname, join } from "node:path";
import type { Augmentation } from "../contract.js";
import { isPath } from "../discover.js";
import { readRubric } from "../registry.js";
import { parseRubric } from "./parse.js";
import type { Rubric } from "./rubric.js";

/**
 * A rubric by name or by path, with what it extends: a shipped rubric by name, or a file seen from the one that names it.
 * Throws TARE_UNKNOWN_NAME, TARE_RUBRIC_MISSING and what parseRubric throws.
 */
export function openRubric(nameOrPath: string, cwd: string, augmentations: readonly Augmentation[]): Rubric {
  const { source, file } = readRubric(nameOrPath, cwd);
  return parseRubric(source, file, augmentations, (reference, from) =>
    readRubric(isPath(reference) ? beside(from, reference) : reference, cwd),
  );
}

function beside(from: string, reference: string): string {
  return reference.startsWith("/")
    ? reference
    : `./${join(dirname(from), reference)}`.replace(/^\.\/\//, "/");
}
