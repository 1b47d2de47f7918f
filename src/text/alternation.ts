interface Branch {
  readonly next: Map<string, Branch>;
  ends: boolean;
}

/**
 * The source of a pattern for any of the phrases, the longest that fits at a place; `gap` is the pattern for a space in
 * them. Phrases share their beginnings, so that a place costs a few letters and not a try of each phrase.
 */
export function alternation(phrases: Iterable<string>, gap = "\\s"): string {
  const root: Branch = { next: new Map(), ends: false };
  for (const phrase of phrases) {
    let branch = root;
    for (const letter of phrase) {
      const next = branch.next.get(letter) ?? { next: new Map(), ends: false };
      branch.next.set(letter, next);
      branch = next;
    }
    branch.ends = true;
  }
  return `(?:${sourceOf(root, gap)})`;
}

function sourceOf({ next, ends }: Branch, gap: string): string {
  const ways = [...next].map(
    ([letter, branch]) => (letter === " " ? gap : escaped(letter)) + sourceOf(branch, gap),
  );
  if (ends) return ways.length === 0 ? "" : `(?:${ways.join("|")})?`;
  return ways.length === 1 ? ways[0]! : `(?:${ways.join("|")})`;
}

function escaped(letter: string): string {
  return /[\\^$.*+?()[\]{}|/]/u.test(letter) ? `\\${letter}` : letter;
}
