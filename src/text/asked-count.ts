const WORDS: Readonly<Record<string, number>> = Object.freeze({
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
});
/** The numbers in words that are read, as alternatives of a pattern. */
export const COUNTING = Object.keys(WORDS).join("|");
const COUNT = String.raw`(?<count>\d{1,2}|${COUNTING})`;
const THINGS =
  "ways?|tips?|examples?|reasons?|ideas?|things|items|steps?|suggestions?|points?|facts?|names|words?|books?|movies|films|songs|questions?|benefits|advantages|disadvantages|features|recipes|places|cities|countries|animals|activities|strategies|options|types?|kinds|titles|recommendations|pros|cons|colou?rs|factors|methods|uses|principles|characteristics|synonyms|quotes|jokes|bullets?|arguments|challenges|goals|habits|foods?|dishes|games|exercises|hobbies|adjectives|verbs|nouns|sources|elements|components|differences|similarities|symptoms|causes|effects|slogans|taglines|headlines|prompts|topics|themes|skills|tools|techniques|practices|bullet points";
const ASKED = [
  new RegExp(String.raw`\b${COUNT}\s(?:\p{L}+(?:,?\s|-)){0,3}(?:${THINGS})\b`, "iu"),
  new RegExp(String.raw`\b(?:list|name|give(?: me)?|top|best|suggest|provide|identify)\s${COUNT}\b`, "iu"),
];

/** How many things a question asks for ("give me five tips"), 2 to 99; undefined where it names no number. English. */
export function askedCount(question: string): number | undefined {
  for (const pattern of ASKED) {
    const count = pattern.exec(question)?.groups?.count?.toLowerCase();
    if (count === undefined) continue;
    const number = WORDS[count] ?? Number(count);
    if (number >= 2) return number;
  }
  return undefined;
}
