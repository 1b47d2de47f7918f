import { diffWords, type Stretch } from "../reports/html/word-diff.js";
import type { Span } from "./lay-lines.js";
import type { Sheet } from "./sheet.js";
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
  const shown = sheet.full ? stretches.map(asSpan(sheet)) : stretches.flatMap(near(stretches, sheet));
  const count = (kind: Stretch["kind"]) =>
    stretches.reduce((sum, one) => sum + (one.kind === kind ? wordsOf(one.text).length : 0), 0);
  return { lines: allLines(shown, sheet), words: { gone: count("gone"), fresh: count("new") } };
}

/** Where white space grew or shrank, only what came or went is a change: `a {+·+}b`, not `a[-·-]{+··+}b`. */
function spacesOnce(stretches: readonly Stretch[]): Stretch[] {
  const out: Stretch[] = [];
  for (let at = 0; at < stretches.length; at++) {
    const [one, next] = [stretches[at]!, stretches[at + 1]];
    const grown = one.kind === "gone" && next?.kind === "new" && next.text.startsWith(one.text);
    const shrunk = one.kind === "gone" && next?.kind === "new" && one.text.startsWith(next.text);
    if (one.text.trim() !== "" || !(grown || shrunk)) {
      const space = one.kind === "gone" && next?.kind === "new" ? sharedEnd(one.text, next.text) : 0;
      if (space === 0) out.push(one);
      else {
        out.push({ ...one, text: one.text.slice(0, -space) });
        out.push({ ...next!, text: next!.text.slice(0, -space) });
        out.push({ kind: "same", text: one.text.slice(-space) });
        at++;
      }
      continue;
    }
    const [longer, shorter] = grown ? [next, one] : [one, next!];
    out.push({ kind: "same", text: shorter.text });
    out.push({ kind: longer.kind, text: longer.text.slice(shorter.text.length) });
    at++;
  }
  return out;
}

/** How much white space both end in, where that leaves something of either. */
function sharedEnd(one: string, other: string): number {
  let length = 0;
  while (length < Math.min(one.length, other.length) - 1 && one.at(-1 - length) === other.at(-1 - length)) {
    if (one.at(-1 - length)!.trim() !== "") break;
    length++;
  }
  return length;
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
    if (stretch.kind !== "same" || hidden <= AROUND) return [asSpan(sheet)(stretch)];
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

/** With marks where there is no colour; white space that came or went alone is drawn, since nobody would see it. */
function asSpan({ color, sign }: Sheet): (stretch: Stretch) => Span {
  return ({ kind, text }) => {
    if (kind === "same") return { kind, text: plain(text) };
    const seen =
      text.trim() === ""
        ? text
            .replaceAll("\t", sign("→"))
            .replace(/[^\S\n]/gu, sign("·"))
            .replaceAll("\n", kind === "gone" ? sign("⏎") : `${sign("⏎")}\n`)
        : plain(text);
    if (color) return { kind, text: seen };
    return { kind, text: kind === "gone" ? `[-${seen}-]` : `{+${seen}+}` };
  };
}
