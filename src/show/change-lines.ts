import { diffWords, type Stretch } from "../reports/html/word-diff.js";
import type { Span } from "./lay-lines.js";
import type { Sheet } from "./sheet.js";
import { spacesOnce } from "./space-changes.js";
import { allLines, plain } from "./text-lines.js";

/** Words kept on each side of a change; the rest of what did not change is counted. */
const AROUND = 20;

export interface Change {
  readonly lines: readonly string[];
  /** Words that only the base, and only the variant has. */
  readonly words: { readonly gone: number; readonly fresh: number };
}

/** One text made of two: what the variant lost and gained; undefined where they have too little in common to be one. */
export function changeLines(base: string, variant: string, sheet: Sheet): Change | undefined {
  const found = diffWords(base, variant);
  if (found === undefined) return undefined;
  const stretches = spacesOnce(found);
  const shown = sheet.full ? stretches.flatMap(spansOf(sheet)) : stretches.flatMap(near(stretches, sheet));
  const count = (kind: Stretch["kind"]) =>
    stretches.reduce((sum, one) => sum + (one.kind === kind ? wordsOf(one.text).length : 0), 0);
  return { lines: allLines(shown, sheet), words: { gone: count("gone"), fresh: count("new") } };
}

function wordsOf(text: string): readonly RegExpMatchArray[] {
  return [...text.matchAll(/\S+/gu)];
}

/** A stretch that both texts have, without its middle where that is long. */
function near(stretches: readonly Stretch[], sheet: Sheet): (stretch: Stretch, index: number) => Span[] {
  return (stretch, index) => {
    const words = wordsOf(stretch.text);
    const before = index === 0 ? 0 : AROUND;
    const after = index === stretches.length - 1 ? 0 : AROUND;
    const hidden = words.length - before - after;
    if (stretch.kind !== "same" || hidden <= AROUND) return spansOf(sheet)(stretch);
    const head = before === 0 ? "" : stretch.text.slice(0, endOf(words[before - 1]!));
    const tail = after === 0 ? "" : stretch.text.slice(words[words.length - after]!.index);
    const note = sheet.sign(`… ${hidden.toLocaleString("en-US")} words unchanged …`);
    const space = (text: string) => (text === "" ? "" : " ");
    return [
      { kind: "same", text: plain(head) + space(head) },
      { kind: "note", text: note },
      { kind: "same", text: space(tail) + plain(tail) },
    ];
  };
}

function endOf(word: RegExpMatchArray): number {
  return word.index! + word[0].length;
}

/**
 * With marks where there is no colour; white space that came or went alone is drawn, since nobody would see it. Blanks
 * around words stand outside their marks, so that a line may end there.
 */
function spansOf({ color, sign }: Sheet): (stretch: Stretch) => Span[] {
  return ({ kind, text }) => {
    if (kind === "same") return [{ kind, text: plain(text) }];
    const drawn = text.trim() === "";
    const seen = drawn
      ? text
          .replaceAll("\t", sign("→"))
          .replace(/[^\S\n]/gu, sign("·"))
          .replaceAll("\n", kind === "gone" ? sign("⏎") : `${sign("⏎")}\n`)
      : plain(text);
    const [from, to] = drawn ? [0, seen.length] : withoutBlanks(seen);
    const word = seen.slice(from, to);
    const marked = color ? word : kind === "gone" ? `[-${word}-]` : `{+${word}+}`;
    const blank = (text: string): Span[] => (text === "" ? [] : [{ kind: "same", text }]);
    return [...blank(seen.slice(0, from)), { kind, text: marked }, ...blank(seen.slice(to))];
  };
}

/** Where the text begins and ends that has no blanks around it. */
function withoutBlanks(text: string): readonly [from: number, to: number] {
  let [from, to] = [0, text.length];
  while (text[from] === " ") from++;
  while (to > from && text[to - 1] === " ") to--;
  return [from, to];
}
