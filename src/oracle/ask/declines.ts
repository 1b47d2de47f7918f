/** How far into an answer a model says that it declines. */
const OPENING = 200;
const CANNOT =
  "(?:can(?:not|'t| not)|could not|couldn't|won't|will not|must decline|(?:am|'m) (?:not able|unable|not going|not comfortable)|have to decline|decline)";
const ASKED =
  "(?:help|assist|comply|do (?:that|this|so)|provide|fulfil|complete|generate|create|write|produce|rewrite|engage|continue|support|participate|answer|respond|process|share|with|to)";
const DECLINING = new RegExp(
  String.raw`^(?:[^{}\[\]]{0,80}?\b)?I(?:'ll)? ?${CANNOT}\b.{0,40}?\b${ASKED}`,
  "isu",
);
const SORRY = /^(?:i(?:'m| am) )?(?:very |really |so )?sorry\b.{0,40}\b(?:can(?:not|'t)|unable|not able)/isu;

/**
 * Whether an answer without any JSON says in words that the model declines ("I'm sorry, but I can't help with that"). English
 * alone, and only within its first words: a model that declines otherwise is asked once more, and then counted as unreadable.
 */
export function declines(text: string): boolean {
  const said = text
    .replace(/^\s*<think>.*?<\/think>/su, "")
    .replaceAll("\u2019", "'")
    .trim();
  if (/[{[]/.test(said)) return false;
  const opening = said.slice(0, OPENING);
  return DECLINING.test(opening) || SORRY.test(opening);
}
