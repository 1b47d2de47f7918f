import type { Item } from "../contract.js";
import { untouchable } from "../text/protected-spans.js";
import { mask } from "../text/span.js";

/** Sums over prompts, of one word or phrase; c and r are its counts in chosen and rejected, nc and nr all counts there. */
export interface WordSums {
  prompts: number;
  c: number;
  r: number;
  cc: number;
  rr: number;
  cr: number;
  cNc: number;
  cNr: number;
  rNc: number;
  rNr: number;
}

export interface WordTally {
  readonly words: Map<string, WordSums>;
  /** The same sums of all words together. */
  readonly totals: { nc: number; nr: number; ncnc: number; nrnr: number; ncnr: number; prompts: number };
}

export function emptyWords(): WordTally {
  return { words: new Map(), totals: { nc: 0, nr: 0, ncnc: 0, nrnr: 0, ncnr: 0, prompts: 0 } };
}

/** Adds a prompt: all items of one prompt at once, since they are one cluster. Items without a preference add nothing. */
export function addWords({ words, totals }: WordTally, items: readonly Item[]): void {
  const ranked = items.filter(({ responses }) => responses.some(({ role }) => role === "rejected"));
  const textsOf = (wanted: string) =>
    ranked.flatMap(({ responses }) =>
      responses.filter(({ role }) => role === wanted).map(({ text }) => text),
    );
  const [chosen, rejected] = [countTerms(textsOf("chosen")), countTerms(textsOf("rejected"))];
  const [nc, nr] = [chosen.total, rejected.total];
  if (nc === 0 && nr === 0) return;
  totals.prompts++;
  totals.nc += nc;
  totals.nr += nr;
  totals.ncnc += nc * nc;
  totals.nrnr += nr * nr;
  totals.ncnr += nc * nr;
  for (const term of new Set([...chosen.terms.keys(), ...rejected.terms.keys()])) {
    const [c, r] = [chosen.terms.get(term) ?? 0, rejected.terms.get(term) ?? 0];
    const one = {
      prompts: 1,
      c,
      r,
      cc: c * c,
      rr: r * r,
      cr: c * r,
      cNc: c * nc,
      cNr: c * nr,
      rNc: r * nc,
      rNr: r * nr,
    };
    addSums(words, term, one);
  }
}

/** Words, and pairs of words that stand next to each other, of the prose in small letters. `total` counts words. */
function countTerms(texts: readonly string[]): { terms: Map<string, number>; total: number } {
  const terms = new Map<string, number>();
  let total = 0;
  for (const text of texts) {
    const prose = mask(text, untouchable(text), "\n").toLowerCase();
    for (const clause of prose.split(/[^\p{L}\p{M}\p{N}'’ -]+/u)) {
      const found = clause.match(/[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu) ?? [];
      total += found.length;
      for (const [index, word] of found.entries()) {
        terms.set(word, (terms.get(word) ?? 0) + 1);
        if (index === 0) continue;
        const phrase = `${found[index - 1]} ${word}`;
        terms.set(phrase, (terms.get(phrase) ?? 0) + 1);
      }
    }
  }
  return { terms, total };
}

function addSums(words: Map<string, WordSums>, term: string, more: WordSums): void {
  const known = words.get(term);
  if (known === undefined) {
    words.set(term, { ...more });
    return;
  }
  for (const name of Object.keys(more) as (keyof WordSums)[]) known[name] += more[name];
}

export function mergeWords(whole: WordTally, part: WordTally): void {
  for (const name of Object.keys(whole.totals) as (keyof WordTally["totals"])[])
    whole.totals[name] += part.totals[name];
  for (const [term, sums] of part.words) addSums(whole.words, term, sums);
}
