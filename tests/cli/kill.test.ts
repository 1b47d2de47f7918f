import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { stream } from "../../src/random.js";
import { openStore } from "../../src/store/open.js";
import { selectRuns } from "../../src/store/runs.js";
import { complaints } from "./database.js";
import { type Standing, standingOf, until } from "./points.js";
import { lines, preferences } from "./preferences.js";
import { EVERYTHING } from "./rubrics.js";
import { run, SCRIPTED, start } from "./tare.js";
import { workplace } from "./workplace.js";

const place = workplace();
const ITEMS = 300;
/** Several whole runs each: slow where other work shares the processors. */
const MINUTES = 300_000;
const command = (db: string, ...more: string[]) => [
  ...["run", "data.jsonl", "--rubric", "./rubric.json", "--model", SCRIPTED, "--db", db, ...more],
];
const at = (db: string) => join(place.path, db);
const digestOf = async (db: string): Promise<string> => {
  const { stdout } = await run(["db", "digest", "--db", db, "--json"], { cwd: place.path });
  return JSON.parse(stdout).digest;
};

let whole = "";
let full: Standing;
beforeAll(async () => {
  place.file("data.jsonl", lines(preferences(ITEMS)));
  place.file("rubric.json", EVERYTHING);
  const { code, stderr } = await run(command("whole.db"), { cwd: place.path });
  expect(code, stderr).toBe(3);
  whole = await digestOf("whole.db");
  full = standingOf(at("whole.db"));
  expect(full).toMatchObject({ items: ITEMS, state: "complete" });
  expect(full.pairs).toBeGreaterThan(2_500);
}, MINUTES);

/** Starts the command, sends the signal once the point is reached, and returns how the process ended. */
async function interrupt(db: string, signal: NodeJS.Signals, reached: (standing: Standing) => boolean) {
  const child = start(command(db), { cwd: place.path }, ["ignore", "ignore", "pipe"]);
  let stderr = "";
  child.stderr!.on("data", (chunk) => {
    stderr += chunk;
  });
  const closed = once(child, "close") as Promise<[number | null, string | null]>;
  await until(at(db), reached, () => child.exitCode !== null);
  child.kill(signal);
  const [code, by] = await closed;
  return { code, by, stderr };
}

/** The database opens, is whole, and no run in it passes for complete. */
function expectUnfinished(db: string): Standing {
  expect(complaints(at(db))).toEqual([]);
  const store = openStore(at(db), { mustExist: true });
  expect(() => selectRuns(store, undefined, true)).toThrow(expect.objectContaining({ code: "TARE_NO_RUN" }));
  store.db.close();
  return standingOf(at(db));
}

const atLeast =
  (field: "items" | "pairs" | "scores", count: number) =>
  (standing: Standing): boolean =>
    standing[field] >= count || standing.state === "complete";

test("killed at nine points, one after the other, a run opens each time and ends in the same content", {
  timeout: MINUTES,
}, async () => {
  const random = stream(7, "points of a kill");
  const share = (all: number, from: number, to: number) =>
    Math.floor(all * (from + (to - from) * random.next()));
  const points: ((standing: Standing) => boolean)[] = [
    atLeast("items", 1),
    atLeast("items", share(ITEMS, 0.3, 0.9)),
    atLeast("pairs", share(full.pairs, 0.05, 0.3)),
    atLeast("pairs", share(full.pairs, 0.4, 0.6)),
    atLeast("pairs", share(full.pairs, 0.7, 0.9)),
    atLeast("scores", share(full.scores, 0.05, 0.3)),
    atLeast("scores", share(full.scores, 0.4, 0.6)),
    atLeast("scores", share(full.scores, 0.7, 0.9)),
    ({ state }) => state === "analyzing" || state === "complete",
  ];
  const seen = new Set<string>();
  let before = standingOf(at("killed.db"));
  for (const point of points) {
    expect(await interrupt("killed.db", "SIGKILL", point)).toMatchObject({ code: null, by: "SIGKILL" });
    const left = expectUnfinished("killed.db");
    seen.add(left.state === "" ? "reading" : left.state);
    for (const field of ["items", "pairs", "scores"] as const)
      expect(left[field]).toBeGreaterThanOrEqual(before[field]);
    before = left;
  }
  expect(seen).toEqual(new Set(["reading", "pairing", "scoring", "analyzing"]));
  const { code, stderr } = await run(command("killed.db"), { cwd: place.path });
  expect(code, stderr).toBe(3);
  expect(stderr).toContain("was begun before (at analyzing");
  expect(complaints(at("killed.db"))).toEqual([]);
  expect(await digestOf("killed.db")).toBe(whole);
});

describe("Ctrl-C", { timeout: MINUTES }, () => {
  test("at every stage: exit 130, and the same command ends in the same content", async () => {
    const stages = [
      // More than before: by then the process listens to signals.
      ...(["items", "pairs", "scores"] as const).map(
        (field) => (before: Standing) => atLeast(field, before[field] + 1),
      ),
      () => (standing: Standing) => standing.state === "analyzing",
    ];
    for (const stage of stages) {
      const reached = stage(standingOf(at("stopped.db")));
      const { code, stderr } = await interrupt("stopped.db", "SIGINT", reached);
      expect(stderr).toMatch(
        /^TARE_INTERRUPTED {2}interrupted .*\n {2}what to do: Give the same command again/m,
      );
      expect(stderr).not.toMatch(/^\s+at /m);
      expect(code).toBe(130);
      expectUnfinished("stopped.db");
    }
    const { code } = await run(command("stopped.db"), { cwd: place.path });
    expect(code).toBe(3);
    expect(await digestOf("stopped.db")).toBe(whole);
  });

  test("130 goes before the 3 of a model that was weighed before it", async () => {
    const args = command("two.db", "--model", "scripted:noise(2)", "--limit", "150");
    const child = start(args, { cwd: place.path }, ["ignore", "pipe", "pipe"]);
    let stdout = "";
    child.stdout!.on("data", (chunk) => {
      stdout += chunk;
    });
    child.stderr!.resume();
    const closed = once(child, "close");
    await until(
      at("two.db"),
      ({ state }) => state === "complete",
      () => child.exitCode !== null,
    );
    child.kill("SIGINT");
    expect((await closed)[0]).toBe(130);
    expect(stdout).toBe("");
  });

  test("a standard input that says nothing more is let go of at once", async () => {
    const args = ["run", "-", "--model", SCRIPTED, "--rubric", "./rubric.json", "--db", "stdin.db"];
    const child = start(args, { cwd: place.path });
    let stderr = "";
    child.stderr!.on("data", (chunk) => {
      stderr += chunk;
    });
    const closed = once(child, "close");
    child.stdin!.write(lines(preferences(300)));
    await until(at("stdin.db"), atLeast("items", 200), () => child.exitCode !== null);
    await pause(50);
    child.kill("SIGINT");
    const [code] = await closed;
    expect(stderr).toContain("TARE_INTERRUPTED  interrupted while reading the data");
    expect(code).toBe(130);
  });
});
