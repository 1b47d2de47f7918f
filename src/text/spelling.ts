import type { Edit } from "./edits.js";
import { listOf, readLexicon } from "./lexicon.js";
import { proseMatches } from "./prose-matches.js";
import { beginsSentence, likeCase } from "./sentence-start.js";

export type Dialect = "american" | "british";

let tables: Readonly<Record<Dialect, ReadonlyMap<string, string>>> | undefined;

/** The edits that turn words of one spelling into the other; capitalised words inside a sentence (names) stay. */
export function respelled(text: string, from: Dialect): Edit[] {
  tables ??= load();
  const words = tables[from];
  return proseMatches(text, /(?<![\p{L}\p{N}_-])[A-Za-z]{3,}(?![\p{L}\p{N}_])/gu).flatMap(
    ({ match, start, end, prose, at }): Edit[] => {
      const other = words.get(match[0].toLowerCase());
      if (other === undefined || /^\p{Lu}{2}/u.test(match[0])) return [];
      if (/^\p{Lu}/u.test(match[0]) && !beginsSentence(prose, at)) return [];
      return [{ start, end, text: likeCase(match[0], other) }];
    },
  );
}

function load() {
  const american = new Map<string, string>();
  const lexicon = readLexicon("spelling");
  for (const line of listOf(lexicon, "pairs")) {
    const [pair, endings] = line.split("|");
    const [us, uk] = pair!.split(" ");
    for (const ending of ["", ...endings!.split(" ").filter(Boolean)])
      american.set(us! + ending, uk! + ending);
  }
  for (const stem of listOf(lexicon, "ize"))
    for (const ending of ["e", "es", "ed", "er", "ers", "ing", "ation", "ations"])
      american.set(`${stem}iz${ending}`, `${stem}is${ending}`);
  return { american, british: new Map([...american].map(([us, uk]) => [uk, us])) };
}
