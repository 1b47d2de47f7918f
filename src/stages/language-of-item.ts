import type { Item } from "../contract.js";
import { languageOf } from "../text/language.js";

/** Of its first answer that is long enough to tell. */
export function languageOfItem({ responses }: Item): string {
  for (const { text } of responses) {
    const language = languageOf(text);
    if (language !== "other") return language;
  }
  return "other";
}
