/** A Markdown table. Cells are text: what Markdown would read as markup is escaped, but for code spans. */
export function table(columns, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [
    line(columns),
    line(columns.map(() => "---")),
    ...rows.map((row) => line(row.map((cell) => escapeCell(String(cell ?? ""))))),
  ].join("\n");
}

export const code = (text) => `\`${text}\``;

export function fence(language, text) {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

/** Something long that is opened by a click. */
export function fold(summary, content) {
  return `<details><summary>${summary}</summary>\n\n${content}\n\n</details>`;
}

function escapeCell(text) {
  const parts = text.replace(/\s+/g, " ").split(/(`[^`]*`)/);
  return parts
    .map((part, index) =>
      index % 2 === 1 ? part.replaceAll("|", "\\|") : part.replace(/[\\|<>*_[\]]/g, "\\$&"),
    )
    .join("");
}
