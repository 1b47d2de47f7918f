import { diffArrays, diffWordsWithSpace } from "diff";

/** A stretch of two texts: in both, only in the first, or only in the second. */
export interface Stretch {
  readonly kind: "same" | "gone" | "new";
  readonly text: string;
}

/** Past this many changed words a passage is another passage: to compare it takes long and says nothing. */
const MOST_EDITS = 240;
/** Share of the shorter text that must be left where changes are shown within it: filler may be many times what it is added to. */
const LEAST_SAME = 0.3;

/**
 * What differs, sentence by sentence, and within changed sentences word by word: in that order, since a comparison by words
 * alone takes seconds where sentences were put in all over a text. Undefined where two texts have too little in common.
 */
export function diffWords(before: string, after: string): readonly Stretch[] | undefined {
  const stretches: Stretch[] = [];
  let gone = "";
  let fresh = "";
  for (const { value, added, removed } of diffArrays(sentences(before), sentences(after))) {
    const text = value.join("");
    if (removed) gone += text;
    else if (added) fresh += text;
    else {
      stretches.push(...changed(gone, fresh), { kind: "same", text });
      [gone, fresh] = ["", ""];
    }
  }
  stretches.push(...changed(gone, fresh));
  const same = stretches.reduce((sum, { kind, text }) => sum + (kind === "same" ? text.length : 0), 0);
  return same < LEAST_SAME * Math.min(before.length, after.length) ? undefined : joined(stretches);
}

/** Nothing is lost between them: each keeps the space before it, a line the break at its end. */
function sentences(text: string): string[] {
  return text.split(/(?<=[.!?:;])(?=\s)|(?<=\n)/u);
}

function changed(gone: string, fresh: string): Stretch[] {
  const words =
    gone === "" || fresh === "" || !alike(gone, fresh)
      ? undefined
      : diffWordsWithSpace(gone, fresh, { maxEditLength: MOST_EDITS });
  if (words === undefined)
    return [
      { kind: "gone", text: gone },
      { kind: "new", text: fresh },
    ];
  return words.map(({ value, added, removed }) => ({
    kind: added ? "new" : removed ? "gone" : "same",
    text: value,
  }));
}

/** Whether enough words are in both for a comparison in order to find any. */
function alike(a: string, b: string): boolean {
  const [short, long] = [a.split(/\s+/), b.split(/\s+/)].sort((x, y) => x.length - y.length);
  const known = new Set(long);
  return short!.filter((word) => known.has(word)).length >= LEAST_SAME * short!.length;
}

/** Changes with nothing but white space between them are one: `old words, new words` reads, a comb of single words does not. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const out: Stretch[] = [];
  const push = (kind: Stretch["kind"], text: string) => {
    const last = out.at(-1);
    if (text === "") return;
    if (last?.kind === kind) out[out.length - 1] = { kind, text: last.text + text };
    else out.push({ kind, text });
  };
  let gone = "";
  let fresh = "";
  const flush = () => {
    const space = commonEnd(gone, fresh);
    push("gone", gone.slice(0, gone.length - space.length));
    push("new", fresh.slice(0, fresh.length - space.length));
    push("same", space);
    [gone, fresh] = ["", ""];
  };
  for (const [at, { kind, text }] of stretches.entries()) {
    const next = stretches[at + 1]?.kind ?? "same";
    const between =
      kind === "same" && /^[^\S\n]+$/.test(text) && gone !== "" && fresh !== "" && next !== "same";
    if (kind === "gone" || between) gone += text;
    if (kind === "new" || between) fresh += text;
    if (kind !== "same" || between) continue;
    flush();
    push(kind, text);
  }
  flush();
  return out;
}

/** White space at the end of both is no change. */
function commonEnd(gone: string, fresh: string): string {
  const [a, b] = [gone, fresh].map((text) => /\s*$/.exec(text)![0]);
  return a === b ? a! : "";
}
