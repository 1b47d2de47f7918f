import { TareError } from "../../errors.js";
import { didYouMean } from "../../nearest.js";
import { FEATURES, type Feature } from "./features.js";

/** One summand: weight × feature(argument). */
export interface Term {
  readonly weight: number;
  readonly name: string;
  readonly feature: Feature;
  readonly argument: string | number | undefined;
}

/** The longest name first: `prompt-length` is a name, `length-bullets` a difference. */
const NAMES = Object.keys(FEATURES).sort((a, b) => b.length - a.length);
const NAME = new RegExp(`^(?:${NAMES.join("|")})(?![a-z])`, "i");
const NUMBER = /^(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/i;

/**
 * Parses `0.01*length + 2*keyword("please") - bullets + constant(3)`: terms `[number *] feature[(argument)]`, or a bare
 * number, joined by + and -. Errors: TARE_SCORER_SPEC with the column.
 */
export function parseFormula(formula: string): readonly Term[] {
  let at = 0;
  const refuse = (what: string, column = at): never => {
    const pointer = `\n  ${formula.replace(/\s/g, " ")}\n  ${" ".repeat(column)}^`;
    throw new TareError("TARE_SCORER_SPEC", `column ${column + 1}: ${what}${pointer}`, { where: "scripted" });
  };
  const take = (pattern: RegExp): string | undefined => {
    at += /^\s*/.exec(formula.slice(at))![0].length;
    const found = pattern.exec(formula.slice(at))?.[0];
    at += found?.length ?? 0;
    return found;
  };
  const argumentOf = (name: string, kind: "text" | "number"): string | number => {
    if (take(/^\(/) === undefined) refuse(`${name} wants an argument in parentheses`);
    const quoted = kind === "text" ? take(/^"(?:[^"\\]|\\.)*"/) : undefined;
    const number = kind === "number" ? take(/^-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/i) : undefined;
    const given =
      quoted === undefined
        ? number
        : unquote(quoted, () => refuse("this string is not valid JSON", at - quoted.length));
    if (given === undefined || given === "")
      return refuse(`${name} wants a ${kind === "text" ? 'quoted "text"' : "number"}`);
    if (take(/^\)/) === undefined) refuse("a closing parenthesis is missing");
    return kind === "text" ? given : Number(given);
  };
  const term = (sign: number): Term => {
    const number = take(NUMBER);
    const weight = sign * Number(number ?? 1);
    if (number !== undefined && take(/^\*/) === undefined)
      return { weight, name: "constant", feature: FEATURES.constant!, argument: 1 };
    const name = take(NAME)?.toLowerCase();
    if (name === undefined) {
      const stranger = take(/^[a-z][a-z-]*/i);
      if (stranger === undefined) return refuse("a feature or a number is wanted here");
      return refuse(
        `there is no feature "${stranger}"${didYouMean(stranger, NAMES)}; there are ${NAMES.join(", ")}`,
        at - stranger.length,
      );
    }
    const feature = FEATURES[name]!;
    return {
      weight,
      name,
      feature,
      argument: feature.argument === undefined ? undefined : argumentOf(name, feature.argument),
    };
  };
  const terms = [term(take(/^[+-]/) === "-" ? -1 : 1)];
  for (let sign = take(/^[+-]/); sign !== undefined; sign = take(/^[+-]/))
    terms.push(term(sign === "-" ? -1 : 1));
  if (take(/^\S/) !== undefined) refuse("+ or - is wanted here", at - 1);
  return terms;
}

function unquote(quoted: string, refuse: () => never): string {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return refuse();
  }
}
