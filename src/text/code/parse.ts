import type { Tree } from "@lezer/common";
import { parser as cpp } from "@lezer/cpp";
import { parser as go } from "@lezer/go";
import { parser as java } from "@lezer/java";
import { parser as javascript } from "@lezer/javascript";
import type { LRParser } from "@lezer/lr";
import { parser as python } from "@lezer/python";
import { parser as rust } from "@lezer/rust";
import { remember } from "../remember.js";
import { CODE_LANGUAGES, type CodeLanguage } from "./languages.js";

/** Where there are several, the first that parses without an error counts: answers often show a Java method without its class. */
const PARSERS: Readonly<Record<CodeLanguage, readonly LRParser[]>> = {
  python: [python],
  javascript: [javascript.configure({ dialect: "jsx" })],
  typescript: [javascript.configure({ dialect: "ts" })],
  java: [java, java.configure({ top: "ClassContent" })],
  cpp: [cpp],
  go: [go],
  rust: [rust],
};

export interface ParsedCode {
  readonly tree: Tree;
  /** Error nodes: places where the parser had to skip or to make something up. */
  readonly errors: number;
}

const parsers = new Map(
  CODE_LANGUAGES.map((language) => [
    language,
    remember((code): ParsedCode => {
      const [first, ...others] = PARSERS[language].map((parser) => () => parsed(parser.parse(code)));
      return others.reduce((best, next) => (best.errors === 0 ? best : fewer(best, next())), first!());
    }, 12),
  ]),
);

/** The syntax tree (Lezer; offsets are those of `code`). Any text gives a tree: what does not parse is in error nodes. */
export function parseCode(code: string, language: CodeLanguage): ParsedCode {
  return parsers.get(language)!(code);
}

function parsed(tree: Tree): ParsedCode {
  return { tree, errors: countErrors(tree) };
}

function fewer(a: ParsedCode, b: ParsedCode): ParsedCode {
  return b.errors < a.errors ? b : a;
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
