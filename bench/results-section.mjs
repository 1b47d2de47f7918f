import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const RESULTS = fileURLToPath(new URL("RESULTS.md", import.meta.url));

/** Writes one generated section of RESULTS.md or another file; all else of the file stays as it is. */
export function writeSection(name, markdown, file = RESULTS) {
  const [open, close] = [`<!-- generated:${name} -->`, "<!-- /generated -->"];
  const block = `${open}\n${markdown.trim()}\n${close}`;
  const text = existsSync(file) ? readFileSync(file, "utf8") : "# Measured\n";
  const start = text.indexOf(open);
  const end = text.indexOf(close, start);
  const filled =
    start < 0 || end < 0
      ? `${text.trimEnd()}\n\n${block}\n`
      : text.slice(0, start) + block + text.slice(end + close.length);
  writeFileSync(file, filled);
}
