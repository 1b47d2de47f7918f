import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import type { ErrorCode } from "../error-codes.js";
import { TareError } from "../errors.js";
import { placeOf, type Source } from "./problems.js";

/** By the names jsonc-parser prints. */
const SAYS: Readonly<Record<string, string>> = {
  InvalidSymbol: "this is no JSON value",
  InvalidNumberFormat: "this is no JSON number",
  PropertyNameExpected: "a field name in double quotes is expected (is there a comma too many?)",
  ValueExpected: "a value is expected (is there a comma too many?)",
  ColonExpected: "a colon is expected",
  CommaExpected: "a comma is expected",
  CloseBraceExpected: "a closing brace is missing",
  CloseBracketExpected: "a closing bracket is missing",
  EndOfFileExpected: "the file should end here",
  InvalidCommentToken: "JSON has no comments: say it in `why`",
  UnexpectedEndOfString: "this string does not end on its line",
};

/** Reads the text as strict JSON. Throws `code` at the first mistake, or at a field given twice. */
export function readSource(text: string, file: string, code: ErrorCode = "TARE_RUBRIC_SYNTAX"): Source {
  const syntaxError = (offset: number, says: string) =>
    new TareError(code, says, { where: placeOf(text, file, offset) });
  const errors: ParseError[] = [];
  const tree = parseTree(text.replace(/^\uFEFF/, " "), errors, {
    disallowComments: true,
    allowTrailingComma: false,
  });
  if (text.trim() === "") throw syntaxError(0, "the file is empty");
  const [first] = errors;
  if (first !== undefined)
    throw syntaxError(first.offset, SAYS[printParseErrorCode(first.error)] ?? "this is not JSON");
  if (tree === undefined) throw syntaxError(0, "this is not JSON");
  const twice = repeatedKey(tree);
  if (twice !== undefined) throw syntaxError(twice.offset, `the field "${twice.value}" is given twice`);
  return { text, file, tree };
}

/** JSON parsers keep the last of two equal keys silently; in a contract that hides a promise. */
function repeatedKey(node: Node): Node | undefined {
  const seen = new Set<unknown>();
  for (const child of node.children ?? []) {
    if (child.type === "property") {
      const key = child.children![0]!;
      if (seen.has(key.value)) return key;
      seen.add(key.value);
    }
    const deeper = repeatedKey(child);
    if (deeper !== undefined) return deeper;
  }
  return undefined;
}
