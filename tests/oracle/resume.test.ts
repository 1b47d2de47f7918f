import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { complaints } from "../cli/database.js";
import { serveMarker, timesAsked } from "../cli/oracle-server.js";
import { KEEPS } from "../cli/rubrics.js";
import { start } from "../cli/tare.js";
import { ITEMS, oracleWorkplace } from "../stages/oracle-workplace.js";

const place = oracleWorkplace();
const { path: cwd } = place;
const CONCURRENCY = 2;

/** The same at more points, for Ctrl-C, and resumed by the command line: tests/cli/oracle.test.ts, a slow suite. */
test("a run killed while it asks is resumed, and no answered question reaches the server again", async () => {
  const server = await serveMarker(10);
  try {
    const command = [
      ...["run", "data.jsonl", "--rubric", "./rubric.json", "--model", KEEPS, "--db", "r.db"],
      ...["--oracle", server.url, "--oracle-model", "m", "--oracle-concurrency", String(CONCURRENCY)],
    ];
    const child = start(command, { cwd }, "ignore");
    const closed = once(child, "close");
    while (server.asked().length < 2 * ITEMS && child.exitCode === null) await pause(1);
    child.kill("SIGKILL");
    expect((await closed)[1]).toBe("SIGKILL");
    expect(complaints(join(cwd, "r.db"))).toEqual([]);

    const asking = { oracle: server.url, oracleModel: "m", oracleConcurrency: CONCURRENCY };
    const resumed = await place.run("r.db", asking);
    expect(resumed.asked[0]).toBeGreaterThan(0);
    expect(resumed.asked[1]).toBeGreaterThan(0);
    const times = timesAsked(server);
    // Grade, degrade, and two readings of an item.
    expect(times).toHaveLength(4 * ITEMS);
    const again = times.reduce((sum, count) => sum + count - 1, 0);
    expect(again).toBeLessThanOrEqual(CONCURRENCY);

    const sent = server.asked().length;
    expect((await place.run("r.db", asking)).asked).toEqual([0, 0]);
    expect(server.asked()).toHaveLength(sent);
  } finally {
    await server.close();
  }
}, 60_000);
