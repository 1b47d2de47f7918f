import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { keepApart } from "../../src/commands/keep-apart.js";
import { workplace } from "../cli/workplace.js";

const place = workplace();
const at = (name: string) => join(place.path, name);
for (const name of ["p.jsonl", "t.db", "k.key", "w.json", "s.jsonl"]) place.file(name, "x");
place.file("sub/x", "x");
symlinkSync(at("p.jsonl"), at("link.jsonl"));
symlinkSync("new.jsonl", at("dead.jsonl"));
symlinkSync(place.path, at("folder"));

it.each([
  { data: [at("p.jsonl")], out: at("p.jsonl") },
  { data: [at("p.jsonl")], out: at("link.jsonl") },
  { data: [at("link.jsonl")], digests: at("sub/../folder/p.jsonl") },
  { data: [at("p.jsonl")], report: ["markdown=x.md", `json=${at("p.jsonl")}`] },
  { data: [at("p.jsonl")], export: at("p.jsonl") },
  { pairs: [at("a"), at("p.jsonl")], db: at("t.db"), report: [`json=${at("t.db")}`] },
  { db: at("t.db"), out: at("t.db-wal") },
  { db: at("t.db"), out: at("t.db-shm") },
  { db: at("t.db"), key: at("k.key"), out: at("k.key") },
  { db: at("new.db"), out: at("folder/new.db") },
  { waivers: at("w.json"), output: at("w.json") },
  { rubric: at("w.json"), report: [`json=${at("w.json")}`] },
  { trainedOn: [at("p.jsonl")], report: [`json=${at("p.jsonl")}`] },
  { baseline: at("w.json"), report: [`json=${at("w.json")}`] },
  { augmentation: [`${at("op.js")}@2`], out: at("op.js") },
  { model: [`precomputed:${at("s.jsonl")}`], out: at("s.jsonl") },
  { model: [`scripted:@${at("s.jsonl")}`], out: at("s.jsonl") },
  { _: ["baseline"], action: "save", file: at("t.db"), db: at("t.db") },
  { out: at("x"), digests: at("folder/x") },
  { out: at("new.jsonl"), digests: at("dead.jsonl") },
  { out: "-", digests: "-" },
])("refuses an output where something else lies: %j", (given) => {
  expect(() => keepApart(given)).toThrow(expect.objectContaining({ code: "TARE_OUTPUT", exit: 2 }));
});

it("refuses two reports in one place", () => {
  const given = { report: [`json=${at("x")}`, `markdown=${at("folder/x")}`] };
  expect(() => keepApart(given)).toThrow(expect.objectContaining({ code: "TARE_USAGE" }));
});

it.each([
  { data: ["-"], out: "-" },
  { data: [at("p.jsonl")], out: at("x"), digests: at("y"), db: at("t.db") },
  { data: [at("p.jsonl")], rubric: "general", out: "general" },
  { _: ["baseline"], action: "show", file: at("w.json"), db: at("t.db") },
  { baseline: false, model: ["scripted:length"], report: ["github", `json=${at("x")}`] },
])("lets apart be: %j", (given) => {
  expect(keepApart(given)).toBe(true);
});
