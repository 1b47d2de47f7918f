import { memory } from "./memory.js";

/**
 * Keeps the last results of a pure function of a text: operators, guards and drift all ask for the views of the same
 * base texts, those of an item's answers in turn, with each operator's variants between them.
 */
export function remember<T>(make: (text: string) => T, size?: number): (text: string) => T {
  const kept = memory<T>(size);
  let last: { readonly text: string; readonly made: T } | undefined;
  return (text) => {
    if (last?.text === text) return last.made;
    const known = kept.get(text);
    const made = known !== undefined || kept.has(text) ? (known as T) : make(text);
    if (known === undefined) kept.set(text, made);
    last = { text, made };
    return made;
  };
}
