import { remember } from "./remember.js";

/**
 * tare's own token rule, free of any model: a token is a run of letters, marks and digits (apostrophes,
 * and separators between digits, included), or one ideograph or kana, or one other visible character.
 * Doses and drift are stated in these tokens; a model's own count is stored with its scores.
 */
const TOKEN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}])+(?:['’.,](?=[\p{L}\p{N}])(?<=\p{L}['’]|\p{N}[.,])(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}])+)*|[^\s\p{L}\p{M}\p{N}]/gu;

export function tokensOf(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

/** The same of whole answers, which are asked for again and again. */
export const answerTokens = remember((answer): readonly string[] => tokensOf(answer));

export function countTokens(text: string): number {
  return tokensOf(text).length;
}

/** White-space separated words: no tokenizer in use makes fewer tokens than these. */
export function countWords(text: string): number {
  return text.match(/\S+/gu)?.length ?? 0;
}
