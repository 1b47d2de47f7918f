import type { Judgement } from "../contract.js";

/** What a reader typed: a judgement with a note, or what to do instead; undefined where it is neither. */
export type Answer =
  | { readonly kind: "judgement"; readonly judgement: Judgement; readonly note: string }
  | { readonly kind: "skip" | "quit" };

const JUDGEMENT_OF: ReadonlyMap<string, Judgement> = new Map([
  ["1", "first"],
  ["first", "first"],
  ["2", "second"],
  ["second", "second"],
  ["t", "tie"],
  ["tie", "tie"],
  ["x", "invalid"],
  ["invalid", "invalid"],
]);

export function readAnswer(line: string): Answer | undefined {
  const [, word = "", note = ""] = /^\s*(\S*)\s*(.*?)\s*$/s.exec(line)!;
  const key = word.toLowerCase();
  if (key === "s" || key === "skip") return { kind: "skip" };
  if (key === "q" || key === "quit") return { kind: "quit" };
  const judgement = JUDGEMENT_OF.get(key);
  return judgement === undefined ? undefined : { kind: "judgement", judgement, note };
}
