import type { SyntaxNode } from "@lezer/common";
import type { Random } from "../../contract.js";
import type { Edit } from "../edits.js";
import { realise } from "../grammar.js";
import { readLexicon } from "../lexicon.js";
import { BODIES, childrenOf } from "./nodes.js";
import type { WorkingCode } from "./views.js";

/** Something true to say of a statement, and the names of the code to say it with. */
interface Remark {
  readonly statement: SyntaxNode;
  readonly symbol: string;
  readonly slots: Readonly<Record<string, string>>;
}

/** How statements begin whose meaning can be said for certain; the groups are the slots. */
const SHAPES: readonly { readonly symbol: string; readonly shape: RegExp }[] = [
  {
    symbol: "counted",
    shape:
      /^for \(?(?:let |var |int |size_t |long |auto )?(?<item>\w+) (?:in range\(|(?::=|=) [\w.]+(?:\(\))?(?: - 1)?;|in [\w().]+\.\.)/u,
  },
  {
    symbol: "each",
    shape:
      /^for (?:\((?:const|let|var) )?&?(?<item>[a-z]\w*) (?:of|in) &?(?<list>[a-z]\w*)(?:\.iter\(\)|\.into_iter\(\)|\.chars\(\))?(?:\)| \{|:)/u,
  },
  { symbol: "each", shape: /^for \((?:const )?[\w:<>]+[ &]+(?<item>\w+) : (?<list>[a-z]\w*)\)/u },
  { symbol: "each", shape: /^for _, (?<item>\w+) := range (?<list>[a-z]\w*) \{/u },
  { symbol: "while", shape: /^while \(?(?<condition>[\w.[\]]+ (?:[<>]=?|[!=]==?) [\w.[\]]+)\)?(?: \{|:)/u },
  {
    symbol: "branch",
    shape: /^if \(?(?<condition>[\w.[\]]+(?: % \d+)? (?:[<>]=?|[!=]==?) (?:[\w.[\]]+|'.'|".?"))\)?(?: \{|:)/u,
  },
  {
    symbol: "start",
    shape:
      /^(?:let mut |let |var |int |long |double )?(?<name>[A-Za-z_]\w*)(?:: \w+)? :?= (?<value>-?\d+)(?:;|$)/u,
  },
  {
    symbol: "empty",
    shape:
      /^(?:const |let mut |let |var |string |String )?(?<name>[A-Za-z_]\w*)(?:: [\w[\]<>]+)? :?= (?:\[\]|\{\}|""|''|\[\]\w+\{\}|Vec::new\(\)|String::new\(\)|new \w+(?:<.*>)?\(\)|set\(\)|vec!\[\])(?:;|$)/u,
  },
  { symbol: "empty", shape: /^(?:std::)?vector<[\w:]+> (?<name>\w+);/u },
  {
    symbol: "empty",
    shape: /^(?:List|Set|Map|StringBuilder)(?:<.*>)? (?<name>\w+) = new \w+(?:<.*>)?\(\);/u,
  },
  { symbol: "collect", shape: /^(?<list>[A-Za-z_]\w*) = append\(\k<list>, (?<value>[\w.[\]]+)\)$/u },
  {
    symbol: "derive",
    shape:
      /^(?:const |let mut |let |var |auto |int |string |double )?(?<name>[A-Za-z_]\w*)(?:: \w+)? :?= (?<function>[A-Za-z_]\w*)\([\w, .[\]]*\);?$/u,
  },
  { symbol: "add", shape: /^(?<name>[A-Za-z_]\w*) \+= (?<value>[\w.[\]]+);?$/u },
  { symbol: "subtract", shape: /^(?<name>[A-Za-z_]\w*) -= (?<value>[\w.[\]]+);?$/u },
  {
    symbol: "collect",
    shape: /^(?<list>[A-Za-z_]\w*)\.(?:append|push|push_back|add)\((?<value>[\w.[\]]+)\);?$/u,
  },
  { symbol: "return", shape: /^return (?<name>[a-z_]\w+);?$/u },
];

const NO_NAMES = new Set([
  "true",
  "false",
  "null",
  "nil",
  "none",
  "None",
  "True",
  "False",
  "undefined",
  "self",
  "this",
  "new",
  "_",
]);

/** Comments above a third of the statements that something certain can be said of, four at most. */
export function remarks(view: WorkingCode, random: Random): readonly Edit[] {
  const found = random.shuffle(view.working.flatMap((node) => remarkOn(view, node)));
  const most = Math.min(4, Math.max(1, Math.round(found.length / 3)));
  return found.slice(0, most).map(({ statement, symbol, slots }) => {
    const lineStart = view.code.lastIndexOf("\n", statement.from - 1) + 1;
    const indent = view.code.slice(lineStart, statement.from);
    const said = realise(readLexicon("code-comments"), symbol, random).replace(
      /<(\w+)>/gu,
      (_, slot: string) => slots[slot]!,
    );
    const mark = view.language === "python" ? "#" : "//";
    return { start: lineStart, end: lineStart, text: `${indent}${mark} ${said}\n` };
  });
}

function remarkOn(view: WorkingCode, node: SyntaxNode): Remark[] {
  if (node.parent === null || !BODIES.has(node.parent.name) || childrenOf(node).length === 0) return [];
  const { code } = view;
  const lineStart = code.lastIndexOf("\n", node.from - 1) + 1;
  // It begins its line, and neither this line nor the one above has a comment.
  if (code.slice(lineStart, node.from).trim() !== "") return [];
  const found = code.indexOf("\n", node.from);
  const line = code.slice(node.from, found < 0 ? code.length : found).trimEnd();
  const above = code.slice(code.lastIndexOf("\n", lineStart - 2) + 1, Math.max(0, lineStart - 1)).trim();
  if (/(?:\/\/|\s#|^#)/u.test(line) || /^(?:\/\/|#|\*|\/\*)|\*\/$/u.test(above)) return [];
  for (const { symbol, shape } of SHAPES) {
    const slots = shape.exec(line)?.groups;
    if (slots !== undefined && Object.values(slots).every((slot) => !NO_NAMES.has(slot)))
      return [{ statement: node, symbol, slots }];
  }
  return [];
}
