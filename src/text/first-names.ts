import { readLexicon } from "./lexicon.js";

export interface FirstName {
  readonly name: string;
  /** List of the lexicon it stands in, e.g. `female-hispanic`. */
  readonly list: string;
}

let known: ReadonlyMap<string, string> | undefined;

function listOfName(name: string): string | undefined {
  known ??= new Map(
    Object.entries(readLexicon("first-names").data).flatMap(([list, names]) =>
      names.map((one) => [one, list] as const),
    ),
  );
  return known.get(name);
}

/** Titles and the like before a name, and capitals after it, tell of a person the world knows. */
const TITLE =
  /(?:Queen|King|Saint|St\.?|Pope|Prince|Princess|President|Sir|Lady|Lord|Senator|General|Captain|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Professor)\s$/u;

/** The given names of the lexicon in a text, each once, in order; those beside a surname or a title are left out. */
export function loneFirstNames(text: string): FirstName[] {
  const found = new Map<string, FirstName | undefined>();
  for (const { 0: name, index } of text.matchAll(/(?<![\p{L}\p{N}])\p{Lu}\p{L}{1,12}(?![\p{L}\p{N}])/gu)) {
    const list = listOfName(name);
    if (list === undefined) continue;
    const before = text.slice(Math.max(0, index - 16), index);
    const after = text.slice(index + name.length, index + name.length + 2);
    const full = TITLE.test(before) || /\p{Ll}\s+\p{Lu}\p{Ll}+\s$/u.test(before) || /^ \p{Lu}/u.test(after);
    // Once beside a surname, the name alone means the same person.
    found.set(name, full || (found.has(name) && found.get(name) === undefined) ? undefined : { name, list });
  }
  return [...found.values()].filter((one) => one !== undefined);
}

export function mentionsFirstName(text: string): boolean {
  return (text.match(/(?<![\p{L}\p{N}])\p{Lu}\p{Ll}{1,12}(?![\p{L}\p{N}])/gu) ?? []).some(
    (word) => listOfName(word) !== undefined,
  );
}
