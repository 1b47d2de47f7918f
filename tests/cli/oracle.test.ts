import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ChatServer } from "../oracle/openai/server.js";
import { complaints } from "./database.js";
import { serveMarker, timesAsked } from "./oracle-server.js";
import { lines, preferences } from "./preferences.js";
import { COMPLETENESS, KEEPS } from "./rubrics.js";
import { run, SCRIPTED, start } from "./tare.js";
import { workplace } from "./workplace.js";

const place = workplace();
const { path: cwd } = place;
const ITEMS = 24;
const MINUTES = 240_000;
const DEGRADED = "oracle:degrade/completeness";
const KEY = "sk-this-must-never-be-seen";

const tare = (...args: string[]) => run(args, { cwd, env: { TARE_ORACLE_KEY: KEY } });
const weighing = (db: string, ...more: string[]) => [
  ...["run", "data.jsonl", "--rubric", "./rubric.json", "--model", KEEPS, "--db", db, ...more],
];

let server: ChatServer;
beforeAll(async () => {
  place.file("data.jsonl", lines(preferences(ITEMS)));
  const causal = [{ ...COMPLETENESS.causal[0], augmentations: [DEGRADED] }];
  place.file("rubric.json", { ...COMPLETENESS, causal });
  server = await serveMarker(15);
});
afterAll(() => server.close());

describe("tare run with an oracle", () => {
  test(
    "takes a star for all of its operators",
    async () => {
      const { code, stdout, stderr } = await tare(
        ...weighing("star.db", "--augmentations", "oracle:*", "--oracle", "scripted:good", "--limit", "8"),
      );
      expect([0, 3, 4], stderr).toContain(code);
      for (const name of [
        DEGRADED,
        "oracle:upgrade",
        "oracle:can",
        "oracle:double/formal",
        "oracle:rewriting/plain",
      ])
        expect(stdout).toContain(name);
    },
    MINUTES,
  );

  test.each(["nonsense", "refuses", "truncates", "repeats", "always-a"])(
    "scripted:%s leaves its claims unproved: exit code 4",
    async (behaviour) => {
      const { code, stdout, stderr } = await tare(
        ...weighing("bad.db", "--oracle", `scripted:${behaviour}`, "--limit", "8"),
      );
      expect(code, stderr).toBe(4);
      expect(stdout).toContain("inconclusive");
      expect(stderr).toContain("oracle: 0 of 8 pairs verified");
    },
    MINUTES,
  );

  test(
    "goes on without an endpoint, and says so",
    async () => {
      const gone = await serveMarker(0);
      await gone.close();
      for (const model of [["--oracle-model", "m"], []]) {
        const asked = weighing("gone.db", "--oracle", gone.url, ...model, "--limit", "8");
        const { code, stderr } = await tare(...asked);
        expect(code, stderr).toBe(4);
        expect(stderr).toMatch(/TARE_ORACLE_UNREACHABLE .*127\.0\.0\.1[\s\S]*what to do/u);
        expect(stderr).toContain("oracle-unreachable 8");
      }
    },
    MINUTES,
  );

  test(
    "wants one, hears every option, and keeps the key to itself",
    async () => {
      const missing = await tare(...weighing("none.db"));
      expect(missing.code).toBe(2);
      expect(missing.stderr).toContain("TARE_ORACLE_MISSING");
      const unheard = await tare(...weighing("none.db", "--oracle-budget", "5calls"));
      expect(unheard.code).toBe(2);
      expect(unheard.stderr).toContain("--oracle-budget does nothing without --oracle");
      const untaken = await tare(...weighing("none.db", "--oracle", "scripted:good", "--oracle-model", "m"));
      expect(untaken.stderr).toContain("--oracle-model does nothing with the oracle scripted:good");
      const whole = await tare(
        ...weighing("key.db", "--oracle", server.url, "--oracle-model", "m", "--limit", "8"),
      );
      // The mark makes an answer longer, which is all that the formula sees.
      expect(whole.code, whole.stderr).toBe(3);
      expect(server.asked().at(-1)!.headers.authorization).toBe(`Bearer ${KEY}`);
      expect(whole.stdout + whole.stderr).not.toContain(KEY);
      expect(readFileSync(join(cwd, "key.db")).includes(KEY)).toBe(false);
    },
    MINUTES,
  );
});

