import type { Edit } from "./edits.js";
import { thirdPerson } from "./negation-words.js";

const NEGATION =
  /\b(?:not|never|no|none|nobody|nothing|neither|nor|hardly|rarely|without|cannot|few|little|only)\b|n['’]t\b/giu;

/** Words that live on the negation and are wrong without it, and focus particles it belongs to. */
const BOUND =
  /\b(?:any\p{L}*|ever|yet|either|at all|longer|until|till|much|but|rather|instead|just|merely|simply|necessarily|even|because|so|as well)\b/iu;

const REMOVABLE =
  /\b(?:(?<be>is|are|was|were|can|could|will|would|should|must|has|have|had|am)(?:\snot|n['’]t)|(?<can>cannot|can['’]t)|(?<will>won['’]t)|(?<do>do|does|did|Do)(?:\snot|n['’]t)\s(?<verb>[a-z]+))\b/u;

/** Takes the only negation out of a statement; undefined where that would leave it ungrammatical. */
export function removeNegation(sentence: string): Edit | undefined {
  if (sentence.match(NEGATION)?.length !== 1 || BOUND.test(sentence)) return undefined;
  const match = REMOVABLE.exec(sentence);
  if (match?.groups === undefined) return undefined;
  // "Is not…", "Can't…" begin questions.
  if (match.index === 0 && match.groups.do === undefined) return undefined;
  const before = /(\p{L}+)[*_]*\s$/u.exec(sentence.slice(0, match.index))?.[1]?.toLowerCase();
  if (before !== undefined && /^(?:or|and|who|which|that|what|why|how|to|than|as)$/u.test(before))
    return undefined;
  const text = positive(match.groups);
  return text === undefined ? undefined : { start: match.index, end: match.index + match[0].length, text };
}

function positive(groups: Readonly<Record<string, string | undefined>>): string | undefined {
  if (groups.be !== undefined) return groups.be;
  if (groups.can !== undefined) return "can";
  if (groups.will !== undefined) return "will";
  const verb = groups.verb ?? "";
  switch (groups.do) {
    case "Do":
      return verb === "be" ? "Be" : verb.charAt(0).toUpperCase() + verb.slice(1);
    case "do":
      return verb;
    case "does":
      return thirdPerson(verb);
    case "did":
      return `did ${verb}`;
    default:
      return undefined;
  }
}
