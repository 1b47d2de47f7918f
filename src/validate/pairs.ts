import { basename, extname } from "node:path";
import { TareError } from "../errors.js";
import type { BadTally } from "../formats/bad-records.js";
import { readOwnPairs } from "../stages/read-pairs.js";
import type { FileKind } from "./kind.js";

/** So many problems are shown; the others are counted. */
const SHOWN = 20;

/** Pairs of one's own, as `tare run --pairs` takes them. */
export const pairs: FileKind = {
  name: "pairs",
  looksLike: "a .jsonl file with prompt, base, variant and expects",
  recognises: ({ file }) => extname(file) === ".jsonl",
  async check({ file, cwd }) {
    const problems: TareError[] = [];
    const bad: BadTally = { add: (failure) => void problems.push(failure), counts: () => [] };
    const operators = await readOwnPairs([file], cwd, bad).catch((error: unknown) => {
      // The rest of the file cannot be read: what was found before it counts as well.
      if (!(error instanceof TareError)) throw error;
      problems.push(error);
      return [];
    });
    if (problems.length > 0) throw allOf(problems, file);
    const named = operators.map(
      ({ name, expects, summary }) => `${name} (${expects}, ${summary.match(/\d+/u)?.[0]})`,
    );
    return `pairs in ${basename(file)}: ${named.join(", ")}`;
  },
};

/** One error of all, in the order of the file, under the code of the first. */
function allOf(problems: readonly TareError[], file: string): TareError {
  const lineOf = ({ where }: TareError) => Number(/^:(\d+)/u.exec(where.slice(file.length))?.[1] ?? 0);
  const sorted = [...problems].sort((a, b) => lineOf(a) - lineOf(b));
  const [first, ...others] = sorted.slice(0, SHOWN);
  const also = others.map(({ where, message }) => `\n  ${where}: ${message}`).join("");
  const more = sorted.length > SHOWN ? `\n  and ${sorted.length - SHOWN} more` : "";
  const { code, message, where, fix } = first!;
  return new TareError(code, `${message}${also}${more}`, { where, fix });
}
