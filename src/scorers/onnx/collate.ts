import type { Encoded } from "./encode-pair.js";
import type { GraphShape } from "./graph-shape.js";
import type { Feeds } from "./protocol.js";

/**
 * Right-pads rows to one length with the graph's pad id. Left padding would shift learned positions and is never used,
 * whatever the tokenizer's `padding_side` says. Shapes: [rows, length], int64.
 */
export function collate(
  rows: readonly Encoded[],
  { inputs, output }: Pick<GraphShape, "inputs" | "output">,
  padId: number,
  length: number,
): Feeds {
  const size = rows.length * length;
  const arrays: Record<string, BigInt64Array> = {};
  for (const name of inputs) arrays[name] = new BigInt64Array(size);
  arrays.input_ids!.fill(BigInt(padId));
  rows.forEach((row, index) => {
    const start = index * length;
    row.ids.forEach((id, at) => {
      arrays.input_ids![start + at] = BigInt(id);
    });
    arrays.attention_mask?.fill(1n, start, start + row.ids.length);
    arrays.token_type_ids?.fill(1n, start + row.second, start + row.ids.length);
  });
  return { rows: rows.length, length, output, arrays };
}

export function longest(rows: readonly Encoded[]): number {
  return rows.reduce((most, row) => Math.max(most, row.ids.length), 0);
}
