/** Languages whose code tare reads with a parser. C is read as C++, JSX as JavaScript and TypeScript. */
export const CODE_LANGUAGES = ["python", "javascript", "typescript", "java", "cpp", "go", "rust"] as const;
export type CodeLanguage = (typeof CODE_LANGUAGES)[number];

const TAGS: Readonly<Record<string, CodeLanguage>> = {
  python: "python",
  python3: "python",
  py: "python",
  py3: "python",
  javascript: "javascript",
  js: "javascript",
  jsx: "javascript",
  mjs: "javascript",
  node: "javascript",
  typescript: "typescript",
  ts: "typescript",
  tsx: "typescript",
  java: "java",
  cpp: "cpp",
  "c++": "cpp",
  cxx: "cpp",
  cc: "cpp",
  c: "cpp",
  h: "cpp",
  hpp: "cpp",
  go: "go",
  golang: "go",
  rust: "rust",
  rs: "rust",
};

/** The language that a fence's tag names, whatever its case; undefined for those without a grammar here. */
export function languageOfTag(tag: string): CodeLanguage | undefined {
  const name = /^\s*\{?\.?([\w+#-]+)/u.exec(tag)?.[1]?.toLowerCase();
  return name !== undefined && Object.hasOwn(TAGS, name) ? TAGS[name] : undefined;
}
