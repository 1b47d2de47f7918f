import { unfencedCode } from "./code/unfenced.js";
import { protectedSpans } from "./protected-spans.js";

/** Would text put after this one fall into code, math, a comment or reasoning that never closes? */
export function isOpenEnded(text: string): boolean {
  const after = `${text}\n\nx`;
  // Without any of these marks nothing but code that has no fence can go on.
  if (!/[`~$<\\]/u.test(text) && !reachesEnd(after, unfencedCode(after))) return false;
  return reachesEnd(after, protectedSpans(after));
}

function reachesEnd(text: string, spans: readonly { readonly end: number }[]): boolean {
  return spans.some(({ end }) => end >= text.length);
}
