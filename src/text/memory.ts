/** Texts that are kept, and characters in them; the last few are kept however long they are. */
const TEXTS = 96;
const CHARACTERS = 600_000;
const FEWEST = 8;

/** What was made of the texts last asked for: `get` puts a text last again, `set` lets go of the oldest. */
export interface Memory<T> {
  has(text: string): boolean;
  get(text: string): T | undefined;
  set(text: string, made: T): void;
}

export function memory<T>(size = TEXTS): Memory<T> {
  const kept = new Map<string, T>();
  let characters = 0;
  return {
    has: (text) => kept.has(text),
    get(text) {
      const known = kept.get(text);
      if (known === undefined && !kept.has(text)) return undefined;
      kept.delete(text);
      kept.set(text, known as T);
      return known;
    },
    set(text, made) {
      if (!kept.has(text)) characters += text.length;
      kept.set(text, made);
      while (kept.size > size || (characters > CHARACTERS && kept.size > FEWEST)) {
        const oldest = kept.keys().next().value as string;
        kept.delete(oldest);
        characters -= oldest.length;
      }
    },
  };
}
