import { extname } from "node:path";
import { TareError } from "../errors.js";
import { canonicalJson } from "../keys.js";
import { runExample } from "../pairs/examples.js";
import { loadAugmentations } from "../registry.js";
import type { FileKind } from "./kind.js";

/** An operator of one's own: its fields, and that it keeps to its examples, twice the same. */
export const operator: FileKind = {
  name: "operator",
  looksLike: "a .js, .mjs or .ts file whose default export is an augmentation",
  recognises: ({ file }) => [".js", ".mjs", ".ts"].includes(extname(file)),
  async check({ file, cwd }) {
    const augmentation = (await loadAugmentations([file], cwd)).at(-1)!;
    const { examples, name, attribute, expects } = augmentation;
    const problems = examples.length < 3 ? [`examples: ${examples.length}, expected three or more`] : [];
    if (!examples.some(({ skips }) => skips !== undefined))
      problems.push("examples: none shows where it skips");
    for (const [index, example] of examples.entries()) {
      const [first, second] = [0, 1].map(() => canonicalJson(runExample(augmentation, example)));
      if (first !== second)
        problems.push(`examples.${index}: two calls gave different results: draw from \`random\` only`);
      else if (first !== canonicalJson(example)) problems.push(`examples.${index}: it gave ${first}`);
    }
    if (problems.length > 0)
      throw new TareError("TARE_EXTENSION_INVALID", problems.join("; "), { where: file });
    return `operator "${name}": ${attribute}, ${expects}, ${examples.length} examples kept`;
  },
};
