import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { withExport } from "../../src/commands/with-export.js";
import { ask } from "../cli/database.js";
import { workplace } from "../cli/workplace.js";

const place = workplace();
const at = (name: string) => join(place.path, name);
const text = (response: string) => ({ messages: [{ role: "user", content: "Why?" }], response });
const pairOf = (n: number) => ({ base: text(`because ${n}`), variant: text(`therefore ${n}`) }) as never;

/** Writes 1500 pairs, so that digests are in the database before the end, and then breaks off or does not. */
async function exportTo(out: string, db: string, breaksOff: boolean): Promise<unknown> {
  const asked = { file: out === "-" ? out : at(out), format: "pairs", db: at(db), digests: at(`${db}.list`) };
  return withExport(asked as never, async (made) => {
    made.begin({ operators: ["preamble"], names: [] });
    for (let n = 0; n < 1500; n++) made.write({ n }, pairOf(n));
    if (breaksOff) throw new Error("broken off");
  }).catch((error: Error) => error.message);
}

const noted = (db: string) =>
  ["training_exports", "export_digests", "export_operators"].map(
    (table) => ask<{ n: number }>(at(db), `SELECT count(*) AS n FROM ${table}`)[0]!.n > 0,
  );

it("that breaks off leaves the old file and notes nothing", async () => {
  place.file("old.jsonl", "old");
  expect(await exportTo("old.jsonl", "broken.db", true)).toBe("broken off");
  expect(readFileSync(at("old.jsonl"), "utf8")).toBe("old");
  expect(noted("broken.db")).toEqual([false, false, false]);
  expect(readdirSync(place.path).filter((name) => /part|list/.test(name))).toEqual([]);
});

it("that comes to its end is there, and noted", async () => {
  await exportTo("new.jsonl", "whole.db", false);
  expect(readFileSync(at("new.jsonl"), "utf8").split("\n")).toHaveLength(1501);
  expect(noted("whole.db")).toEqual([true, true, true]);
});

it("that went to stdout has left, and is noted though it breaks off", async () => {
  const said = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  await exportTo("-", "stdout.db", true);
  const first = said.mock.calls[0]?.[0];
  said.mockRestore();
  expect(first).toBe('{"n":0}\n');
  expect(noted("stdout.db")).toEqual([true, true, true]);
});
