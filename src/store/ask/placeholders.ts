/** Texts, quoted names and comments, in which nothing is a parameter; then a parameter. */
const TOKEN = /'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|\[[^\]]*\]|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|[:@$](\w+)/g;

/** The named parameters of SQL (`:name`, `@name`, `$name`), each once, without their sign. */
export function placeholders(sql: string): string[] {
  const names = [...sql.matchAll(TOKEN)].flatMap(([, name]) => (name === undefined ? [] : [name]));
  return [...new Set(names)];
}
