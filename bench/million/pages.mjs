import { pagePairs } from "../../dist/src/store/browse/page-pairs.js";
import { readItem } from "../../dist/src/store/browse/read-item.js";
import { readPair } from "../../dist/src/store/browse/read-pair.js";
import { listRunsPage } from "../../dist/src/store/browse/runs-page.js";
import { searchTexts } from "../../dist/src/store/words/search-texts.js";

/** Filters alone and together, some that leave much and some that leave nothing. */
const FILTERS = [
  {},
  { augmentation: "length-padding", dose: 4 },
  { attribute: "formatting", role: "rejected" },
  { expects: "same", broken: true },
  { broken: false, subset: "money" },
  { truncated: true },
  { augmentation: "preamble", truncated: true, role: "chosen", subset: "code", broken: true },
  { search: "the" },
  { search: "manual receipt", broken: true },
  { search: '"water by 12 percent"' },
  { search: "deposit", augmentation: "probe-punctuation" },
  { search: "zebra" },
];

/** Every page of the browser as a question, with the number of its rows. */
export function pagesOf(store) {
  const run = store.db.prepare("SELECT id FROM runs ORDER BY id LIMIT 1").pluck().get();
  const pairs = (request) => pagePairs(store, { run, limit: 50, ...request });
  const deep = deepPlace(store, run);
  const { rows } = pairs({});
  const pages = FILTERS.flatMap((filters) =>
    ["z", "pair"].map((sort) => ({
      name: `pairs by ${sort}: ${said(filters)}`,
      ask: () => pairs({ filters, sort }).rows.length,
    })),
  );
  return [
    { name: "runs", ask: () => listRunsPage(store, { limit: 50 }).rows.length },
    ...pages,
    { name: "pairs by z, in the middle of the run", ask: () => pairs({ after: deep }).rows.length },
    { name: "one pair", ask: () => readPair(store, rows[0].pair).scores.length },
    { name: "one item", ask: () => readItem(store, rows[0].item).pairs.length },
    ...["patience", "zebra", "the"].map((search) => ({
      name: `texts with "${search}"`,
      ask: () => searchTexts(store, { search, in: "response", limit: 50 }).hits.length,
    })),
  ];
}

function said(filters) {
  const parts = Object.entries(filters).map(([name, value]) => `${name} ${value}`);
  return parts.length === 0 ? "all" : parts.join(", ");
}

/** A cursor that no one has paged to: the median of the largest cell. */
function deepPlace({ db }, run) {
  const { id, pairs } = db
    .prepare("SELECT id, pairs FROM pair_cells WHERE run = ? ORDER BY pairs DESC LIMIT 1")
    .get(run);
  const row = db
    .prepare(
      "SELECT difference, pair, item, position FROM pair_rewards WHERE cell = ? ORDER BY difference LIMIT 1 OFFSET ?",
    )
    .raw()
    .get(id, Math.floor(pairs / 2));
  return Buffer.from(JSON.stringify(row)).toString("base64url");
}
