import type { AnswerFormat } from "./formats.js";

/** A list of objects, one a row. Infinity, which JSON does not know, is the text "Infinity". */
export const jsonAnswer: AnswerFormat = async ({ columns }, batches, write) => {
  let before = "[\n";
  for await (const { rows } of batches) {
    const objects = rows.map((row) =>
      Object.fromEntries(columns.map((column, index) => [column, row[index]])),
    );
    if (objects.length === 0) continue;
    await write(`${before}${objects.map(indented).join(",\n")}`);
    before = ",\n";
  }
  await write(before === "[\n" ? "[]\n" : "\n]\n");
};

function indented(row: object): string {
  const text = JSON.stringify(row, (_, value) => (isInfinite(value) ? String(value) : value), 2);
  // Only breaks of JSON's own: within a text JSON.stringify leaves U+2028 and U+2029, which a pattern takes for breaks too.
  return `  ${text.replaceAll("\n", "\n  ")}`;
}

function isInfinite(value: unknown): boolean {
  return typeof value === "number" && !Number.isFinite(value);
}