describe("what does not ask an oracle", () => {
  test(
    "tells what is not known yet, or what was made before",
    async () => {
      const planned = [
        "plan",
        "data.jsonl",
        "--rubric",
        "./rubric.json",
        "--model",
        KEEPS,
        "--db",
        "plan.db",
      ];
      const before = await tare(...planned);
      expect(before.code, before.stderr).toBe(0);
      expect(before.stdout).toContain(`${ITEMS} of ${ITEMS} pairs not asked for yet`);
      await tare(...weighing("plan.db", "--oracle", "scripted:good"));
      const after = await tare(...planned, "--oracle", "scripted:good");
      expect(after.stdout).toContain(`all ${ITEMS} pairs asked for before`);
      expect(after.stdout).toMatch(/run +[0-9a-f]{12}, complete/u);
    },
    MINUTES,
  );

  test.each([
    ["augment", "data.jsonl", "--out", "pairs.jsonl", "--augmentation", "oracle:degrade"],
    ["audit", "data.jsonl", "--augmentations", "oracle:*"],
  ])("tare %s says that only a run asks one", async (...args) => {
    const { code, stderr } = await tare(...args);
    expect(code).toBe(2);
    expect(stderr).toMatch(/TARE_ORACLE_MISSING .*only a run asks one/u);
  });

  test(
    "gate, report and analyze work on stored pairs",
    async () => {
      await tare(...weighing("stored.db", "--oracle", "scripted:good"));
      for (const command of [["gate"], ["report"], ["analyze"]])
        expect((await tare(...command, "--db", "stored.db")).code, command[0]).toBe(0);
      const listed = await tare("list", "augmentations");
      expect(listed.stdout).toContain("oracle:double/no-markdown");
    },
    MINUTES,
  );
});

describe("a run that is killed while it asks", () => {
  const CONCURRENCY = 3;
  const command = (db: string, url: string) => [
    ...["run", "data.jsonl", "--rubric", "./rubric.json", "--model", SCRIPTED, "--db", db],
    ...["--oracle", url, "--oracle-model", "m", "--oracle-concurrency", String(CONCURRENCY)],
  ];
  const runOf = (stdout: string) => /^run ([0-9a-f]{12})/mu.exec(stdout)![1];

  test.each(["SIGKILL", "SIGINT"] as const)(
    "%s: goes on where it was, and asks nothing again that was answered",
    async (signal) => {
      const own = await serveMarker(15);
      const db = `${signal}.db`;
      for (const point of [5, 30, 60]) {
        const child = start(command(db, own.url), { cwd }, ["ignore", "ignore", "ignore"]);
        const closed = once(child, "close");
        while (own.asked().length < point && child.exitCode === null) await pause(1);
        child.kill(signal);
        await closed;
        expect(complaints(join(cwd, db))).toEqual([]);
      }
      const whole = await tare(...command(db, own.url));
      expect([0, 3, 4], whole.stderr).toContain(whole.code);
      const times = timesAsked(own);
      expect(times).toHaveLength(4 * ITEMS);
      // Only what was on its way when the process died was sent again.
      const again = times.reduce((sum, count) => sum + count - 1, 0);
      expect(again).toBeLessThanOrEqual(3 * CONCURRENCY);
      const sent = own.asked().length;
      const repeated = await tare(...command(db, own.url));
      expect(own.asked()).toHaveLength(sent);
      expect(runOf(repeated.stdout)).toBe(runOf(whole.stdout));
      const undisturbed = await tare(...command(`${signal}-whole.db`, own.url));
      expect(own.asked()).toHaveLength(sent + 4 * ITEMS);
      expect(runOf(undisturbed.stdout)).toBe(runOf(whole.stdout));
      await own.close();
    },
    MINUTES,
  );
});
