import { listOf, readLexicon, wordSet } from "./lexicon.js";

/** What negation needs to know of English verbs, from the lexicon english-verbs. */
export interface NegationWords {
  /** provides -> provide */
  readonly third: ReadonlyMap<string, string>;
  /** went -> go */
  readonly past: ReadonlyMap<string, string>;
  readonly plain: ReadonlySet<string>;
  readonly imperative: ReadonlySet<string>;
  /** After has/have/had: a perfect. */
  readonly participle: ReadonlySet<string>;
  /** After a verb: the "not" would be misplaced, weak or ungrammatical. */
  readonly blocking: ReadonlySet<string>;
  /** Before a verb: likewise ("also provides"). */
  readonly leading: ReadonlySet<string>;
}

let words: NegationWords | undefined;

export function negationWords(): NegationWords {
  words ??= load();
  return words;
}

function load(): NegationWords {
  const verbs = readLexicon("english-verbs");
  const third = listOf(verbs, "third-person");
  return {
    third: new Map(third.map((verb) => [thirdPerson(verb), verb])),
    past: new Map(listOf(verbs, "past").map((pair) => pair.split(" ") as [string, string])),
    plain: new Set([...third, ...listOf(verbs, "plain")]),
    imperative: wordSet("english-verbs", "imperative"),
    participle: wordSet("english-verbs", "participle"),
    blocking: wordSet("english-verbs", "blocking"),
    leading: wordSet("english-verbs", "leading"),
  };
}

/** go -> goes, try -> tries, have -> has. */
export function thirdPerson(verb: string): string {
  if (verb === "have") return "has";
  if (verb === "be") return "is";
  if (/[^aeiou]y$/u.test(verb)) return `${verb.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|o)$/u.test(verb) ? `${verb}es` : `${verb}s`;
}
