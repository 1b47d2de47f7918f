import { XMLParser, XMLValidator } from "fast-xml-parser";

export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** All text within, as a reader sees it. */
  readonly text: string;
  readonly children: readonly Element[];
}

const VOID = ["meta", "link", "br", "input"];
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  allowBooleanAttributes: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  htmlEntities: true,
  unpairedTags: VOID,
  stopNodes: ["*.script", "*.style"],
});

type Node = Record<string, unknown> & { ":@"?: Record<string, string | boolean> };

/**
 * Every element of a page in its order. The pages are written so that an XML parser can read them: each element is closed,
 * each attribute quoted. A text that broke out of its place would show as an element, or break the parse.
 */
export function elementsOf(page: string): Element[] {
  const valid = XMLValidator.validate(closed(page), { allowBooleanAttributes: true, unpairedTags: VOID });
  if (valid !== true) throw new Error(`not well formed: ${JSON.stringify(valid)}`);
  const roots = (parser.parse(page) as Node[]).map(elementOf);
  const all = (element: Element): Element[] => [element, ...element.children.flatMap(all)];
  return roots.filter((one) => one !== undefined).flatMap(all);
}

/** The validator knows no script: what stands in one is taken out for it. */
function closed(page: string): string {
  return page.replace(/^<!doctype html>\n/, "").replace(/(<(script|style)>)[\s\S]*?(<\/\2>)/g, "$1$3");
}

function elementOf(node: Node): Element | undefined {
  const tag = Object.keys(node).find((key) => key !== ":@")!;
  if (tag.startsWith("#") || tag.startsWith("?")) return undefined;
  const inner = (node[tag] as Node[]).map((one) => ("#text" in one ? String(one["#text"]) : elementOf(one)));
  const children = inner.filter((one) => typeof one === "object");
  const text = inner.map((one) => (typeof one === "string" ? one : (one?.text ?? ""))).join("");
  const attributes = Object.fromEntries(
    Object.entries(node[":@"] ?? {}).map(([name, value]) => [name, value === true ? "" : String(value)]),
  );
  return { tag, attributes, text, children };
}
