/** `a, b and 3 more`: the first few of a list in a sentence. */
export function listed(names: readonly string[], most = 3): string {
  if (names.length === 0) return "none";
  const shown = names.length === most + 1 ? names : names.slice(0, most);
  const left = names.length - shown.length;
  const parts = left > 0 ? [...shown, `${left} more`] : shown;
  return parts.length === 1 ? parts[0]! : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
