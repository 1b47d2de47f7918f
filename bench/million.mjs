/**
 * A database of a million pairs and three models: how long every named query and every page of the browser takes, warm, and
 * how many bytes a pair costs. See README.md. `--db FILE` keeps the database there, or takes the one that is there.
 */
import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { listQueries } from "../dist/src/registry.js";
import { openStore } from "../dist/src/store/open.js";
import { runQuery } from "../dist/src/store/queries.js";
import { measuredCli } from "./measured-cli.mjs";
import { fillMillion } from "./million/fill.mjs";
import { pagesOf } from "./million/pages.mjs";
import { sizesOf } from "./million/sizes.mjs";
import { machineFacts } from "./present.mjs";
import { writeSection } from "./results-section.mjs";

const { values: options } = parseArgs({
  options: {
    pairs: { type: "string", default: "1000000" },
    rounds: { type: "string", default: "5" },
    write: { type: "boolean", default: false },
    db: { type: "string" },
  },
});
/** What a query is asked with, where it must be told something, or where that takes longest. */
const OPERATOR = "length-padding";
const folder = mkdtempSync(join(tmpdir(), "tare-million-"));

try {
  const file = options.db ?? join(folder, "million.db");
  const told = [];
  if (!existsSync(file)) {
    await fillMillion(file, Number(options.pairs), (pairs) => process.stderr.write(`\r${pairs} pairs`));
    const { seconds, peakGiB } = await measuredCli(["analyze", "--db", file, "--quiet"], folder);
    told.push(["tare analyze, three runs", `${seconds.toFixed(0)} s, peak ${peakGiB.toFixed(2)} GiB`]);
  }
  const begun = performance.now();
  const store = openStore(file, { mustExist: true });
  told.push(["opening", `${(performance.now() - begun).toFixed(0)} ms`]);
  const queries = timeQueries(store);
  const pages = pagesOf(store).map(({ name, ask }) => ({ name, ...timed(() => ask()) }));
  const sizes = sizesOf(store, statSync(file).size);
  store.db.close();
  for (const args of [["gate"], ["report", "--report", `json=${join(folder, "report.json")}`]]) {
    const { seconds, peakGiB } = await measuredCli([...args, "--db", file], folder, [0, 3, 4]);
    told.push([`tare ${args[0]}`, `${seconds.toFixed(1)} s, peak ${peakGiB.toFixed(2)} GiB`]);
  }
  const markdown = present({ machine: machineFacts(), told, queries, pages, sizes });
  console.log(markdown);
  if (options.write) writeSection("million", markdown);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function timeQueries(store) {
  const item = store.db.prepare("SELECT min(id) FROM items").pluck().get();
  const pair = store.db.prepare("SELECT min(key) FROM pairs").pluck().get();
  return listQueries().map((query) => {
    const values = { item, pair, augmentation: OPERATOR, words: "water plants" };
    const given = Object.fromEntries(
      query.parameters
        .filter(({ name, standard }) => standard === undefined && values[name] !== undefined)
        .map(({ name }) => [name, values[name]]),
    );
    return { name: query.name, ...timed(() => runQuery(store, query, given).rows.length) };
  });
}

/** The best of some rounds after the first, by the clock and by the processor: on a shared machine only the latter says what it costs. */
function timed(ask) {
  let best = { ms: Infinity, cpu: Infinity, rows: ask() };
  for (let round = 0; round < Number(options.rounds); round++) {
    const [begun, used] = [performance.now(), process.cpuUsage()];
    const rows = ask();
    const { user, system } = process.cpuUsage(used);
    const [ms, cpu] = [performance.now() - begun, (user + system) / 1000];
    best = { rows, ms: Math.min(best.ms, ms), cpu: Math.min(best.cpu, cpu) };
  }
  return best;
}

function brief(ms) {
  return ms.toFixed(ms < 10 ? 1 : 0);
}

function present({ machine, told, queries, pages, sizes }) {
  const { cores, cpu, node, commit } = machine;
  const table = (head, rows) =>
    [
      `| ${head.join(" | ")} |`,
      `|${head.map(() => "---").join("|")}|`,
      ...rows.map((row) => `| ${row.join(" | ")} |`),
    ].join("\n");
  const timings = (rows) =>
    rows.map(({ name, ms, cpu, rows: count }) => [name, brief(ms), brief(cpu), count]);
  const slowest = (rows, of) => Math.max(...rows.map((row) => row[of])).toFixed(0);
  const { pairs, perPair, tables } = sizes;
  return [
    "## A million pairs\n",
    `Written by \`npm run bench:million -- --write\`; ${cores} cores, ${cpu}, Node ${node}, commit ${commit}. ${pairs.toLocaleString("en")} pairs, three scripted models, best of ${options.rounds} warm rounds.`,
    `The slowest query takes ${slowest(queries, "ms")} ms (${slowest(queries, "cpu")} ms of the processor), the slowest page ${slowest(pages, "ms")} ms (${slowest(pages, "cpu")} ms); a pair costs ${perPair.toFixed(0)} bytes.\n`,
    table(["", ""], told),
    `\n### Named queries\n\n${table(["query", "ms", "processor ms", "rows"], timings(queries))}`,
    `\n### Pages\n\n${table(["page", "ms", "processor ms", "rows"], timings(pages))}`,
    `\n### Bytes of a pair\n\n${table(
      ["table or index", "bytes a pair"],
      tables.map(({ name, bytes }) => [name, bytes.toFixed(0)]),
    )}`,
  ].join("\n");
}
