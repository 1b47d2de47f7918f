import { diffWordsWithSpace } from "diff";

export interface Part {
  readonly text: string;
  /** Only this one of the two texts has it. */
  readonly own: boolean;
}

/** Words changed beyond which two texts have too little in common to mark anything. */
const MOST = 1500;

/** Two texts, each cut into what both have and what only it has: the same marks whichever is the base. */
export function ownWords(first: string, second: string): { readonly first: Part[]; readonly second: Part[] } {
  const parts = diffWordsWithSpace(first, second, { maxEditLength: MOST });
  if (parts === undefined)
    return { first: [{ text: first, own: false }], second: [{ text: second, own: false }] };
  const of = (mine: "removed" | "added"): Part[] =>
    parts
      .filter((part) => part[mine === "removed" ? "added" : "removed"] !== true)
      .map((part) => ({ text: part.value, own: part[mine] === true }));
  return { first: of("removed"), second: of("added") };
}
