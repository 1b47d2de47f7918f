import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Progress } from "../../src/contract.js";
import { openAhead } from "../../src/scorers/open-ahead.js";
import scripted from "../../src/scorers/scripted.js";
import { askOne } from "../cli/database.js";
import { lines, preferences } from "../cli/preferences.js";
import { EVERYTHING } from "../cli/rubrics.js";
import { workplace } from "../cli/workplace.js";
import { weigh } from "./weighing.js";

const place = workplace();
place.file("rubric.json", EVERYTHING);
place.file("data.jsonl", lines(preferences(60)));
const at = (database: string) => join(place.path, database);

/** Calls back at every sign of progress. */
const watching = (update: Progress["update"]): Progress => ({ update, say: () => {}, end: () => {} });

describe("pairs are built while the session scores", () => {
  test("scores are written before the last pair is, and in the progress scoring follows pairing", async () => {
    const scoresAt: number[] = [];
    const stages: string[] = [];
    let left = 0;
    const progress = watching((stage, done, total) => {
      if (stages.at(-1) !== stage) stages.push(stage);
      if (stage === "building pairs" && done < total)
        scoresAt.push(askOne(at("ahead.db"), "SELECT count(*) FROM scores") as number);
      if (stage === "score") left = total - done;
    });
    await weigh(place.path, { database: "ahead.db" }, { progress });
    expect(scoresAt.at(-1)).toBeGreaterThan(0);
    expect(stages.filter((stage) => stage === "building pairs")).toHaveLength(1);
    expect(stages.indexOf("score")).toBeGreaterThan(stages.indexOf("building pairs"));
    expect(left).toBe(0);
    const missing = `SELECT count(*) FROM run_texts WHERE text NOT IN (SELECT text FROM scores)`;
    expect(askOne(at("ahead.db"), missing)).toBe(0);
    // The answers come first, then each new text once, in the part of the items that brought it.
    expect(askOne(at("ahead.db"), "SELECT count(*) FROM run_texts WHERE part = 0")).toBe(
      askOne(at("ahead.db"), "SELECT count(DISTINCT text) FROM responses"),
    );
    expect(askOne(at("ahead.db"), "SELECT max(part) FROM run_texts")).toBe(4);
  });

  test("a score that is no number stops both, and is what is told", async () => {
    const failed = weigh(place.path, { database: "nan.db", models: ["scripted:1e308*length"] });
    await expect(failed).rejects.toMatchObject({ code: "TARE_SCORE_NOT_FINITE" });
    expect(askOne(at("nan.db"), "SELECT state FROM runs")).toBe("pairing");
  });
});

describe("a model that loads while the data are read", () => {
  const opening = () => {
    let closed = 0;
    const open = async () => {
      const scorer = await scripted.open("length", { cwd: "." });
      return { ...scorer, close: async () => void closed++ };
    };
    return { open, closed: () => closed };
  };

  test("is closed when nobody takes it, and left to whoever does", async () => {
    const unused = opening();
    await openAhead(unused.open).drop();
    expect(unused.closed()).toBe(1);
    const used = opening();
    const ahead = openAhead(used.open);
    await ahead.take();
    await ahead.drop();
    expect(used.closed()).toBe(0);
  });

  test("fails where it is taken, not before", async () => {
    const ahead = openAhead(() => Promise.reject(new Error("no model")));
    await new Promise((resolve) => setImmediate(resolve));
    await expect(ahead.take()).rejects.toThrow("no model");
    await openAhead(() => Promise.reject(new Error("no model"))).drop();
  });
});
