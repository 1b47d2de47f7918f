import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type Faults, send, serve } from "../scorers/http/server.js";
import { askOne, complaints } from "./database.js";
import { lines, preferences } from "./preferences.js";
import { COMPLETENESS } from "./rubrics.js";
import { run } from "./tare.js";
import { workplace } from "./workplace.js";

const place = workplace();

beforeAll(() => {
  place.file("data.jsonl", lines(preferences(40)));
  place.file("rubric.json", COMPLETENESS);
});

const weigh = (url: string, db: string, env: Record<string, string> = {}) =>
  run(
    [
      "run",
      "data.jsonl",
      "--rubric",
      "./rubric.json",
      "--quiet",
      "--db",
      db,
      "--model",
      `http:vllm-classify+${url}#my-rm&render=plain&batch=4&concurrency=2&retries=0`,
    ],
    { cwd: place.path, env },
  );
const count = (db: string, table: string) => askOne(join(place.path, db), `SELECT count(*) FROM ${table}`);

/** The probes take four requests of four texts and three of one. */
const PROBES = 7;

describe("a run on a served model", () => {
  test("keeps what was scored when the server fails, and goes on from there", async () => {
    const faults: Faults = {};
    const server = await serve("vllm-classify", faults);
    try {
      faults.instead = (request, response) => {
        // Batches are of one length, and several of them are on their way: the first ones come back.
        if (request > PROBES + 20) send(response, 503, { error: "overloaded" });
        return request > PROBES + 20;
      };
      const broken = await weigh(server.url, "broken.db");
      expect(broken.stderr).toMatch(
        /^TARE_HTTP_ANSWER {2}vllm-classify\+http:\/\/127\.0\.0\.1:\d+#my-rm: vllm-classify answered 503: \{"error":"overloaded"\}\n {2}what to do: /,
      );
      expect(broken).toMatchObject({ code: 2, stdout: "" });
      const kept = count("broken.db", "scores");
      expect(kept).toBeGreaterThan(0);
      expect(kept).toBeLessThan(count("broken.db", "run_texts"));

      delete faults.instead;
      const asked = server.seen.length;
      const mended = await weigh(server.url, "broken.db");
      expect([0, 3, 4]).toContain(mended.code);
      expect(complaints(join(place.path, "broken.db"))).toEqual([]);
      expect(count("broken.db", "scores")).toBe(count("broken.db", "run_texts"));
      const scored = server.seen.slice(asked + PROBES).flatMap(({ body }) => body.input as string[]);
      // What was kept was not asked for again until its noise was measured.
      const firstRound = scored.slice(0, count("broken.db", "scores") - kept);
      expect(new Set(firstRound).size).toBe(firstRound.length);

      // A name as long as the other: the last lines are set in columns.
      const whole = await weigh(server.url, "entire.db");
      expect(whole.stdout.replaceAll("entire.db", "broken.db")).toBe(mended.stdout);
    } finally {
      await server.close();
    }
  });

  test("the token is in no file and on no screen", async () => {
    const token = "t0p-secret";
    const server = await serve("vllm-classify", { token });
    try {
      const denied = await weigh(server.url, "denied.db", { TARE_HTTP_TOKEN: "wr0ng-token" });
      expect(denied.stderr).toContain("TARE_HTTP_DENIED");
      expect(denied.stderr).not.toContain("wr0ng-token");
      expect(denied.code).toBe(2);
      const { code, stdout, stderr } = await weigh(server.url, "token.db", { TARE_HTTP_TOKEN: token });
      expect([0, 3, 4]).toContain(code);
      expect(stdout + stderr).not.toContain(token);
      const { readFileSync } = await import("node:fs");
      expect(readFileSync(join(place.path, "token.db")).includes(token)).toBe(false);
    } finally {
      await server.close();
    }
  });
});
