import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, describe, expect, test } from "vitest";
import { packagePath } from "../../src/paths.js";
import { showDocument, showJsonSchema } from "../../src/show/document.js";
import { lines, preferences } from "./preferences.js";
import { COMPLETENESS, KEEPS } from "./rubrics.js";
import { run } from "./tare.js";
import { workplace } from "./workplace.js";

const place = workplace();
const tare = (...args: string[]) => run(args, { cwd: place.path });
const published = JSON.parse(readFileSync(packagePath("schemas", "show.schema.json"), "utf8"));
const valid = new Ajv2020({ strict: false }).compile(published);

const keys: Record<string, string> = {};
const shown: Record<string, string> = {};
beforeAll(async () => {
  place.file("data.jsonl", lines(preferences(10)));
  place.file("rubric.json", COMPLETENESS);
  await tare("run", "data.jsonl", "--model", KEEPS, "--rubric", "./rubric.json");
  const worst = await tare("query", "worst-pairs", "--param", "augmentation=truncated-ending", "--json");
  keys.pair = JSON.parse(worst.stdout)[0].pair;
  shown.pair = (await tare("show", keys.pair!, "--json")).stdout;
  const { pair } = JSON.parse(shown.pair);
  keys.item = pair.places[0].item;
  keys.run = pair.scores[0].run;
  shown.item = (await tare("show", keys.item!, "--json")).stdout;
  shown.run = (await tare("show", keys.run!, "--json")).stdout;
});

describe("tare show", () => {
  test("the published schema is what the code says (npm run docs writes it)", () => {
    expect(published).toEqual(showJsonSchema());
  });

  test.each(["pair", "item", "run"])("prints a %s as JSON that the schema describes, whole", (kind) => {
    const document = JSON.parse(shown[kind]!);
    expect(document.kind).toBe(kind);
    expect(valid(document), JSON.stringify(valid.errors)).toBe(true);
    // A field that the schema does not know is stripped here.
    expect(showDocument.parse(document)).toEqual(document);
  });

  test("prints a pair for a person, by the beginning of its key; what query prints can be pasted", async () => {
    const { code, stdout } = await tare("show", keys.pair!.slice(0, 12), "--width", "80");
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`^pair ${keys.pair}\ntruncated-ending · attribute completeness · `));
    expect(stdout).toMatch(/CHANGE {2}\d+ words? gone/);
    expect(stdout).not.toContain("\u001b");
  });

  test.each<[string, string[], RegExp]>([
    ["nothing of that name", ["zz"], /^TARE_UNKNOWN_KEY .*: no run, item or pair begins with "zz"\n/],
    [
      "a model that scored nothing",
      ["PAIR", "--model", "nobody"],
      /^TARE_UNKNOWN_NAME .*It was scored by: length/s,
    ],
    ["scores chosen of a run", ["RUN", "--model", "x"], /^TARE_USAGE .* is a run: --model and --run choose/],
  ])("refuses %s", async (_, args, says) => {
    const given = args.map((arg) => ({ PAIR: keys.pair!, RUN: keys.run! })[arg] ?? arg);
    const { code, stdout, stderr } = await tare("show", ...given);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(says);
  });
});
