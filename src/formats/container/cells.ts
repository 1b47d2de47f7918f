/** What a cell of a CSV file read, for cells that were taken as JSON. */
const written = new WeakMap<object, string>();

/**
 * A cell that reads as a JSON list or object becomes it, since CSV has no other way to hold messages; any other stays the
 * text it is, numbers included. Where a format wants a text all the same, {@link cellText} gives it back.
 */
export function readCell(cell: string): unknown {
  if (!/^\s*[[{]/u.test(cell)) return cell;
  try {
    const value = JSON.parse(cell) as object;
    written.set(value, cell);
    return value;
  } catch {
    return cell;
  }
}

/** The cell's own text where the value was read from one; undefined for any other value. */
export function cellText(value: unknown): string | undefined {
  return typeof value === "object" && value !== null ? written.get(value) : undefined;
}
