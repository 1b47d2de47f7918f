import { basename, extname } from "node:path";
import { readOwnPairs } from "../stages/read-pairs.js";
import type { FileKind } from "./kind.js";

/** Pairs of one's own, as `tare run --pairs` takes them. */
export const pairs: FileKind = {
  name: "pairs",
  looksLike: "a .jsonl file with prompt, base, variant and expects",
  recognises: ({ file }) => extname(file) === ".jsonl",
  async check({ file, cwd }) {
    const operators = await readOwnPairs([file], cwd);
    const named = operators.map(
      ({ name, expects, summary }) => `${name} (${expects}, ${summary.match(/\d+/u)?.[0]})`,
    );
    return `pairs in ${basename(file)}: ${named.join(", ")}`;
  },
};
