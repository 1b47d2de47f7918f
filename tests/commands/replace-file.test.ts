import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openLines } from "../../src/commands/open-lines.js";
import { replaceFile } from "../../src/commands/replace-file.js";
import { writeResult } from "../../src/commands/terminal.js";
import { workplace } from "../cli/workplace.js";

const place = workplace();
const at = (name: string) => join(place.path, name);
const read = (name: string) => readFileSync(at(name), "utf8");
const parts = () => readdirSync(place.path).filter((name) => name.endsWith(".part"));

it("leaves the old file as it was until the new one is whole", () => {
  place.file("a", "old");
  chmodSync(at("a"), 0o640);
  const file = openLines(at("a"));
  file.write({ n: 1 });
  expect([read("a"), parts()]).toEqual(["old", ["a.part"]]);
  file.keep();
  file.drop();
  expect([read("a"), parts(), statSync(at("a")).mode & 0o777]).toEqual(['{"n":1}\n', [], 0o640]);
});

it("removes what was not kept", () => {
  place.file("b", "old");
  const file = replaceFile(at("b"));
  file.write("new");
  file.drop();
  expect([read("b"), parts()]).toEqual(["old", []]);
  replaceFile(at("never")).drop();
  expect(readdirSync(place.path)).not.toContain("never");
});

it("writes over nobody's file of that ending, and through links", () => {
  place.file("c", "old");
  place.file("c.part", "mine");
  symlinkSync("c", at("link"));
  writeResult(at("link"), "new");
  expect([read("c"), read("c.part"), lstatSync(at("link")).isSymbolicLink()]).toEqual(["new", "mine", true]);
});

it("writes straight to what is no file", () => {
  const file = replaceFile("/dev/null");
  file.write("x");
  file.keep();
  expect(file.leaves).toBe(true);
});

it.each([
  ["a folder", "", "this is a folder, not a file"],
  ["a place that is not there", "none/x", "there is no such folder"],
])("says what is wrong with %s", (_, name, message) => {
  expect(() => openLines(at(name))).toThrow(expect.objectContaining({ code: "TARE_OUTPUT", message }));
});
