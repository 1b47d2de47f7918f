import { protectedSpans } from "./protected-spans.js";

/** Would text put after this one fall into code, math, a comment or reasoning that never closes? */
export function isOpenEnded(text: string): boolean {
  const after = `${text}\n\nx`;
  return protectedSpans(after).some(({ end }) => end >= after.length);
}
