import { TareError } from "../../errors.js";
import { html } from "../../reports/html/markup.js";
import { shown } from "../../reports/html/text.js";
import { pagePairs } from "../../store/browse/page-pairs.js";
import type { Page, PairRow } from "../../store/browse/pair-page.js";
import type { Store } from "../../store/open.js";
import { listRuns, type RunRow, selectRuns } from "../../store/runs.js";
import { statusOf } from "../door/status.js";
import { type Piece, renderDocument } from "../layout/document.js";
import { linkTo } from "../layout/link.js";
import { renderNumber } from "../layout/values.js";
import type { Shown } from "../shown.js";
import type { Viewing } from "../viewing.js";
import { readWanted, type Wanted } from "../wanted/parameters.js";
import { digits, number, oneOf, text, yes } from "../wanted/readers.js";
import { type Asked, renderFailed } from "./asked.js";
import { renderPairFilter } from "./pair-filter.js";
import { renderPairRows } from "./pair-rows.js";

const ROWS = 50;

export const PAIR_READERS = {
  ...{ run: digits, augmentation: text, dose: number, attribute: text, subset: text, search: text },
  expects: oneOf(["same", "lower", "higher", "not-higher"]),
  role: oneOf(["chosen", "rejected", "response"]),
  ...{ broken: yes, truncated: yes },
  sort: oneOf(["z", "pair"]),
  order: oneOf(["descending", "ascending"]),
  ...{ after: text, before: text },
};

export type PairsWanted = Wanted<typeof PAIR_READERS>;

/** `/pairs`: the pairs of a run, page by page. */
export function showPairs(viewing: Viewing, address: string): Shown {
  const { store } = viewing;
  const asked = readWanted(address, PAIR_READERS);
  if (listRuns(store).length === 0)
    return { page: renderDocument(viewing, "Pairs", "/pairs", NO_RUN), status: 200 };
  const run = selectRuns(store, asked.run, false)[0]!;
  const wanted = { ...asked, run: run.id };
  if (wanted.after !== undefined && wanted.before !== undefined)
    throw new TareError("TARE_VIEW_PARAMETER", "after and before contradict each other");
  const { result, status } = askPage(store, run, wanted);
  const page = renderDocument(
    viewing,
    "Pairs",
    "/pairs",
    html`<h1>Pairs of ${shown(run.scorerName)}</h1>
${renderPairFilter(store, wanted)}
${result}`,
  );
  return { page, status };
}

/** The rows and what leads on; words that cannot be looked for are told beside the form, where they can be mended. */
function askPage(store: Store, run: RunRow, wanted: PairsWanted): Asked {
  const { run: _run, sort, order, after, before, ...filters } = wanted;
  try {
    const page = pagePairs(store, {
      run: run.id,
      filters: filters as Parameters<typeof pagePairs>[1]["filters"] & object,
      ...(sort === undefined ? {} : { sort }),
      ...(order === undefined ? {} : { order }),
      ...{ after, before, limit: ROWS },
    });
    const none = page.next === undefined ? noneOf(run) : NONE_YET;
    const rows = page.rows.length === 0 ? none : renderPairRows(page.rows, captionOf(page), wanted);
    return { result: html`${rows}${renderPager(page, wanted)}`, status: 200 };
  } catch (error) {
    if (!(error instanceof TareError) || !error.code.startsWith("TARE_SEARCH_")) throw error;
    return { result: renderFailed(error), status: statusOf(error.code) };
  }
}

const NO_RUN = html`<h1>Pairs</h1><p class="notice">The database holds no run yet, so there are no pairs.</p>`;
const NONE_YET = html`<p class="notice">None among the pairs looked at so far: words that are common elsewhere and rare under these filters are looked for page by page. Next goes on.</p>`;

function noneOf({ state }: RunRow): Piece {
  return state === "complete"
    ? html`<p class="notice">No pair of this run is under these filters.</p>`
    : html`<p class="notice">The run is still being written (${state}): its pairs can be looked at once they are analysed.</p>`;
}

function captionOf({ rows, count }: Page<PairRow>): string {
  const all = `${count.exact ? "" : "at least "}${renderNumber(count.rows)} ${count.rows === 1 ? "pair" : "pairs"}`;
  return rows.length < count.rows ? `${rows.length} of ${all}` : all;
}

function renderPager({ next, previous }: Page<PairRow>, wanted: PairsWanted): Piece {
  if (next === undefined && previous === undefined) return html``;
  const { after: _after, before: _before, ...filters } = wanted;
  const first = html`<a class="button" href="${linkTo("/pairs", filters)}">First</a>`;
  return html`<nav class="row" aria-label="More pairs">${previous === undefined ? "" : html`${first}<a class="button" rel="prev" href="${linkTo("/pairs", { ...filters, before: previous })}">Previous</a>`}${next === undefined ? "" : html`<a class="button" rel="next" href="${linkTo("/pairs", { ...filters, after: next })}">Next</a>`}</nav>`;
}
