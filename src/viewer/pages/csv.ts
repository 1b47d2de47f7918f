import type { Asking } from "../../store/ask/start-asking.js";
import { startAsking } from "../../store/ask/start-asking.js";
import type { Viewing } from "../viewing.js";

const ROWS_AT_ONCE = 1_000;

/**
 * All rows of a query as a file, sent as they come: nothing is left out. A query that fails after its first rows breaks the
 * download off, so that no part of a file passes for the whole. Throws what startAsking throws.
 */
export async function sendCsv(
  { store, queryMs }: Viewing,
  name: string,
  question: { readonly sql: string; readonly values: Readonly<Record<string, string | number | null>> },
): Promise<Response> {
  const lines = csvOf(await startAsking({ path: store.path, ...question }, queryMs));
  // The first rows come before the answer begins, so that a failure can still be a page.
  const first = await lines.next();
  const body = ReadableStream.from(continued(first, lines));
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}.csv"`,
    },
  });
}

async function* csvOf(asking: Asking): AsyncGenerator<string> {
  try {
    const { stringify } = await import("csv-stringify/sync");
    let head = [[...asking.columns]] as unknown[][];
    for (;;) {
      const { rows, end } = await asking.next(ROWS_AT_ONCE);
      yield stringify([...head, ...rows] as unknown[][]);
      if (end) return;
      head = [];
    }
  } finally {
    await asking.close();
  }
}

async function* continued(
  first: IteratorResult<string>,
  rest: AsyncGenerator<string>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  try {
    if (first.done !== true) yield encoder.encode(first.value);
    for await (const lines of rest) yield encoder.encode(lines);
  } finally {
    await rest.return(undefined);
  }
}
