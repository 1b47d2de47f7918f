import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { ask, askOne, complaints } from "../cli/database.js";
import { run as tare } from "../cli/tare.js";

const FOLDER = join(import.meta.dirname, "released");
const place = mkdtempSync(join(tmpdir(), "tare-released-"));
afterAll(() => rmSync(place, { recursive: true }));

const released = readdirSync(FOLDER).filter((file) => file.endsWith(".db.gz"));
const unpacked = (file: string) => {
  const path = join(place, file.replace(/\.gz$/, ""));
  writeFileSync(path, gunzipSync(readFileSync(join(FOLDER, file))));
  return path;
};

it("there is a database of every released schema", () => {
  expect(released).toContain("schema-1.db.gz");
});

describe.each(released)("%s", (file) => {
  it("opens, upgrades, and keeps what it holds", async () => {
    const path = unpacked(file);
    const version = Number(/\d+/.exec(file)![0]);
    expect(askOne(path, "PRAGMA user_version")).toBe(version);
    const counted = () =>
      ["texts", "scores", "pairs", "drift", "effects", "verdicts"].map((table) => [
        table,
        askOne(path, `SELECT count(*) FROM ${table}`),
      ]);
    const before = counted();
    const [run] = ask<{ verdict: string }>(path, "SELECT verdict FROM runs");
    const gate = await tare(["gate", "--db", path, "--json"], { cwd: place });
    expect(JSON.parse(gate.stdout)[0].verdict).toBe(run!.verdict);
    const report = await tare(["report", "--db", path, "--json"], { cwd: place });
    const [view] = JSON.parse(report.stdout).runs;
    expect(view.verdict).toBe(run!.verdict);
    expect(view.coverage.length).toBeGreaterThan(0);
    expect(askOne(path, "PRAGMA user_version")).toBeGreaterThanOrEqual(version);
    expect(counted()).toEqual(before);
    expect(complaints(path)).toEqual([]);
  });

  it("is analysed anew with the verdict it had", async () => {
    const path = unpacked(file);
    const [run] = ask<{ verdict: string }>(path, "SELECT verdict FROM runs");
    const { stdout, code } = await tare(["analyze", "--db", path, "--json", "--quiet"], { cwd: place });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)[0].verdict).toBe(run!.verdict);
  });
});
