import { readLexicon } from "./lexicon.js";

export type UnitForm = "abbreviation" | "singular" | "plural";

/** One unit of the lexicon `units`, such as km, kilometer, kilometers of `length-metric`. */
export interface Unit {
  readonly family: string;
  readonly forms: Readonly<Partial<Record<UnitForm, string>>>;
}

export interface UnitWord {
  readonly unit: Unit;
  readonly form: UnitForm;
}

const FORMS: readonly UnitForm[] = ["abbreviation", "singular", "plural"];
let byWord: ReadonlyMap<string, UnitWord> | undefined;
let byFamily: ReadonlyMap<string, readonly Unit[]> | undefined;

/** The unit that a word writes; abbreviations by case (kg, GHz), words in any. */
export function unitOf(word: string): UnitWord | undefined {
  load();
  return byWord!.get(word) ?? byWord!.get(word.toLowerCase());
}

/** Units that measure the same thing. */
export function unitsLike({ family }: Unit): readonly Unit[] {
  load();
  return byFamily!.get(family)!;
}

function load(): void {
  if (byWord !== undefined) return;
  const words = new Map<string, UnitWord>();
  const families = new Map<string, Unit[]>();
  for (const [family, lines] of Object.entries(readLexicon("units").data)) {
    const units = lines.map((line): Unit => {
      const written = line.split("/");
      const forms = FORMS.flatMap((form, at) => (written[at] === "-" ? [] : [[form, written[at]]]));
      return { family, forms: Object.fromEntries(forms) };
    });
    families.set(family, units);
    for (const unit of units)
      for (const form of [...FORMS].reverse()) {
        const word = unit.forms[form];
        if (word !== undefined && !words.has(word)) words.set(word, { unit, form });
      }
  }
  byWord = words;
  byFamily = families;
}
