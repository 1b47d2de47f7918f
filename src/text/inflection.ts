/** The forms of a regular English verb: [base, third person, past, -ing form]. */
export function verbForms(verb: string): readonly [string, string, string, string] {
  if (verb.endsWith("e")) return [verb, `${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`];
  if (/[^aeiou]y$/u.test(verb)) {
    const stem = verb.slice(0, -1);
    return [verb, `${stem}ies`, `${stem}ied`, `${verb}ing`];
  }
  const third = /(?:s|x|z|ch|sh)$/u.test(verb) ? `${verb}es` : `${verb}s`;
  const stem = DOUBLING.has(verb) ? verb + verb.at(-1)! : verb;
  return [verb, third, `${stem}ed`, `${stem}ing`];
}

/** Verbs with a stressed last syllable of one short vowel and one consonant, and those of one syllable. */
const DOUBLING = new Set(
  "stop plan drop chop stir wrap trim grab plug spot strip slip rub refer prefer occur admit permit commit control repel expel compel transfer thin".split(
    " ",
  ),
);

/** The plural of a regular English noun. */
export function plural(noun: string): string {
  if (/(?:s|x|z|ch|sh)$/u.test(noun)) return `${noun}es`;
  return /[^aeiou]y$/u.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

const NO_PLURAL = new Set(
  "is was has does as this its his hers ours yours theirs thus always perhaps sometimes besides across towards afterwards us yes less plus versus various previous serious".split(
    " ",
  ),
);

/** Does the word look like a plural noun? By its ending; "gives" does too. */
export function looksPlural(word: string): boolean {
  const lower = word.toLowerCase();
  if (/^(?:people|men|women|children|feet|teeth|mice)$/u.test(lower)) return true;
  return /[^su]s$/u.test(lower) && !NO_PLURAL.has(lower);
}
