import { untouchable } from "./protected-spans.js";
import { remember } from "./remember.js";
import { mask } from "./span.js";

// Frequent in English and rare as words of its neighbours (so no "in", "on", "a", "me").
const MARKERS = new Set(
  "the of and to is that it for with are was by this from have not you be which can your or as they their we his her its will has at my would should i".split(
    " ",
  ),
);

/**
 * Is the prose English enough for operators made for English? At least nine in ten letters are basic
 * Latin, and of eight words or more at least one in twelve is an English function word.
 */
export const looksEnglish = remember((text): boolean => {
  const prose = mask(text, untouchable(text), " ");
  const letters = prose.match(/\p{L}/gu)?.length ?? 0;
  const latin = prose.match(/[A-Za-z]/gu)?.length ?? 0;
  if (letters === 0 || latin < 0.9 * letters) return false;
  const words = prose.toLowerCase().match(/[a-z']+/gu) ?? [];
  if (words.length < 8) return latin === letters;
  return words.filter((word) => MARKERS.has(word)).length * 12 >= words.length;
});
