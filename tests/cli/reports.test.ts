import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { beforeAll, describe, expect, test } from "vitest";
import { readTargets } from "../../src/commands/report-targets.js";
import type { TareError } from "../../src/errors.js";
import { reportDocument } from "../../src/reports/schema/document.js";
import { expectRefusal } from "./afterwards.js";
import { lines, preferences } from "./preferences.js";
import { BREAKS, COMPLETENESS, KEEPS, NEITHER } from "./rubrics.js";
import { type Ended, run } from "./tare.js";
import { workplace } from "./workplace.js";

const place = workplace();
const read = (name: string) => readFileSync(join(place.path, name), "utf8");
const tare = (args: readonly string[], env: Record<string, string> = {}): Promise<Ended> =>
  run(args, { cwd: place.path, env: { GITHUB_STEP_SUMMARY: "", ...env } });
const WEIGH = ["run", "data.jsonl", "--rubric", "./rubric.json", "--quiet"];
const reports = (...specs: string[]) => specs.flatMap((spec) => ["--report", spec]);

const OWN = `export default {
  summary: "Verdicts alone.",
  render: (views) => views.map(({ scorer, verdict }) => scorer.name + "=" + verdict).join("\\n"),
};`;

beforeAll(async () => {
  place.file("data.jsonl", lines(preferences(30)));
  place.file("rubric.json", COMPLETENESS);
  place.file("own.mjs", OWN);
  place.file("summary.md", "# what an earlier step of the job wrote\n");
  const asked = reports(
    "junit=out/deep/tare.xml",
    "json=out/tare.json",
    "github",
    "markdown=tare.md",
    "html=out/tare.html",
    "./own.mjs=own.txt",
  );
  const ended = await tare([...WEIGH, "--model", BREAKS, "--model", NEITHER, ...asked], {
    GITHUB_STEP_SUMMARY: join(place.path, "summary.md"),
  });
  expect(ended.code).toBe(3);
  expect(ended.stdout).toContain("SIDE BY SIDE");
  expect(ended.stderr).toMatch(/^::error title=tare%3A completeness\/correct-direction FAIL/m);
  expect(ended.stdout).not.toContain("::error");
});

describe("tare run --report", () => {
  test("writes each report, making folders as it needs them", () => {
    expect(XMLValidator.validate(read("out/deep/tare.xml"))).toBe(true);
    const { failures, skipped } = countsOf(read("out/deep/tare.xml"));
    expect([failures, skipped]).toEqual([1, 1]);
    const document = JSON.parse(read("out/tare.json"));
    expect(document.verdict).toBe("fail");
    expect(reportDocument.parse(document)).toEqual(document);
    expect(read("tare.md")).toMatch(/^## tare: FAIL · /);
    expect(read("out/tare.html")).toMatch(/<h1>FAIL: 1 of 2 models fails\..*<article class="pair" .*<\/html>\n$/s);
    expect(read("own.txt").split("\n")).toEqual([
      expect.stringMatching(/=fail$/),
      expect.stringMatching(/=inconclusive$/),
    ]);
  });

  test("adds to the step summary what others left there", () => {
    expect(read("summary.md")).toBe(`# what an earlier step of the job wrote\n${read("tare.md")}`);
  });

  test("- puts the report on stdout, alone", async () => {
    const { stdout, code } = await tare(["gate", ...reports("json=-")]);
    expect(JSON.parse(stdout).schema).toBe("tare-report");
    expect(code).toBe(3);
  });

  test("a command that comes to no verdict leaves reports that say so, and stays a failure", async () => {
    const asked = reports("junit=none.xml", "json=none.json", "github=none.md", "markdown=never.md");
    const ended = await tare([...WEIGH, "--model", "scripted:1e308*length", "--db", "none.db", ...asked]);
    expectRefusal(ended, "TARE_SCORE_NOT_FINITE", /^::error title=tare%3A TARE_SCORE_NOT_FINITE::/m);
    expect(countsOf(read("none.xml"))).toMatchObject({ tests: 1, errors: 1, failures: 0 });
    const document = JSON.parse(read("none.json"));
    expect(reportDocument.parse(document)).toEqual(document);
    expect(document).toMatchObject({ verdict: null, failure: { code: "TARE_SCORE_NOT_FINITE" } });
    expect(read("none.md")).toMatch(/^## tare: no verdict · TARE_SCORE_NOT_FINITE/);
    expect(existsSync(join(place.path, "never.md"))).toBe(false);
  });

  test.each<[string, string[], string, RegExp]>([
    ["a report without a place", ["junit"], "TARE_USAGE", /where to\? Give junit=PATH/],
    ["an empty place", ["junit="], "TARE_USAGE", /where to\?/],
    ["github outside of GitHub", ["github"], "TARE_USAGE", /GITHUB_STEP_SUMMARY/],
    ["an unknown report", ["jnuit=x.xml"], "TARE_UNKNOWN_NAME", /did you mean junit\?/],
    ["a file that is none", ["./rubric.json=x"], "TARE_EXTENSION_INVALID", /./],
    ["two reports in one place", ["junit=x", "json=./x"], "TARE_USAGE", /two reports go to /],
    ["two on stdout", ["junit=-", "json=-"], "TARE_USAGE", /two reports go to stdout/],
    ["a place that is a folder", ["json=."], "TARE_OUTPUT", /this is a folder/],
  ])("%s is refused", async (_, specs, code, says) => {
    const refused = readTargets(specs, place.path, {}).catch((error: TareError) => error);
    expect(await refused).toMatchObject({ code, message: expect.stringMatching(says) });
  });

  test("a refusal comes before any work", async () => {
    const ended = await tare([...WEIGH, "--model", KEEPS, "--db", "never.db", ...reports("junit")]);
    expectRefusal(ended, "TARE_USAGE", /where to/);
    expect(existsSync(join(place.path, "never.db"))).toBe(false);
  });
});

describe("gate and report", () => {
  test("write the same as the run did, without a model", async () => {
    const asked = ["junit", "json", "markdown"];
    for (const [command, code] of [
      ["gate", 3],
      ["report", 0],
    ] as const) {
      const specs = asked.map((name) => `${name}=${command}.${name}`);
      expect((await tare([command, ...reports(...specs)])).code).toBe(code);
      expect(read(`${command}.junit`)).toBe(read("out/deep/tare.xml"));
      expect(read(`${command}.json`)).toBe(read("out/tare.json"));
      expect(read(`${command}.markdown`)).toBe(read("tare.md"));
    }
  });

  test("a full step summary is told, not overfilled", async () => {
    writeFileSync(join(place.path, "full.md"), "x".repeat(1024 * 1024 - 10));
    const ended = await tare(["gate", ...reports("github")], {
      GITHUB_STEP_SUMMARY: join(place.path, "full.md"),
    });
    expect(ended.stderr).toContain("the step summary is full (1048566 bytes): nothing was added");
    expect(read("full.md")).toHaveLength(1024 * 1024 - 10);
    expect(ended.code).toBe(3);
  });
});

function countsOf(xml: string) {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: "",
    parseAttributeValue: true,
  });
  return parser.parse(xml).testsuites as Record<"tests" | "failures" | "errors" | "skipped", number>;
}
