/** How long the pages of `tare view` take over a database, once each was asked for before. See README.md. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { loadavg } from "node:os";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { openReading } from "../dist/src/store/open-reading.js";
import { machineFacts } from "./present.mjs";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: "string", default: "5" },
    limit: { type: "string", default: "300" },
    json: { type: "boolean", default: false },
  },
});
if (positionals.length !== 1) {
  console.error("usage: npm run bench:viewer -- DATABASE [--rounds N] [--limit MS] [--json]");
  process.exit(2);
}
const [database] = positionals;
const cli = fileURLToPath(new URL("../dist/src/cli.js", import.meta.url));

/** The pages that are measured, and what the database holds. */
function readPages() {
  const { store, close } = openReading(database, 10_000);
  const one = (sql) => store.db.prepare(sql).pluck().get();
  const run = one("SELECT run FROM newest_runs LIMIT 1");
  const runs = store.db.prepare("SELECT id FROM runs WHERE state = 'complete' LIMIT 3").pluck().all();
  const pair = one("SELECT key FROM pairs ORDER BY key LIMIT 1 OFFSET 100");
  const item = one("SELECT id FROM items ORDER BY id LIMIT 1 OFFSET 1");
  const operator = one("SELECT augmentation FROM pairs ORDER BY key LIMIT 1");
  const subset = one("SELECT subset FROM items ORDER BY id LIMIT 1");
  const word =
    /\p{Ll}{5,}/u.exec(one("SELECT response FROM texts ORDER BY key LIMIT 1 OFFSET 7"))?.[0] ?? "the";
  const facts = { pairs: one("SELECT count(*) FROM pairs"), runs: one("SELECT count(*) FROM runs") };
  close();
  const encoded = encodeURIComponent;
  return {
    facts,
    pages: {
      runs: "/",
      "report of a run": `/run/${run}`,
      ...(runs.length > 1 ? { "report of several runs": `/compare?run=${runs.join("&run=")}` } : {}),
      pairs: "/pairs",
      "pairs, next page": "/pairs -> next",
      "pairs of an operator": `/pairs?augmentation=${encoded(operator)}`,
      "pairs, broken": "/pairs?broken=1",
      "pairs, truncated": "/pairs?truncated=1",
      "pairs, chosen answers, ascending": "/pairs?role=chosen&order=ascending",
      "pairs, by key": "/pairs?sort=pair",
      "pairs of a subset": `/pairs?subset=${encoded(subset)}`,
      [`pairs with "${word}"`]: `/pairs?search=${encoded(word)}`,
      [`pairs with "${word}", broken`]: `/pairs?search=${encoded(word)}&broken=1`,
      pair: `/pair/${pair}`,
      item: `/item/${item}`,
      queries: "/queries",
      "query: effects": "/queries/effects",
      "query: worst pairs": `/queries/worst-pairs?augmentation=${encoded(operator)}`,
      "SQL page": "/sql",
      "SQL: SELECT 1": "/sql?sql=SELECT+1",
    },
  };
}

const { facts, pages } = readPages();
const child = spawn(process.execPath, [cli, "view", database, "--json"], {
  stdio: ["ignore", "pipe", "ignore"],
});
const [line] = await once(child.stdout, "data");
const { url } = JSON.parse(line);
const cookie = (await fetch(url)).headers.get("set-cookie").split(";")[0];
const get = async (path) => {
  const answer = await fetch(new URL(path, url), { headers: { cookie } });
  const html = await answer.text();
  if (answer.status !== 200) throw new Error(`${path}: status ${answer.status}`);
  return html;
};

/** The page itself, not the one that says it is being drawn. */
async function getWhole(path) {
  const begun = performance.now();
  while ((await get(path)).includes('<meta http-equiv="refresh"'));
  return performance.now() - begun;
}

const rows = [];
for (const [name, address] of Object.entries(pages)) {
  const [start, next] = address.split(" -> ");
  const path =
    next === undefined
      ? start
      : /rel="next" href="([^"]+)"/.exec(await get(start))?.[1]?.replaceAll("&amp;", "&");
  if (path === undefined) continue;
  // A query takes the process that waits for it, and another one starts for the next: no reader asks twice in two seconds.
  const pause = /quer|sql=/.test(path) ? 2_000 : 0;
  const first = await getWhole(path);
  const times = [];
  for (let round = 0; round < Number(options.rounds); round++) {
    await setTimeout(pause);
    times.push(await getWhole(path));
  }
  times.sort((a, b) => a - b);
  rows.push({ page: name, first, median: times[Math.floor(times.length / 2)], slowest: times.at(-1) });
}
child.kill("SIGINT");

const slow = rows.filter(({ median }) => median > Number(options.limit));
if (options.json)
  console.log(
    JSON.stringify({ ...facts, machine: machineFacts(), load: loadavg()[0], pages: rows }, null, 2),
  );
else {
  console.log(
    `${facts.pairs.toLocaleString("en-US")} pairs, ${facts.runs} runs · milliseconds, ${options.rounds} rounds after the first · load ${loadavg()[0].toFixed(1)}`,
  );
  console.table(
    rows.map(({ page, ...times }) => ({
      page,
      ...Object.fromEntries(Object.entries(times).map(([key, value]) => [key, Math.round(value)])),
    })),
  );
  console.log(
    slow.length === 0
      ? `every page within ${options.limit} ms`
      : `over ${options.limit} ms: ${slow.map(({ page }) => page).join(", ")}`,
  );
}
process.exit(slow.length === 0 ? 0 : 1);
