import { findNodeAtLocation, type Node } from "jsonc-parser";
import type { ErrorCode } from "../error-codes.js";
import { TareError } from "../errors.js";

/** Keys and indices from the root of the document. */
export type JsonPath = readonly (string | number)[];

export interface Problem {
  readonly path: JsonPath;
  readonly message: string;
  /** The key itself is wrong, not its value. */
  readonly atKey?: boolean;
  /** The file it is in, where that is not the one that is read. */
  readonly source?: Source;
}

/** The text a rubric was read from, with its tree of positions. */
export interface Source {
  readonly text: string;
  readonly file: string;
  readonly tree: Node;
}

/** `file:line:column`, both 1-based, the column in UTF-16 units as editors count. */
export function placeOf(text: string, file: string, offset: number): string {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return `${file}:${before.length}:${before.at(-1)!.length + 1}`;
}

/** `spurious[0].allow.effect`; keys that are not names are quoted. */
export function writePath(path: JsonPath): string {
  const parts = path.map((part) => {
    if (typeof part === "number") return `[${part}]`;
    return /^[\w$]+$/.test(part) ? `.${part}` : `[${JSON.stringify(part)}]`;
  });
  return parts.join("").replace(/^\./, "");
}

/** The nearest node that exists: of a missing field, the object that should hold it. */
function offsetOf(tree: Node, problem: Problem): number {
  for (let length = problem.path.length; length > 0; length--) {
    const node = findNodeAtLocation(tree, problem.path.slice(0, length));
    if (node === undefined) continue;
    const whole = length === problem.path.length && problem.atKey === true;
    return whole && node.parent !== undefined ? node.parent.offset : node.offset;
  }
  return tree.offset;
}

/** One error for all problems, in the order of the file: mending them one run at a time is a chore. */
export function problemsError(code: ErrorCode, source: Source, problems: readonly Problem[]): TareError {
  const own = (place: Source) => (place === source ? 0 : 1);
  const lines = problems
    .map((problem) => ({ problem, source: problem.source ?? source }))
    .map(({ problem, source }) => ({ problem, source, offset: offsetOf(source.tree, problem) }))
    .sort((a, b) => own(a.source) - own(b.source) || a.offset - b.offset)
    .map(({ problem: { path, message }, source: { text, file }, offset }) => ({
      place: placeOf(text, file, offset),
      says: path.length === 0 ? message : `${writePath(path)}: ${message}`,
    }));
  const [first, ...others] = lines;
  const also = others.map(({ place, says }) => `\n  ${place}: ${says}`).join("");
  return new TareError(code, `${first!.says}${also}`, { where: first!.place });
}
