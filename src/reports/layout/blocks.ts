/** A line (or paragraph) of a report, and how soon it may go where there is no room: 0 last. */
export interface Row {
  readonly text: string;
  readonly expendable: number;
}

/** A paragraph or a table: where none of its rows is left, head and tail go with them. */
export interface Block {
  /** What its rows are called where some are left out: `operators`. */
  readonly rowsAre: string;
  readonly head: readonly string[];
  readonly rows: readonly Row[];
  readonly tail: readonly string[];
}

export function paragraph(text: string): Block {
  return { rowsAre: "paragraphs", head: [], rows: [{ text, expendable: 0 }], tail: [] };
}

/** Blocks joined by empty lines, an empty line between head, rows and tail where a head or tail asks for it by "". */
export function writeBlocks(blocks: readonly Block[]): string {
  const whole = blocks.filter(({ rows }) => rows.length > 0);
  return `${whole.map(({ head, rows, tail }) => [...head, ...rows.map(({ text }) => text), ...tail].join("\n")).join("\n\n")}\n`;
}

/** What a note on what was left out may take. */
const NOTE = 1000;

/**
 * The blocks in at most `bytes` bytes of UTF-8: rows go one by one, the most expendable and of these the last first, and
 * a closing note counts what went. Nothing is cut within a row. Empty where not even the note has room.
 */
export function fitBlocks(blocks: readonly Block[], bytes: number): string {
  const whole = writeBlocks(blocks);
  if (Buffer.byteLength(whole) <= bytes) return whole;
  const kept = blocks.map((block) => ({ ...block, rows: [...block.rows] as (Row | undefined)[] }));
  const rows = blocks.flatMap((block, at) =>
    block.rows.map((row, index) => ({ at, index, ...row, size: Buffer.byteLength(row.text) + 1 })),
  );
  rows.sort((a, b) => b.expendable - a.expendable || b.at - a.at || b.index - a.index);
  const gone = new Map<string, number>();
  let size = Buffer.byteLength(whole);
  for (const row of rows) {
    if (size <= bytes - NOTE) break;
    const block = kept[row.at]!;
    block.rows[row.index] = undefined;
    size -= row.size;
    gone.set(block.rowsAre, (gone.get(block.rowsAre) ?? 0) + 1);
    if (block.rows.every((one) => one === undefined))
      size -= Buffer.byteLength([...block.head, ...block.tail, ""].join("\n")) + 1;
  }
  const left = kept.map((block) => ({ ...block, rows: block.rows.filter((row) => row !== undefined) }));
  const said = [...gone].map(([what, many]) => `${many.toLocaleString("en-US")} ${what}`).join(", ");
  const limit = bytes.toLocaleString("en-US");
  const cut = writeBlocks([
    ...left,
    paragraph(`**Left out to stay under ${limit} bytes: ${said}.** All of it: \`tare report\`.`),
  ]);
  return Buffer.byteLength(cut) <= bytes ? cut : "";
}
