import { diffWordsWithSpace } from "diff";

/** A stretch of two texts: in both, only in the first, or only in the second. */
export interface Stretch {
  readonly kind: "same" | "gone" | "new";
  readonly text: string;
}

/** Past this many changed words two texts are two texts: the comparison would take long and say nothing. */
const MOST_EDITS = 1200;
/** Share of the longer text that must be left where changes are shown within it. */
const LEAST_SAME = 0.3;

/** Word by word; undefined where the two have too little in common to be shown as one. */
export function diffWords(before: string, after: string): readonly Stretch[] | undefined {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS });
  if (changes === undefined) return undefined;
  const same = changes.reduce((sum, one) => sum + (one.added || one.removed ? 0 : one.value.length), 0);
  if (same < LEAST_SAME * Math.max(before.length, after.length)) return undefined;
  return joined(
    changes.map(({ value, added, removed }) => ({
      kind: added ? "new" : removed ? "gone" : "same",
      text: value,
    })),
  );
}

/** Changes with nothing but white space between them are one: `[old] [new]` reads, and a comb of single words does not. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const out: Stretch[] = [];
  let gone = "";
  let fresh = "";
  const flush = () => {
    if (gone !== "") out.push({ kind: "gone", text: gone });
    if (fresh !== "") out.push({ kind: "new", text: fresh });
    [gone, fresh] = ["", ""];
  };
  for (const [at, { kind, text }] of stretches.entries()) {
    const between =
      kind === "same" && /^[^\S\n]+$/.test(text) && gone !== "" && fresh !== "" && at + 1 < stretches.length;
    if (kind === "gone" || between) gone += text;
    if (kind === "new" || between) fresh += text;
    if (kind !== "same" || between) continue;
    flush();
    out.push({ kind, text });
  }
  flush();
  return out;
}
