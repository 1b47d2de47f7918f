import { join } from "node:path";
import { renderTable } from "../../dist/src/commands/table.js";
import { openStore } from "../../dist/src/store/open.js";
import { runQuery } from "../../dist/src/store/queries.js";
import { EXAMPLE_DATABASES } from "./example-databases.mjs";

/** Rows that an example shows. */
const ROWS = 5;
/** What questions are given; an item is the first there is. */
const GIVEN = {
  "worst-pairs": { augmentation: "plain-to-markdown" },
  "pair-drift": { augmentation: "plain-to-markdown" },
  "best-of-n": { kind: "hack" },
  "effects-by-stratum": { kind: "side", augmentation: "length-padding" },
  "response-curve": { augmentation: "length-padding" },
  goodhart: { measure: "tokens" },
  "search-texts": { words: "inflation" },
};

export const examplePath = (name) => `db/examples/${name}.txt`;

/** The command and the first rows that it prints, on the database in `folder` that has something to show. */
export function exampleOf(query, folder) {
  const small = Object.entries(EXAMPLE_DATABASES).find(([, { queries }]) => queries.includes(query.name));
  const store = openStore(join(folder, small?.[0] ?? "tare-demo.db"), { mustExist: true });
  try {
    const given = { ...GIVEN[query.name], ...firstItem(query, store) };
    const { columns, rows } = runQuery(store, query, given);
    const params = Object.entries(given).map(([name, value]) => ` --param ${name}=${value}`);
    const table = renderTable(columns, rows.slice(0, ROWS), "table");
    return `$ tare query ${query.name}${params.join("")}\n${table}\n`;
  } finally {
    store.db.close();
  }
}

function firstItem({ parameters }, { db }) {
  if (!parameters.some(({ type }) => type === "item")) return {};
  return { item: db.prepare("SELECT substr(min(id), 1, 8) FROM items").pluck().get() };
}
