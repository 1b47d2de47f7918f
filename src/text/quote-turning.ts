import type { Edit } from "./edits.js";
import type { ProseMatch } from "./prose-matches.js";

/** Curly quotes and apostrophes of one block made straight. */
export function straightened(found: readonly ProseMatch[]): Edit[] {
  return found.map(({ start, end, match }) => ({ start, end, text: /[“”„]/u.test(match[0]) ? '"' : "'" }));
}

/**
 * Straight quotes and apostrophes of one block made curly, by their neighbours. Double quotes that do not
 * pair up are left alone, and so are marks after a digit (feet, inches, minutes).
 */
export function curled(found: readonly ProseMatch[]): Edit[] {
  const doubles = found
    .filter(({ match }) => match[0] === '"')
    .filter((one, index) => index % 2 === 1 || !/\d/u.test(one.prose.charAt(one.at - 1)));
  const singles = found.filter(({ match }) => match[0] === "'");
  const sides = doubles.map(sideOf);
  const pairs = sides.every((side, index) => side === (index % 2 === 0 ? "open" : "close"));
  const paired = pairs && sides.length % 2 === 0 ? doubles : [];
  const lastClosing = singles.findLastIndex(closes);
  return [
    ...paired.map(({ start, end }, index) => ({ start, end, text: index % 2 === 0 ? "“" : "”" })),
    ...singles.flatMap((one, index) => single(one, index < lastClosing)),
  ];
}

function sideOf({ prose, at }: ProseMatch): "open" | "close" | "neither" {
  const before = prose.charAt(at - 1);
  const after = prose.charAt(at + 1);
  const opens = before === "" || /[\s([{—–\-/*_'‘]/u.test(before);
  const closes = after === "" || /[\s.,;:!?)\]}—–\-/*_'’]/u.test(after);
  if (opens === closes) return "neither";
  if (opens) return "open";
  return "close";
}

/** Not an apostrophe inside a word, and after something. */
function closes(one: ProseMatch): boolean {
  return sideOf(one) === "close" && !/\p{L}/u.test(one.prose.charAt(one.at + 1));
}

function single(one: ProseMatch, closed: boolean): Edit[] {
  const { prose, at, start, end } = one;
  const before = prose.charAt(at - 1);
  const after = prose.charAt(at + 1);
  if (/[\d\u0000]/u.test(before) && !/\p{L}/u.test(after)) return [];
  if (/[\p{L}\p{M}\p{N}]/u.test(before)) return [{ start, end, text: "’" }];
  const opens = (before === "" || /[\s([{—–\-/*_"“]/u.test(before)) && /[\p{L}\p{N}]/u.test(after);
  if (!opens) return /[.,;!?)\]}]/u.test(before) ? [{ start, end, text: "’" }] : [];
  return [{ start, end, text: closed && !/\d/u.test(after) ? "‘" : "’" }];
}
