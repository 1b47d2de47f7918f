import { capitalised } from "./sentence-start.js";
import type { Sentence } from "./sentences.js";

/** Conjunctions whose clause may stand before or after the main one. */
const FRONT =
  /^(If|When|Whenever|Once|Because|Unless|Before|After|Although|Even though|Even if|As long as|As soon as|Until) /u;
const BACK = / (if|when|whenever|once|because|unless|although|even though|even if|as long as|as soon as) /gu;
/** "To make tea, boil water." */
const PURPOSE =
  /^To (?!begin|start|summarize|conclude|sum|put|be|clarify|illustrate|give|my|the|a|an|this|that|each|all|some)(\p{Ll}+) /u;

/** "By following these steps, you can …" */
const MEANS = /^By \p{Ll}+ing /u;
/** A main clause with a second verb in it: the moved clause might hang on that one. */
const SECOND_VERB = /\b(?:to|what|how|where|why|using|by|while|allowing|making|ensuring|who|until)\b/u;

/** Points to something in the other clause, so that the order is not free. */
const POINTS =
  /\b(?:it|its|they|them|their|theirs|he|him|his|she|her|hers|this|these|that|those|then|so|one|ones|such|both|either|do so|doing so|otherwise|here|there|also|too|instead|however|therefore|which|who)\b/iu;
const CONNECTS = /^(?:and|but|or|so|yet|then|which|who|whom|whose|where|that)\b/iu;
const SUBORDINATE =
  /\b(?:if|when|because|unless|although|though|while|since|once|until|before|after|whereas|so that|that|which|who|whether|as|than)\b/iu;
/** A subject, or an imperative. */
const SUBJECT = /^(?:you|we|I|people|the|a|an|your|our|my|there|[\p{Ll}]+s|[\p{Ll}]{2,}) /u;

/** The sentence with its adverbial clause at the other end, or undefined where the order is not sure to be free. */
export function reordered({ text }: Sentence): string | undefined {
  if (/["“”()[\]:;—–*_`\n]| - |\d[.)] |[?…]|[.!]./u.test(text)) return undefined;
  const mark = /[.!]$/u.exec(text)?.[0];
  if (mark === undefined) return undefined;
  const words = text.split(" ").length;
  if (words < 6 || words > 28) return undefined;
  const moved = toBack(text.slice(0, -1)) ?? toFront(text.slice(0, -1));
  return moved === undefined ? undefined : moved + mark;
}

function toBack(text: string): string | undefined {
  const match = FRONT.exec(text) ?? PURPOSE.exec(text) ?? MEANS.exec(text);
  if (match === null || text.split(",").length !== 2) return undefined;
  const [clause, rest] = text.split(", ") as [string, string | undefined];
  if (rest === undefined) return undefined;
  const main = rest.replace(/^then /u, "");
  if (
    CONNECTS.test(main) ||
    POINTS.test(main) ||
    SUBORDINATE.test(main) ||
    !SUBJECT.test(main) ||
    SECOND_VERB.test(main)
  )
    return undefined;
  if (MEANS.test(text) && !/^(?:you|we) /u.test(main)) return undefined;
  if (clause.split(" ").length < 3 || SUBORDINATE.test(clause.slice(match[0].length))) return undefined;
  // "To bake bread, flour is needed": the purpose must hang on someone who acts.
  if (
    clause.startsWith("To ") &&
    !/^(?:you|we) |^(?!the |a |an |your |our |my |there |it )\p{Ll}+ (?:the|a|an|your|some|all|about|with|in|\p{Ll}+)\b/u.test(
      main,
    )
  )
    return undefined;
  if (
    clause.startsWith("To ") &&
    / (?:is|are|was|were|can|must|should|will|has|have|to)\b/u.test(main) &&
    !/^(?:you|we) /u.test(main)
  )
    return undefined;
  return `${capitalised(main)} ${clause.charAt(0).toLowerCase()}${clause.slice(1)}`;
}

function toFront(text: string): string | undefined {
  const found = [...text.matchAll(BACK)];
  const [only] = found;
  if (only === undefined || found.length !== 1 || text.includes(",")) return undefined;
  const main = text.slice(0, only.index);
  const clause = text.slice(only.index + 1);
  const after = clause.slice(only[1]!.length + 1);
  if (POINTS.test(/^\S+/u.exec(main)![0]) || SECOND_VERB.test(main) || /\b(?:and|or)\b/u.test(main))
    return undefined;
  if (
    !isClause(after) ||
    POINTS.test(clause) ||
    SUBORDINATE.test(main) ||
    CONNECTS.test(main) ||
    /\b(?:and|or|not|only|even|especially|particularly|long|soon|shortly|right|just|ever|to|than|of|sure|see|know|ask|determine|check|decide|wonder)$/iu.test(
      main,
    )
  )
    return undefined;
  if (/\b(?:check|see|know|ask|determine|decide|wonder|verify|find out|not|never|no|n['’]t)\b/iu.test(main))
    return undefined;
  const head = lowered(main);
  return head === undefined ? undefined : `${capitalised(clause)}, ${head}`;
}

/** Begins with a subject and goes on with a verb: "you are …", "the water boils", not "possible" or "baking". */
function isClause(after: string): boolean {
  return (
    /^(?:you|we|I|people|your \p{Ll}+|the \p{Ll}+(?: \p{Ll}+)?|there|your) (?:\p{Ll}+)/u.test(after) &&
    after.split(" ").length >= 2 &&
    /^(?:you|we|I|there) |\b(?:is|are|was|were|has|have|had|can|will|\p{Ll}+s|\p{Ll}+ed)\b/u.test(after)
  );
}

/** With a small first letter where that is sure: not a name. */
export function lowered(sentence: string): string | undefined {
  const word = /^[\p{L}'’]+/u.exec(sentence)?.[0] ?? "";
  if (/^I(?:['’]|$)/u.test(word)) return sentence;
  return LOWERABLE.test(word) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : undefined;
}

const LOWERABLE =
  /^(?:The|A|An|This|That|These|Those|It|They|You|We|He|She|There|Your|Our|My|His|Her|Its|Their|Some|Many|Most|All|Each|Both|Several|In|On|At|For|With|By|From|If|When|While|As|After|Before|Once|Since|Because|Although|However|Therefore|Thus|Additionally|Moreover|Furthermore|Consequently|Here|People|What|Use|Add|Make|Take|Keep|Avoid|Try|Let|Place|Remove|Apply|Check|Consider|Wash|Mix|Cook|Start|Ensure|Choose|Do|Go|Get|Give|Look|Put|Set|Turn|Write|Read|Call|Ask|Wear|Store|Serve|Cover|Bring|Pour|Combine|Stir|Heat|Be|Contact|Seek|Follow|Adjust|Create|Include|It['’]s|They['’]re|You['’]re|We['’]re|That['’]s|There['’]s)$/u;
