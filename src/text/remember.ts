/**
 * Keeps the last few results of a pure function of a text: operators, guards and drift all ask for the
 * views of the same base text, one after the other.
 */
export function remember<T>(make: (text: string) => T, size = 24): (text: string) => T {
  const kept = new Map<string, T>();
  return (text) => {
    const known = kept.get(text);
    const made = known ?? make(text);
    // Put last again, so that a base text outlives its variants.
    if (known !== undefined) kept.delete(text);
    kept.set(text, made);
    if (kept.size > size) kept.delete(kept.keys().next().value as string);
    return made;
  };
}
