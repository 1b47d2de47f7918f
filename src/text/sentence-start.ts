/** Does a sentence, a line, a label or a quote begin at `at`? Marks of emphasis and opening brackets are looked through. */
export function beginsSentence(prose: string, at: number): boolean {
  return (
    /(?:^|\n|[.!?…:]["'”’)\]*_]*\s+|^["'“‘(*_]+|\s["“(*_]+)["'“‘([*_]*$/u.test(
      prose.slice(Math.max(0, at - 12), at),
    ) || at === 0
  );
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Given the case of a word that it replaces: "Which" by "that" is "That". */
export function likeCase(original: string, replacement: string): string {
  return /^\p{Lu}/u.test(original) && original !== "I" ? capitalised(replacement) : replacement;
}
