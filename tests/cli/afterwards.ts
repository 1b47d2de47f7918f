import { existsSync } from "node:fs";
import { expect } from "vitest";
import { ask, complaints } from "./database.js";
import type { Ended } from "./tare.js";

/** What every failure the user can mend must look like. */
export function expectRefusal(ended: Ended, code: string, says: RegExp): void {
  expect(ended.stderr, ended.stderr).toMatch(new RegExp(`^${code} {2}`, "m"));
  expect(ended.stderr).toMatch(says);
  expect(ended.stderr).toMatch(/^ {2}what to do: \S/m);
  expect(ended.stderr).not.toMatch(/^\s+at .*:\d+/m);
  expect({ code: ended.code, stdout: ended.stdout }).toEqual({ code: 2, stdout: "" });
}

/** A database that was left behind must open, be whole, and claim no run to be complete. */
export function expectNothingComplete(file: string): void {
  if (!existsSync(file)) return;
  expect(complaints(file)).toEqual([]);
  const tables = ask<{ name: string }>(file, "SELECT name FROM sqlite_schema WHERE name = 'runs'");
  if (tables.length > 0) expect(ask(file, "SELECT id FROM runs WHERE state = 'complete'")).toEqual([]);
}
