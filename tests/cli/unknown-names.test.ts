import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { expectNothingComplete, expectRefusal } from "./afterwards.js";
import { lines, preferences } from "./preferences.js";
import { COMPLETENESS, KEEPS } from "./rubrics.js";
import { run } from "./tare.js";
import { workplace } from "./workplace.js";

const place = workplace();
const tare = (...args: string[]) => run(args, { cwd: place.path });
const weigh = (...more: string[]) => tare("run", "data.jsonl", "--db", "refused.db", "--quiet", ...more);

beforeAll(async () => {
  place.file("data.jsonl", lines(preferences(8)));
  place.file("rubric.json", COMPLETENESS);
  place.file("empty.json", "");
  place.file("typo.json", { ...COMPLETENESS, casual: [] });
  place.file("comma.json", '{"name": "x",\n "why": "y",,}');
  place.file("nameless.mjs", "export default { version: 1 };");
  place.file("silent.mjs", "export const nothing = 1;");
  place.file("broken.mjs", "export default {");
  const { code } = await tare("run", "data.jsonl", "--model", KEEPS, "--rubric", "./rubric.json");
  expect(code).toBe(0);
});

const GATE = ["--rubric", "./rubric.json"];
const WITH = ["--model", KEEPS];

describe("an unknown name is told with the nearest one", () => {
  test.each<[string, string[], string, RegExp]>([
    [
      "rubric",
      ["run", "data.jsonl", ...WITH, "--rubric", "generl"],
      "TARE_UNKNOWN_NAME",
      /did you mean general\?/,
    ],
    [
      "format",
      ["run", "data.jsonl", ...WITH, "--format", "llmbra"],
      "TARE_UNKNOWN_NAME",
      /did you mean llmbar\?/,
    ],
    [
      "augmentation",
      ["run", "data.jsonl", ...WITH, ...GATE, "--augmentation", "preambel"],
      "TARE_UNKNOWN_NAME",
      /did you mean preamble\?/,
    ],
    [
      "dose",
      ["run", "data.jsonl", ...WITH, ...GATE, "--augmentation", "length-padding@3"],
      "TARE_UNKNOWN_NAME",
      /"3" is no dose of "length-padding": it has 1\.25, 1\.5, 2, 4/,
    ],
    [
      "nameless augmentation",
      ["run", "data.jsonl", ...WITH, "--augmentation", ""],
      "TARE_UNKNOWN_NAME",
      /called ""/,
    ],
    ["query", ["query", "worst-pars"], "TARE_UNKNOWN_NAME", /did you mean worst-pairs\?/],
    ["report", ["report", "--format", "markdwon"], "TARE_UNKNOWN_NAME", /did you mean markdown\?/],
    [
      "name to explain",
      ["explain", "whitespace-jiter"],
      "TARE_UNKNOWN_NAME",
      /did you mean whitespace-jitter\?/,
    ],
    ["run of a gate", ["gate", "--run", "zzz"], "TARE_NO_RUN", /no run begins with zzz/],
    [
      "run of a query",
      ["query", "verdicts", "--param", "run=zzz"],
      "TARE_NO_RUN",
      /query verdicts, parameter run/,
    ],
    ["parameter", ["query", "verdicts", "--param", "rnu=1"], "TARE_QUERY_PARAMETER", /did you mean run\?/],
    [
      "parameter without value",
      ["query", "verdicts", "--param", "run"],
      "TARE_QUERY_PARAMETER",
      /name=value/,
    ],
    [
      "parameter given twice",
      ["query", "truncated", "--param", "limit=1", "--param", "limit=2"],
      "TARE_QUERY_PARAMETER",
      /--param limit=… is given more than once/,
    ],
    ["database", ["gate", "--db", "nowhere.db"], "TARE_DB_MISSING", /nowhere\.db: no such file/],
    [
      "output folder",
      ["report", "--output", "no/such/x.md"],
      "TARE_OUTPUT",
      /no\/such\/x\.md: there is no such folder/,
    ],
  ])("%s", async (_, args, code, says) => expectRefusal(await tare(...args), code, says));
});

describe("a model or rubric that is not one", () => {
  test.each<[string, string[], string, RegExp]>([
    ["no folder", ["--model", "./no-model", ...GATE], "TARE_MODEL_MISSING", /\.\/no-model: neither a path/],
    ["an empty name", ["--model", "", ...GATE], "TARE_MODEL_MISSING", /neither a path/],
    ["a folder of other things", ["--model", ".", ...GATE], "TARE_MODEL_NO_GRAPH", /holds a \.onnx file/],
    [
      "a formula of nothing",
      ["--model", "scripted:lenght", ...GATE],
      "TARE_SCORER_SPEC",
      /no feature "lenght"/,
    ],
    ["no score file", ["--model", "precomputed:none.jsonl", ...GATE], "TARE_SCORER_SPEC", /none\.jsonl/],
    [
      "an infinite score",
      ["--model", "scripted:1e308*length", ...GATE],
      "TARE_SCORE_NOT_FINITE",
      /scored Infinity/,
    ],
    ["no rubric file", [...WITH, "--rubric", "./none.json"], "TARE_RUBRIC_MISSING", /none\.json/],
    ["an empty rubric", [...WITH, "--rubric", "./empty.json"], "TARE_RUBRIC_SYNTAX", /the file is empty/],
    ["a comma too many", [...WITH, "--rubric", "./comma.json"], "TARE_RUBRIC_SYNTAX", /comma\.json:2:\d+/],
    [
      "a field there is not",
      [...WITH, "--rubric", "./typo.json"],
      "TARE_RUBRIC_FIELD",
      /did you mean causal\?/,
    ],
  ])("%s", async (_, args, code, says) => {
    expectRefusal(await weigh(...args), code, says);
    expectNothingComplete(join(place.path, "refused.db"));
  });

  test.each<[string, string, string, RegExp]>([
    ["without its fields", "./nameless.mjs", "TARE_EXTENSION_INVALID", /summary: .*expects: .*apply: /s],
    ["without a default export", "./silent.mjs", "TARE_EXTENSION_INVALID", /silent\.mjs: default export/],
    ["that is no code", "./broken.mjs", "TARE_EXTENSION_INVALID", /it cannot be imported/],
    ["that is not there", "./none.mjs", "TARE_UNKNOWN_NAME", /none\.mjs: no such file/],
  ])("an augmentation file %s", async (_, file, code, says) => {
    expectRefusal(await weigh(...WITH, ...GATE, "--augmentation", file), code, says);
  });
});
