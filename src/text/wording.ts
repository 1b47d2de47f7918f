import type { Edit } from "./edits.js";

/** `replacement` in the case of `original`: all capitals, a capital first, or as it is. */
export function likeCase(original: string, replacement: string): string {
  if (/\p{Lu}.*\p{Lu}/u.test(original) && original === original.toUpperCase())
    return replacement.toUpperCase();
  return /^\p{Lu}/u.test(original) ? capitalised(replacement) : replacement;
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Does a word take "an"? By its first sound as far as spelling tells. */
export function takesAn(word: string): boolean {
  const plain = word.toLowerCase();
  if (/^(?:8|11(?:\D|$)|18(?:\D|$))/u.test(plain)) return true;
  if (/^(?:hour|honest|honou?r|heir)/u.test(plain)) return true;
  if (/^(?:uni(?!n|m)|ukr|us[aeiu]|eu|one\b|once\b|ur[aei]|ut[ei]|ubiq)/u.test(plain)) return false;
  return /^[aeiou]/u.test(plain);
}

/** The edit, widened by an indefinite article directly before it where that must change with it. */
export function withArticle(text: string, edit: Edit): Edit {
  const article = /(?:^|[\s("“*_])(an?)([ \u00A0][*_]*)$/iu.exec(
    text.slice(Math.max(0, edit.start - 8), edit.start),
  );
  if (article === null || edit.text === "") return edit;
  const [, found = "", gap = ""] = article;
  const wanted = takesAn(edit.text) ? "an" : "a";
  if (found.toLowerCase() === wanted) return edit;
  const start = edit.start - found.length - gap.length;
  return {
    start,
    end: edit.end,
    text: likeCase(found.length > 1 ? found.slice(0, 1) : found, wanted) + gap + edit.text,
  };
}
