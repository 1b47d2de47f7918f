import { remember } from "../remember.js";
import { CODE_LANGUAGES, type CodeLanguage } from "./languages.js";
import { parseCode } from "./parse.js";

/** Words and signs that speak for a language; each that is found counts once. */
const SIGNS: Readonly<Record<CodeLanguage, readonly RegExp[]>> = {
  python: [
    /^\s*(?:async )?def \w+\(.*\).*:/mu,
    /^\s*(?:elif .*|else|try|except.*):/mu,
    /^\s*(?:from [\w.]+ )?import [\w., *]+$/mu,
    /^\s*(?:if|for|while|with)\b.*:\s*(?:#.*)?$/mu,
    /\bprint\(|\bself\.|\bNone\b|\bTrue\b|\blen\(/u,
  ],
  javascript: [
    /\b(?:const|let|var) \w+ = /u,
    /=> ?[{(\w]/u,
    /\bfunction\b.*\{/u,
    /\bconsole\.log|===|\bundefined\b|\bMath\.\w+\(/u,
    /\.(?:length|push|map)\b/u,
  ],
  typescript: [
    /[\w)\]]: (?:number|string|boolean|any|void|unknown)\b/u,
    /^\s*(?:export )?(?:interface|type) \w+.*[{=]/mu,
    /\bas (?:const|string|number|any)\b/u,
  ],
  java: [
    /\bpublic (?:static |final )*[\w<>[\]]+ \w+/u,
    /\bSystem\.out\b/u,
    /\bimport java/u,
    /\b(?:String|Integer|List<\w+>|boolean) \w+ ?[=;,)]/u,
    /\bnew [A-Z]\w*(?:<.*>)?\(/u,
  ],
  cpp: [
    /^\s*#\s?include/mu,
    /\bstd::|\busing namespace\b/u,
    /^(?:int|void|double|float|bool|char|long|unsigned|size_t)[ *&]+\w+\(/mu,
    /\b(?:cout|cin|printf|nullptr|NULL)\b/u,
    /\bvector<|\bint main\(|\bconst \w+(?:<.*>)?&/u,
    /->|\bsize_t\b|\bchar \*|\bunsigned\b/u,
  ],
  go: [
    /\bfunc (?:\(.*\) )?\w*\(/u,
    / := /u,
    /^\s*package \w+/mu,
    /\bfmt\.|\bstrings\.|\brange \w/u,
    /\bnil\b|\[\](?:int|string|float64|byte)\b/u,
  ],
  rust: [
    /\bfn \w+/u,
    /\blet (?:mut )?\w+(?:: .*)? = .*;/u,
    /\b(?:println|vec|format|assert_eq)!/u,
    /-> [\w<&(]+.* \{$|&(?:mut|str)\b|\bimpl\b/mu,
    /::<|\b(?:i32|u32|i64|usize|u8|f64)\b|\.(?:iter|unwrap|collect)\(/u,
  ],
};

/**
 * The language of code that does not name it: the grammar that parses it with the fewest error nodes, of
 * those with signs for them (of all where none has any); among equals the one with more signs.
 * Undefined where even the best grammar stumbles in more than a line in eight.
 */
export const guessLanguage = remember((code): CodeLanguage | undefined => {
  const rated = CODE_LANGUAGES.map((language) => ({
    language,
    signs: signsOf(code, language),
  })).sort((a, b) => b.signs - a.signs);
  // Many signs and no error: the others need not be tried.
  const clear = rated[0]!.signs > rated[1]!.signs && parseCode(code, rated[0]!.language).errors === 0;
  if (clear) return rated[0]!.language;
  const likely = rated[0]!.signs > 0 ? rated.filter(({ signs }) => signs > 0).slice(0, 3) : [];
  const [best] = likely
    .map((one) => ({ ...one, errors: parseCode(code, one.language).errors }))
    .sort((a, b) => a.errors - b.errors || b.signs - a.signs);
  const lines = code.split("\n").filter((line) => line.trim() !== "").length;
  return best !== undefined && best.errors <= lines / 8 ? best.language : undefined;
});

/** What speaks for JavaScript speaks for TypeScript too, once there is a type. */
function signsOf(code: string, language: CodeLanguage): number {
  const own = SIGNS[language].filter((sign) => sign.test(code)).length;
  return language === "typescript" && own > 0 ? own + signsOf(code, "javascript") : own;
}
