import type { Tree } from "@lezer/common";
import { parser as cpp } from "@lezer/cpp";
import { parser as go } from "@lezer/go";
import { parser as java } from "@lezer/java";
import { parser as javascript } from "@lezer/javascript";
import { parser as python } from "@lezer/python";
import { parser as rust } from "@lezer/rust";
import { remember } from "../remember.js";
import { CODE_LANGUAGES, type CodeLanguage } from "./languages.js";

const PARSERS = {
  python,
  javascript: javascript.configure({ dialect: "jsx" }),
  typescript: javascript.configure({ dialect: "ts" }),
  java,
  cpp,
  go,
  rust,
} as const;

export interface ParsedCode {
  readonly tree: Tree;
  /** Error nodes: places where the parser had to skip or to make something up. */
  readonly errors: number;
}

const parsers = new Map(
  CODE_LANGUAGES.map((language) => [
    language,
    remember((code): ParsedCode => {
      const tree = PARSERS[language].parse(code);
      return { tree, errors: countErrors(tree) };
    }, 12),
  ]),
);

/** The syntax tree (Lezer; offsets are those of `code`). Any text gives a tree: what does not parse is in error nodes. */
export function parseCode(code: string, language: CodeLanguage): ParsedCode {
  return parsers.get(language)!(code);
}

function countErrors(tree: Tree): number {
  let errors = 0;
  tree.iterate({
    enter: ({ type }) => {
      if (type.isError) errors++;
    },
  });
  return errors;
}
