import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import type { RunView } from "../../src/contract.js";
import { reanalyzeRuns } from "../../src/stages/reanalyze.js";
import { viewStoredRuns } from "../../src/stages/rejudge.js";
import { checkStore } from "../../src/store/check/check-store.js";
import { openStore, type Store, usingStore } from "../../src/store/open.js";
import { openUntouched, type UntouchedStore } from "../../src/store/open-untouched.js";
import { ask, askOne, complaints } from "../cli/database.js";
import { surroundings } from "../stages/weighing.js";

/** As they were judged: what had been exported for training was accepted. */
const JUDGING = { today: "2026-03-01", waivers: [], acceptExported: true };
const FOLDER = join(import.meta.dirname, "released");
const place = mkdtempSync(join(tmpdir(), "tare-released-"));
afterAll(() => rmSync(place, { recursive: true }));

const released = readdirSync(FOLDER).filter((file) => file.endsWith(".db.gz"));
const unpacked = (file: string) => {
  const path = join(place, file.replace(/\.gz$/, ""));
  writeFileSync(path, gunzipSync(readFileSync(join(FOLDER, file))));
  return path;
};
const opened = <T>(path: string, work: (store: Store) => T | Promise<T>) => usingStore(openStore(path), work);
const viewed = (path: string): Promise<RunView[]> =>
  opened(path, (store) =>
    ask<{ id: string }>(path, "SELECT id FROM runs ORDER BY id").map(
      ({ id }) => viewStoredRuns(store, id, JUDGING as never)[0]!,
    ),
  );

/** Every cell of every table but `meta`, in these columns or in those there are. */
function cellsOf(path: string, columns?: ReadonlyMap<string, string>) {
  const tables = columns ?? columnsOf(path);
  return new Map(
    [...tables].map(([table, list]) => [table, ask(path, `SELECT ${list} FROM "${table}" ORDER BY ${list}`)]),
  );
}

function columnsOf(path: string): ReadonlyMap<string, string> {
  const rows = ask<{ name: string; list: string }>(
    path,
    `SELECT t.name, (SELECT group_concat('"' || c.name || '"', ', ') FROM pragma_table_xinfo(t.name) c) AS list
       FROM pragma_table_list t WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND t.name <> 'meta'`,
  );
  return new Map(rows.map(({ name, list }) => [name, list]));
}

it("there is a database of every released schema", () => {
  expect(released).toEqual(["schema-1.db.gz", "schema-10.db.gz", "schema-9.db.gz"]);
});

describe.each(released)("%s", (file) => {
  it("opens, upgrades, keeps every cell, and is sound", async () => {
    const path = unpacked(file);
    const version = Number(/\d+/.exec(file)![0]);
    expect(askOne(path, "PRAGMA user_version")).toBe(version);
    const columns = columnsOf(path);
    const before = cellsOf(path);
    expect(before.get("scores")!.length).toBeGreaterThan(100);
    await opened(path, () => {});
    expect(askOne(path, "PRAGMA user_version")).toBeGreaterThanOrEqual(version);
    expect(cellsOf(path, columns)).toEqual(before);
    expect(complaints(path)).toEqual([]);
    const checked = await usingStore(openUntouched(path), (store) =>
      checkStore(store as UntouchedStore, async () => {}),
    );
    expect(checked.results.filter(({ findings }) => findings !== 0)).toEqual([]);
  });

  it("reports the numbers that it holds", async () => {
    const path = unpacked(file);
    const effects = ask<Record<string, unknown>>(
      path,
      `SELECT run, scope, attribute, augmentation, nullif(dose, 0) AS dose, metric, estimate, lower, upper, n, clusters
         FROM effects WHERE stratum_kind = ''`,
    );
    const runs = ask<{ id: string; verdict: string }>(path, "SELECT id, verdict FROM runs ORDER BY id");
    const verdicts = ask(path, "SELECT run, claim, verdict, estimate, lower, upper, n FROM verdicts");
    const views = await viewed(path);
    expect(views.map(({ run, verdict }) => ({ id: run, verdict }))).toEqual(runs);
    const found = views.flatMap((view) =>
      view.effects.map((one) => {
        const { scope, attribute, augmentation, dose, metric, estimate, lower, upper, n, clusters } = one;
        return {
          run: view.run,
          scope,
          attribute,
          augmentation,
          dose,
          metric,
          estimate,
          lower,
          upper,
          n,
          clusters,
        };
      }),
    );
    const sorted = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).sort();
    expect(sorted(found)).toEqual(sorted(effects));
    const judged = views.flatMap((view) =>
      view.verdicts.map(({ claim, verdict, estimate, lower, upper, n }) => ({
        ...{ run: view.run, claim: claim.id, verdict, estimate, lower, upper, n },
      })),
    );
    expect(sorted(judged)).toEqual(sorted(verdicts));
  });

  it("is analysed anew with the verdict it had", async () => {
    const path = unpacked(file);
    const runs = ask<{ id: string; verdict: string }>(path, "SELECT id, verdict FROM runs ORDER BY id");
    await opened(path, async (store) => {
      for (const { id } of runs) await reanalyzeRuns(store, id, surroundings(place));
    });
    expect(ask(path, "SELECT id, verdict FROM runs ORDER BY id")).toEqual(runs);
  });
});
