import type { RunView } from "../../src/contract.js";

/** Each breaks out of some place of a page that does not escape. */
export const CORPUS = [
  "<script>alert(1)</script>",
  "</script><script>alert(1)</script>",
  "</style><style>*{display:none}</style>",
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  "javascript:alert(1)",
  "]]><svg/onload=alert(1)>",
  "<!-- <b>",
  "--><script>alert(1)</script>",
  "&lt;b&gt; &amp; &#60;i&#62;",
  "</textarea></title></pre><iframe srcdoc='<b>'>",
  "\u0000<scr\u0000ipt>\u0008\u001b[31m",
  "\u202etxt.exe\u2066\u200f",
  "\ud800 lone \udc00",
  "$" + "{alert(1)} {{1+1}} <%= 1 %>",
  "line\r\nbreak\u2028\u2029end",
];
/** Words that are ours and mean something to the page. */
const OURS = new Set(
  "verdict metric comparison severity kind scope side role changes expects part state used createdAt at name:query sql run".split(
    " ",
  ),
);

/** The same view with a text in place of every one that comes from data, files or names. */
export function poisoned(view: RunView, text: string): RunView {
  const visit = (value: unknown, key: string, path: string): unknown => {
    if (typeof value === "string")
      return OURS.has(key) || path.includes("queries") || key === "plan" ? value : `${text}${value}`;
    if (Array.isArray(value)) return value.map((one) => visit(one, key, path));
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [
        path.endsWith("skipped") || path.endsWith("files") ? `${text}${name}` : name,
        visit(one, name, `${path}.${name}`),
      ]),
    );
  };
  return visit(view, "", "") as RunView;
}
