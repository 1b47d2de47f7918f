import { plural } from "./inflection.js";
import { readLexicon } from "./lexicon.js";
import { type PhraseFinder, phraseFinder } from "./phrases.js";

export type EntityForm = "name" | "surname" | "singular" | "plural" | "mass";

/** A member of a type, such as Berlin of `city` or owl of `animal`. */
export interface Member {
  /** The type: country, city, scientist-m, animal, spice… */
  readonly kind: string;
  readonly named: boolean;
  /** How the member is written, by form. */
  readonly forms: Readonly<Partial<Record<EntityForm, string>>>;
}

export interface MemberForm {
  readonly member: Member;
  readonly form: EntityForm;
}

interface EntityLexicon {
  /** By the phrase in lower case; several where a word is of two types (Turkey, turkey). */
  readonly byPhrase: ReadonlyMap<string, readonly MemberForm[]>;
  readonly byKind: ReadonlyMap<string, readonly Member[]>;
  /** Surnames that mean one person without the first name. */
  readonly famous: ReadonlySet<string>;
  readonly finder: PhraseFinder;
}

let lexicon: EntityLexicon | undefined;

/** The lexicon `entities`, read once. */
export function entityLexicon(): EntityLexicon {
  lexicon ??= load();
  return lexicon;
}

/** In the lexicon's lists `named …`, `count …` and `mass …`; the other lists are `fixed` and `surnames`. */
function load(): EntityLexicon {
  const { data } = readLexicon("entities");
  const byPhrase = new Map<string, MemberForm[]>();
  const byKind = new Map<string, Member[]>();
  for (const [list, entries] of Object.entries(data)) {
    const [sort = "", kind] = list.split(" ");
    if (kind === undefined) continue;
    const members = entries.map((entry): Member => memberOf(sort, kind, entry));
    byKind.set(kind, members);
    for (const member of members)
      for (const [form, written] of Object.entries(member.forms) as [EntityForm, string][]) {
        const phrase = written.toLowerCase().replaceAll("-", " ");
        byPhrase.set(phrase, [...(byPhrase.get(phrase) ?? []), { member, form }]);
      }
  }
  const finder = phraseFinder([...byPhrase.keys(), ...(data.fixed ?? [])]);
  for (const phrase of data.fixed ?? []) byPhrase.delete(phrase);
  return { byPhrase, byKind, famous: new Set(data.surnames), finder };
}

function memberOf(sort: string, kind: string, entry: string): Member {
  if (sort === "mass") return { kind, named: false, forms: { mass: entry } };
  if (sort === "count") {
    const [singular = "", irregular] = entry.split("/");
    return { kind, named: false, forms: { singular, plural: irregular ?? plural(singular) } };
  }
  // "George W. Bush": points would part the words of a phrase.
  const surname =
    PERSONS.has(kind) && !/ (?:Jr\.|II|the Great)/u.test(entry)
      ? /(?: (?:van|da|de))? ?\S+$/u.exec(entry)?.[0].trim()
      : undefined;
  return {
    kind,
    named: true,
    forms: { name: entry, ...(surname === undefined || surname === entry ? {} : { surname }) },
  };
}

/** Types whose members have a surname. */
export const PERSONS: ReadonlySet<string> = new Set(
  "scientist-m scientist-f writer-m writer-f artist composer philosopher leader leader-f inventor musician explorer".split(
    " ",
  ),
);
