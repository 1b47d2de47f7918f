import { html } from "../../reports/html/markup.js";
import { standingOf } from "../../store/run-standing.js";
import type { KeptPages } from "../kept-pages.js";
import { type Piece, renderDocument } from "../layout/document.js";
import type { Viewing } from "../viewing.js";

/** How long a page waits for a report that is being drawn before it says so. */
const PATIENCE_MS = 1_000;

/** The report of complete runs; where it is still being drawn, a page that asks again by itself. */
export async function showReport(
  viewing: Viewing,
  keep: KeptPages,
  runs: readonly string[],
): Promise<Piece | string> {
  const { store, today: day, draw } = viewing;
  const today = day();
  const key = JSON.stringify([runs, today, standingOf(store, runs)]);
  const report = keep(key, () => draw({ path: store.path, runs, today }));
  return Promise.race([report, soon(() => renderWait(viewing, runs.length))]);
}

function soon<T>(make: () => T): Promise<T> {
  return new Promise((done) => {
    setTimeout(() => done(make()), PATIENCE_MS).unref();
  });
}

function renderWait(viewing: Viewing, runs: number): Piece {
  return renderDocument(
    viewing,
    "Drawing the report",
    "/",
    html`<h1>The report is being drawn</h1>
<p class="notice" role="status">Its statistics are read from ${runs === 1 ? "all pairs of the run" : `all pairs of ${runs} runs`}, once: it comes by itself as soon as it is there. The other pages need not wait.</p>`,
    { again: 1 },
  );
}
