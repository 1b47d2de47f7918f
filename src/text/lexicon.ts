import { readFileSync } from "node:fs";
import { z } from "zod";
import { TareError } from "../errors.js";
import { packagePath } from "../paths.js";

/** A word list or template grammar: named lists of strings, with where they come from. */
export interface Lexicon {
  readonly source: string;
  readonly licence: string;
  readonly data: Readonly<Record<string, readonly string[]>>;
}

const SCHEMA = z.strictObject({
  source: z.string().min(1),
  licence: z.string().min(1),
  data: z.record(z.string(), z.array(z.string().min(1)).min(1)),
});

const read = new Map<string, Lexicon>();

/** `augmentations/lexicons/<name>.json`, validated, cached and frozen. Throws TARE_EXTENSION_INVALID. */
export function readLexicon(name: string): Lexicon {
  const known = read.get(name);
  if (known !== undefined) return known;
  const file = packagePath("augmentations", "lexicons", `${name}.json`);
  const lexicon = freeze(parse(file));
  read.set(name, lexicon);
  return lexicon;
}

/** One list of a lexicon, as a set for look-ups. */
export function wordSet(name: string, list: string): ReadonlySet<string> {
  const words = listOf(readLexicon(name), list);
  const known = sets.get(words) ?? new Set(words);
  sets.set(words, known);
  return known;
}

const sets = new WeakMap<readonly string[], ReadonlySet<string>>();

export function listOf(lexicon: Lexicon, list: string): readonly string[] {
  const words = lexicon.data[list];
  if (words === undefined) throw new TareError("TARE_EXTENSION_INVALID", `the lexicon has no list "${list}"`);
  return words;
}

function parse(file: string): Lexicon {
  try {
    return SCHEMA.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (cause) {
    const what = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    throw new TareError("TARE_EXTENSION_INVALID", `the lexicon cannot be read: ${what}`, {
      where: file,
      fix: "A lexicon is a JSON object with source, licence and data (named lists of strings).",
      cause,
    });
  }
}

function freeze(lexicon: Lexicon): Lexicon {
  for (const list of Object.values(lexicon.data)) Object.freeze(list);
  Object.freeze(lexicon.data);
  return Object.freeze(lexicon);
}
