import type { Stretch } from "../reports/html/word-diff.js";

/** Where white space grew or shrank, only what came or went is a change: `a {+·+}b`, not `a[-·-]{+··+}b`. */
export function spacesOnce(stretches: readonly Stretch[]): Stretch[] {
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
