import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { TareError } from "../../src/errors.js";
import { packagePath } from "../../src/paths.js";
import { listRubrics } from "../../src/registry.js";
import { validateFile } from "../../src/validate/kinds.js";
import { workplace } from "../cli/workplace.js";

const place = workplace();

async function failure(file: string): Promise<TareError> {
  try {
    await validateFile(file, place.path);
  } catch (error) {
    if (error instanceof TareError) return error;
    throw error;
  }
  throw new Error(`${file} is well`);
}

beforeAll(() => {
  for (const { name, file } of listRubrics()) copyFileSync(file, join(place.path, `${name}.json`));
});

it.each(listRubrics().map(({ name }) => name))("%s is well, in one line", async (name) => {
  const line = await validateFile(`${name}.json`, place.path);
  expect(line).toMatch(
    new RegExp(`^rubric "${name}": \\d+ rules, \\d+ claims, of which \\d+ decide the gate$`),
  );
});

it("tells every problem at once, each with its line and path, also those of what it extends", async () => {
  place.file(
    "ours/base.json",
    '{"name": "base", "why": "w",\n"spurious": [{"attribute": "lenght", "why": "w",\n"augmentations": ["length-padding@9"]}]}',
  );
  place.file(
    "ours/mine.json",
    '{"name": "mine", "why": "w", "extends": "./base.json",\n"remove": ["accuracy"],\n"waivers": [{"claim": "x", "until": "2026-12-31", "why": "w"}]}',
  );
  const { code, where, message, exit } = await failure("ours/mine.json");
  expect([code, where, exit]).toEqual(["TARE_RUBRIC_FIELD", "./ours/mine.json:2:12", 2]);
  expect(message.split("\n").map((line) => line.trim().split(": ").slice(0, 2).join(": "))).toEqual([
    "remove[0]: nothing to remove",
    "./ours/mine.json:3:23: waivers[0].claim",
    expect.stringMatching(/ours\/base\.json:2:28: spurious\[0\]\.attribute$/),
    expect.stringMatching(/ours\/base\.json:3:19: spurious\[0\]\.augmentations\[0\]$/),
  ]);
});

it("extends a shipped rubric by name", async () => {
  place.file("mine.json", { name: "mine", why: "w", extends: "general", remove: ["whitespace", "identity"] });
  expect(await validateFile("./mine.json", place.path)).toBe(
    'rubric "mine": 10 rules, 14 claims, of which 12 decide the gate',
  );
  expect(await validateFile(join(place.path, "mine.json"), "/")).toContain('rubric "mine"');
});

it.each([
  ["none.json", "TARE_VALIDATE_FILE", "no such file"],
  [
    "data.csv",
    "TARE_VALIDATE_FILE",
    "this is no kind of file that can be checked: waivers (a .json file with waivers in its name), rubric (a .json file), operator (a .js, .mjs or .ts file whose",
  ],
  ["folder.json", "TARE_VALIDATE_FILE", "this is a folder"],
  ["broken.json", "TARE_RUBRIC_SYNTAX", "a value is expected"],
])("%s", async (file, code, says) => {
  place.file("data.csv", "a,b\n");
  place.file("folder.json/x", "");
  place.file("broken.json", '{"name": }');
  const error = await failure(file);
  expect([error.code, error.exit]).toEqual([code, 2]);
  expect(error.message).toContain(says);
  expect(error.where).toContain(file);
});

it("knows an operator of one's own where its file is named", async () => {
  const fields = { summary: "s", version: 1, expects: "same", attribute: "mood", changes: "response" };
  const more = { applies: "a", languages: "any", preserves: [], source: "s", examples: [] };
  place.file(
    "cheer.mjs",
    `export default { ...${JSON.stringify({ ...fields, ...more })}, apply: () => "x" };`,
  );
  const rule = { attribute: "mood", why: "w", augmentations: ["cheer"] };
  place.file("mood.json", { name: "mood", why: "w", spurious: [rule] });
  expect((await failure("mood.json")).message).toContain('no augmentation is called "cheer"');
  expect(await validateFile("mood.json", place.path, ["./cheer.mjs"])).toContain(
    'rubric "mood": 1 rule, 1 claim',
  );
});

it("the example in the README is well", async () => {
  const [, example] = /```json\n([\s\S]*?)```/.exec(
    readFileSync(packagePath("rubrics", "README.md"), "utf8"),
  )!;
  place.file("example.json", example);
  expect(await validateFile("example.json", place.path)).toMatch(/1 waived$/);
});

it("the schema is no rubric", async () => {
  copyFileSync(packagePath("rubrics", "rubric.schema.json"), join(place.path, "rubric.schema.json"));
  expect((await failure("rubric.schema.json")).code).toBe("TARE_VALIDATE_FILE");
});
