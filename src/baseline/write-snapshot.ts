import type { Snapshot } from "./snapshot.js";

/** JSON to be committed: one measure a line, so that a change of one shows as one. */
export function writeSnapshot({ claims, operators, digest, ...head }: Snapshot): string {
  const lines = (rows: readonly object[]) => rows.map((row) => `    ${JSON.stringify(row)}`).join(",\n");
  const facts = Object.entries(head).map(
    ([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`,
  );
  const lists = Object.entries({ claims, operators }).map(([name, rows]) =>
    rows.length === 0 ? `  "${name}": []` : `  "${name}": [\n${lines(rows)}\n  ]`,
  );
  return `{\n${[...facts, ...lists, `  "digest": ${JSON.stringify(digest)}`].join(",\n")}\n}\n`;
}
