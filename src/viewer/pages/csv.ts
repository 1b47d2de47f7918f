import { type Asking, startAsking } from "../../store/ask/start-asking.js";
import type { Viewing } from "../viewing.js";

const ROWS_AT_ONCE = 1_000;

/**
 * All rows of a query as a file, sent as they come: nothing is left out. A query that fails after its first rows breaks the
 * download off, so that no part of a file passes for the whole. HEAD gets the headers alone. Throws what startAsking throws.
 */
export async function sendCsv(
  { store, queryMs }: Viewing,
  name: string,
  question: { readonly sql: string; readonly values: Readonly<Record<string, string | number | null>> },
  method: string,
): Promise<Response> {
  const asking = await startAsking({ path: store.path, ...question }, queryMs);
  const lines = csvOf(asking);
  // The first rows come before the answer begins, so that a failure can still be a page.
  const first = await lines.next();
  if (method === "HEAD") await asking.close();
  return new Response(method === "HEAD" ? null : streamOf(first, lines, asking), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}.csv"`,
    },
  });
}

async function* csvOf(asking: Asking): AsyncGenerator<string, undefined> {
  try {
    const { stringify } = await import("csv-stringify/sync");
    let head = [[...asking.columns]] as unknown[][];
    // An empty line is one that most readers pass over.
    const options = { quoted_empty: asking.columns.length === 1 };
    for (;;) {
      const { rows, end } = await asking.next(ROWS_AT_ONCE);
      yield stringify([...head, ...rows] as unknown[][], options);
      if (end) return;
      head = [];
    }
  } finally {
    await asking.close();
  }
}

/** Whoever asked may be gone before the first piece is wanted: the process of the query ends then too. */
function streamOf(
  first: IteratorResult<string, undefined>,
  rest: AsyncGenerator<string, undefined>,
  asking: Asking,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let next: Promise<IteratorResult<string, undefined>> = Promise.resolve(first);
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { value } = await next;
        if (value === undefined) return controller.close();
        controller.enqueue(encoder.encode(value));
        next = rest.next();
        next.catch(() => {}); // told when it is wanted
      },
      cancel: () => asking.close(),
    },
    { highWaterMark: 0 },
  );
}
