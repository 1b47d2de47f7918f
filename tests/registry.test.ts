import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isPath } from "../src/discover.js";
import { didYouMean } from "../src/nearest.js";
import { packagePath } from "../src/paths.js";
import {
  listQueries,
  listRubrics,
  loadAugmentations,
  loadFormats,
  loadOracleKinds,
  loadReports,
  loadScorerKinds,
  readRubric,
} from "../src/registry.js";
import { workplace } from "./cli/workplace.js";

const place = workplace();

const filesIn = (folder: string, ending: string) =>
  readdirSync(packagePath(...folder.split("/")))
    .filter((file) => file.endsWith(ending) && !file.endsWith(".d.ts") && file !== "rubric.schema.json")
    .map((file) => file.slice(0, -ending.length))
    .sort();

/** An operator that adds a word; `wrong` takes the place of some of its fields. */
const operator = (wrong = "") => `
  const fields = {
    summary: "Adds a word.", version: 1, expects: "not-higher", attribute: "words", changes: "response",
    applies: "Everything.", languages: "any", preserves: [], source: "A test.", examples: [],
    apply: ({ response }) => response + " indeed",
  };
  export default { ...fields, ${wrong} };`;

describe("discovery", () => {
  test("what lies in the folders is what there is, in the order of names", async () => {
    const namesOf = (entries: readonly { readonly name: string }[]) => entries.map(({ name }) => name);
    expect(namesOf(await loadAugmentations())).toEqual(filesIn("augmentations", ".ts"));
    expect(namesOf(await loadFormats())).toEqual(filesIn("src/formats/known", ".ts"));
    expect(namesOf(await loadReports())).toEqual(filesIn("src/reports", ".ts"));
    expect(namesOf(listRubrics())).toEqual(filesIn("rubrics", ".json"));
    expect(namesOf(listQueries())).toEqual(filesIn("db/queries", ".sql"));
    expect(namesOf(await loadOracleKinds())).toEqual(filesIn("src/oracle/kinds", ".ts"));
    expect(namesOf(await loadScorerKinds())).toEqual(
      expect.arrayContaining(["onnx", "precomputed", "scripted"]),
    );
  });

  test("what is found cannot be changed", async () => {
    for (const one of [...(await loadAugmentations()), ...(await loadFormats()), ...(await loadReports())])
      expect(Object.isFrozen(one), one.name).toBe(true);
  });
});

describe("an augmentation file of one's own", () => {
  const load = async (name: string, source: string) => {
    place.file(name, source);
    return loadAugmentations([`./${name}`], place.path);
  };

  test("is named after its file and stands beside the known ones", async () => {
    const known = await loadAugmentations();
    const all = await load("one-more-word.mjs", operator());
    expect(all).toHaveLength(known.length + 1);
    expect(all.at(-1)).toMatchObject({ name: "one-more-word", attribute: "words" });
  });

  test.each([
    ["no-summary", "summary: undefined", /summary: /],
    ["no-apply", "apply: undefined", /apply: /],
    ["wrong-expects", 'expects: "rise"', /expects: .*same.*lower/],
    ["no-version", "version: 0", /version: /],
    ["wrong-preserves", 'preserves: ["commas"]', /preserves\.0: /],
    ["no-doses", "doses: []", /doses: /],
    ["wrong-example", "examples: [{ answer: 1 }]", /examples\.0/],
    ["two-faults", 'changes: "title", attribute: ""', /attribute: .*changes: /],
  ])("%s: the message names the field and the file", async (name, wrong, says) => {
    await expect(load(`${name}.mjs`, operator(wrong))).rejects.toMatchObject({
      code: "TARE_EXTENSION_INVALID",
      exit: 2,
      where: `./${name}.mjs`,
      message: expect.stringMatching(says),
    });
  });

  test("may not take the name of a known operator, nor come twice", async () => {
    const code = "TARE_EXTENSION_INVALID";
    await expect(load("preamble.mjs", operator())).rejects.toMatchObject({
      code,
      message: /"preamble" already/,
    });
    place.file("a/word.mjs", operator());
    place.file("b/word.mjs", operator());
    await expect(loadAugmentations(["a/word.mjs", "b/word.mjs"], place.path)).rejects.toMatchObject({ code });
  });

  test("that throws while it is loaded is told with its file", async () => {
    await expect(load("late.mjs", 'throw new Error("not today");')).rejects.toMatchObject({
      code: "TARE_EXTENSION_INVALID",
      where: "./late.mjs",
      message: expect.stringContaining("not today"),
    });
  });
});

describe("a rubric by name or by path", () => {
  test("is found", () => {
    place.file("my-rubric.json", "{}");
    expect(readRubric("general", place.path).file).toBe(packagePath("rubrics", "general.json"));
    expect(readRubric("my-rubric.json", place.path).source).toBe("{}");
    expect(readRubric(join(place.path, "my-rubric.json"), "/").source).toBe("{}");
  });

  test.each([
    ["generel", "TARE_UNKNOWN_NAME", /there is no rubric "generel" \(did you mean general\?\)/],
    ["./general.json", "TARE_RUBRIC_MISSING", /no such file/],
    ["./", "TARE_RUBRIC_MISSING", /this is a folder/],
  ])("%s is refused", (name, code, message) => {
    expect(() => readRubric(name, place.path)).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(message) }),
    );
  });
});

describe("names", () => {
  test.each([
    ["./x", true],
    ["../x.json", true],
    ["/tmp/x", true],
    ["x.js", true],
    ["x.mjs", true],
    ["my/x.ts", true],
    ["rubric.json", true],
    ["general", false],
    ["length-padding@1.5", false],
    ["x.txt", false],
    ["", false],
  ])("%j is a path: %j", (name, path) => expect(isPath(name)).toBe(path));

  test("the nearest is offered where it may be meant, and none where it may not", () => {
    const known = ["general", "demo", "length-and-format"];
    expect(didYouMean("generl", known)).toBe(" (did you mean general?)");
    expect(didYouMean("lenght-and-formats", known)).toBe(" (did you mean length-and-format?)");
    expect(didYouMean("entirely-other", known)).toBe("");
    expect(didYouMean("x", [])).toBe("");
  });
});
