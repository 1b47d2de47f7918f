import type { Edit } from "./edits.js";
import { type ProseMatch, proseMatches } from "./prose-matches.js";
import { beginsSentence, likeCase } from "./sentence-start.js";

const CONTRACTED = /(?<![\p{L}\p{N}'’-])([A-Za-z]+)['’](t|re|ve|ll|m|s|d)(?![\p{L}\p{N}'’-])/gu;
const NEGATED = "isn aren wasn weren don doesn didn haven hasn hadn couldn wouldn shouldn mustn needn".split(
  " ",
);
const SUBJECT = new Set("i you he she it we they that there who these those this".split(" "));
const IS = new Set("it he she that there here what where who how this".split(" "));
/** After "it's" these make a perfect. */
const PERFECT = /^\s(?:been|got|gotten|had|gone|become|taken|come)\b/u;
/** After "I'd" these make a conditional. */
const CONDITIONAL =
  /^\s(?:like|love|recommend|suggest|be|prefer|say|need|want|have|advise|argue|rather|never)\b/u;
/** A subject after "don't" means a question, and "do not you" is wrong. */
const INVERTED =
  /^\s(?:I|you|he|she|it|we|they|this|that|these|those|there|the|a|an|your|my|our|his|her|their)\b/u;

/** The edits that write English contractions out; those that could stand for two things stay. */
export function expansions(text: string): Edit[] {
  return proseMatches(text, CONTRACTED).flatMap((found): Edit[] => {
    const [whole, word, ending] = found.match as unknown as [string, string, string];
    const isName = /^\p{Lu}/u.test(word) && word !== "I" && !beginsSentence(found.prose, found.at);
    if (isName || /^\p{Lu}{2}/u.test(word)) return [];
    const full = expanded(word.toLowerCase(), ending, found.prose.slice(found.at + whole.length), found);
    return full === undefined
      ? []
      : [{ start: found.start, end: found.end, text: word === "I" ? capitalI(full) : likeCase(word, full) }];
  });
}

function expanded(word: string, ending: string, after: string, found: ProseMatch): string | undefined {
  if (ending === "t") return negation(word, after, beginsSentence(found.prose, found.at));
  if (!/^\s[\p{L}\p{N}*_"“]/u.test(after)) return undefined;
  if (word === "let") return ending === "s" ? "let us" : undefined;
  if (ending === "s") return IS.has(word) ? `${word} ${PERFECT.test(after) ? "has" : "is"}` : undefined;
  if (!SUBJECT.has(word)) return undefined;
  if (ending === "d") return CONDITIONAL.test(after) ? `${word} would` : undefined;
  return `${word} ${{ re: "are", ve: "have", ll: "will", m: "am" }[ending]}`;
}

function negation(word: string, after: string, first: boolean): string | undefined {
  const asks = /[.!?]/u.exec(after)?.[0] === "?";
  if (INVERTED.test(after) && (first || asks)) return undefined;
  if (first && word !== "don") return undefined;
  if (word === "can") return "cannot";
  if (word === "won") return "will not";
  return NEGATED.includes(word) ? `${word.slice(0, -1)} not` : undefined;
}

function capitalI(full: string): string {
  return full.replace(/^i\b/u, "I");
}

const FULL =
  /(?<![\p{L}\p{N}'’-])(?:(?<negated>is|are|was|were|do|does|did|have|has|had|could|would|should) not|(?<can>can ?not)|(?<will>will not)|(?<is>[Ii]t|[Tt]hat|[Tt]here|[Hh]ere|[Hh]e|[Ss]he) is|(?<are>[Yy]ou|[Ww]e|[Tt]hey) are|(?<am>I) am|(?<have>I|[Yy]ou|[Ww]e|[Tt]hey) have(?= (?:been|seen|made|found|done|had|taken|given|learned|already|never)\b)|(?<future>I|[Yy]ou|[Ww]e|[Tt]hey|[Hh]e|[Ss]he) will)(?= \p{Ll})(?! (?:not|only|and|or|but|because|if|when|today|now|to say)\b)/gu;
/** After these the verb carries stress: "who you are", "than it is". */
const STRESSED =
  /\b(?:what|who|whom|where|how|than|as|which|wherever|whatever|whoever|however|why|all|neither|nor) $/iu;

/** The edits that contract what English speakers contract: "do not", "it is", "you are". */
export function contractions(text: string, mark: string): Edit[] {
  return proseMatches(text, FULL).flatMap(({ match, start, end, prose, at }): Edit[] => {
    const groups = match.groups ?? {};
    if (
      STRESSED.test(prose.slice(Math.max(0, at - 10), at)) &&
      groups.negated === undefined &&
      groups.can === undefined &&
      groups.will === undefined
    )
      return [];
    // "do not" in a question asked by inversion ("do you not") never matches; "Is not it" is not English.
    if (groups.negated !== undefined) return [{ start, end, text: `${groups.negated}n${mark}t` }];
    if (groups.can !== undefined) return [{ start, end, text: `can${mark}t` }];
    if (groups.will !== undefined) return [{ start, end, text: `won${mark}t` }];
    const [name, word] = Object.entries(groups).find(([, value]) => value !== undefined)!;
    return [
      {
        start,
        end,
        text: `${word}${mark}${{ is: "s", are: "re", am: "m", have: "ve", future: "ll" }[name]}`,
      },
    ];
  });
}
