import { type EntityForm, entityLexicon, type Member, type MemberForm } from "./entity-lexicon.js";
import type { PhraseMatch } from "./phrases.js";
import { adjoins, type ProseWord, proseWords } from "./prose-words.js";
import { remember } from "./remember.js";
import type { Sentence } from "./sentences.js";
import type { Span } from "./span.js";

export interface Mention extends Span {
  readonly form: EntityForm;
  readonly sentence: Sentence;
}

/** Something of a known type (text/entity-lexicon.ts) with all its mentions in the prose. */
export interface Entity {
  readonly member: Member;
  readonly mentions: readonly Mention[];
}

/** Entities in the order of their first mention. Parts of longer names, idioms and verbs are none. */
export const entities = remember((text): readonly Entity[] => {
  const words = proseWords(text);
  const found = entityLexicon()
    .finder(text)
    .flatMap((match) => {
      const meant = meaning(text, match, words);
      return meant === undefined ? [] : [{ ...meant, match }];
    });
  const full = new Set(found.filter(({ form }) => form === "name").map(({ member }) => member));
  const mentions = new Map<Member, Mention[]>();
  for (const { member, form, match } of found) {
    // A surname alone means the person that the text names in full, or a famous one.
    if (form === "surname" && !full.has(member) && !entityLexicon().famous.has(match.text)) continue;
    const { start, end } = match;
    const mention = { start, end, form, sentence: words[match.from]!.sentence };
    const known = mentions.get(member);
    if (known === undefined) mentions.set(member, [mention]);
    else known.push(mention);
  }
  return [...mentions].map(([member, list]) => ({ member, mentions: list }));
});

function meaning(text: string, match: PhraseMatch, words: readonly ProseWord[]): MemberForm | undefined {
  const first = words[match.from]!;
  const before = adjoins(text, words[match.from - 1], first) ? words[match.from - 1] : undefined;
  const next = adjoins(text, words[match.to - 1], words[match.to]) ? words[match.to] : undefined;
  const isCapital = /^\p{Lu}/u.test(match.text);
  const senses = (entityLexicon().byPhrase.get(match.phrase) ?? []).filter(({ member, form }) =>
    member.named ? cased(match.text, member.forms[form] ?? "") : !isCapital || first.initial,
  );
  // At the start of a sentence "Turkey" may be either.
  const sense = senses[0];
  if (
    sense === undefined ||
    (isCapital && first.initial && senses.some(({ member }) => member.named !== sense.member.named))
  )
    return undefined;
  if (/[-‐]$/u.test(text.slice(0, match.start)) || /^[-‐]/u.test(text.slice(match.end))) return undefined;
  if (!sense.member.named) return before !== undefined && VERBAL.test(before.lower) ? undefined : sense;
  const inLonger = (word: ProseWord | undefined) =>
    word !== undefined && /^\p{Lu}/u.test(word.text) && !word.initial && word.text !== "I";
  return inLonger(before) || inLonger(next) ? undefined : sense;
}

/** Before a common noun: it is a verb. */
const VERBAL = /^(?:to|you|we|they|i|will|can|should|may|might|must|and then|please)$/u;

/** Written as the lexicon has it, but for the first letter of lower-case names (eBay). */
function cased(written: string, known: string): boolean {
  return written.replace(/[-’]/gu, "'") === known.replace(/[-’]/gu, "'");
}
