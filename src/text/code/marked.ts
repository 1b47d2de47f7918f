/** Without backticks, tildes, and the white space of indented code, markdown marks nothing as code: it need not be parsed to know. */
export function mayMarkCode(text: string): boolean {
  // A byte order mark counts for a column.
  return /`|~~~| {4}|[\t\uFEFF]/u.test(text);
}

/** The same of code between fences alone. */
export function mayFenceCode(text: string): boolean {
  return text.includes("```") || text.includes("~~~");
}
