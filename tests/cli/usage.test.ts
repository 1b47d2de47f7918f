import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { VERSION } from "../../src/version.js";
import { askOne } from "./database.js";
import { lines, preferences } from "./preferences.js";
import { BREAKS, COMPLETENESS, KEEPS } from "./rubrics.js";
import { run, start } from "./tare.js";
import { workplace } from "./workplace.js";

const place = workplace();
const RECORDS = preferences(12);
const GATE = ["--rubric", "./rubric.json", "--model", KEEPS];

beforeAll(() => {
  place.file("data.jsonl", lines(RECORDS));
  place.file("data.json", JSON.stringify(RECORDS, null, 2));
  place.file("data.jsonl.gz", gzipSync(lines(RECORDS)));
  place.file("rubric.json", COMPLETENESS);
});

const tare = (...args: string[]) => run(args, { cwd: place.path });

describe("a wrong command line", () => {
  test.each<[string, string[], RegExp]>([
    ["nothing at all", [], /Name a command/],
    ["an unknown command", ["rnu"], /Did you mean run\?/],
    ["no data", ["run", "--model", KEEPS], /Give data, or --pairs/],
    ["no model", ["run", "data.jsonl"], /Missing required argument: model/],
    ["a model without its value", ["run", "data.jsonl", "--model"], /Not enough arguments following: model/],
    [
      "an unknown option in the place of a required one",
      ["run", "data.jsonl", "--modle", "x"],
      /Unknown argument: modle \(did you mean model\?\)/,
    ],
    ["an unknown option", ["run", "data.jsonl", ...GATE, "--modle", "x"], /Unknown argument: modle/],
    [
      "no item to keep",
      ["run", "data.jsonl", ...GATE, "--limit", "0"],
      /--limit wants a whole number above 0/,
    ],
    ["half an item", ["run", "data.jsonl", ...GATE, "--limit", "2.5"], /--limit wants/],
    ["a limit in words", ["run", "data.jsonl", ...GATE, "--limit", "ten"], /--limit wants/],
    [
      "a seed that is no number",
      ["run", "data.jsonl", ...GATE, "--seed", "x"],
      /--seed wants a whole number/,
    ],
    ["no thread", ["run", "data.jsonl", ...GATE, "--threads", "0"], /--threads wants/],
    [
      "two databases",
      ["run", "data.jsonl", ...GATE, "--db", "a", "--db", "b"],
      /--db is given more than once/,
    ],
    ["two rubrics", ["run", "data.jsonl", ...GATE, "--rubric", "demo"], /--rubric is given more than once/],
    [
      "two seeds",
      ["run", "data.jsonl", ...GATE, "--seed", "1", "--seed", "2"],
      /--seed is given more than once/,
    ],
    ["an unknown kind of list", ["list", "modles"], /Choices: "augmentations"/],
    ["an unknown action", ["db", "digets"], /Did you mean digest\?/],
    ["no action", ["db"], /Name an action: check, /],
  ])("%s", async (_, args, says) => {
    const { code, stdout, stderr } = await tare(...args);
    expect(stderr).toMatch(/^TARE_USAGE {2}/);
    expect(stderr).toMatch(says);
    expect(stderr).toContain("what to do: ");
    expect(stderr).not.toMatch(/^\s+at /m);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });

  test("messages are English in every locale", async () => {
    const { stderr } = await run(["score"], { cwd: place.path, env: { LC_ALL: "de_DE.UTF-8" } });
    expect(stderr).toContain("Not enough non-option arguments");
  });
});

test("--version and --help answer on stdout", async () => {
  expect(await tare("--version")).toEqual({ code: 0, stdout: `${VERSION}\n`, stderr: "" });
  const { code, stdout, stderr } = await tare("run", "--help");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  for (const option of [
    "--model",
    "--rubric",
    "--db",
    "--limit",
    "--seed",
    "--augmentation",
    "--json",
    "--quiet",
  ])
    expect(stdout).toContain(option);
  expect(stdout).toMatch(/Examples:/);
});

describe("where data come from", () => {
  const digestOf = async (db: string) =>
    JSON.parse((await tare("db", "digest", "--db", db, "--json")).stdout).digest;

  test("lines, an array, gzip and standard input are the same run", async () => {
    const digests = new Map<string, string>();
    for (const [name, ...from] of [
      ["plain", "data.jsonl"],
      ["array", "data.json"],
      ["gzip", "data.jsonl.gz"],
    ]) {
      const { code } = await tare("run", ...from, ...GATE, "--db", `${name}.db`, "--quiet");
      expect(code).toBe(0);
      digests.set(name!, await digestOf(`${name}.db`));
    }
    for (const [name, input] of [
      ["stdin", Buffer.from(lines(RECORDS))],
      ["stdin-gzip", gzipSync(lines(RECORDS))],
    ] as const) {
      const args = ["run", "--quiet", "-", ...GATE, "--db", `${name}.db`];
      const { code } = await run(args, { cwd: place.path, input });
      expect(code).toBe(0);
      expect(askOne(`${place.path}/${name}.db`, "SELECT count(*) FROM run_items")).toBe(RECORDS.length);
      digests.set(name, await digestOf(`${name}.db`));
    }
    expect(new Set(digests.values()).size, JSON.stringify([...digests])).toBe(1);
  });

  test.each([
    ["an empty standard input", ["-"]],
    ["a standard input named twice", ["-", "-"]],
  ])("%s", async (_, files) => {
    const input = files.length === 2 ? lines(RECORDS) : "";
    const ended = await run(["run", ...files, ...GATE, "--db", "empty.db"], { cwd: place.path, input });
    expect(ended.stderr).toContain("TARE_DATA_EMPTY  stdin: ");
    expect(ended.code).toBe(2);
  });
});

describe("what is printed where", () => {
  test("--json prints JSON and nothing else; --quiet prints nothing on stderr", async () => {
    const { code, stdout, stderr } = await tare("run", "data.jsonl", ...GATE, "--json", "--quiet");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const [view] = JSON.parse(stdout).runs ?? JSON.parse(stdout);
    expect(view.verdict).toBe("pass");
    const loud = await tare("run", "data.jsonl", ...GATE, "--json");
    expect(JSON.parse(loud.stdout)).toEqual(JSON.parse(stdout));
    expect(loud.stderr).toContain("read 12 records");
    for (const args of [
      ["gate", "--json"],
      ["report", "--json"],
      ["list", "runs", "--json"],
      ["db", "digest", "--json"],
    ]) {
      const ended = await tare(...args);
      expect(ended.stderr).toBe("");
      expect(() => JSON.parse(ended.stdout)).not.toThrow();
    }
  });

  test("colours only where they are wanted", async () => {
    const colour = "\u001b[";
    const shown = async (env: Record<string, string>) =>
      (await run(["report"], { cwd: place.path, env })).stdout;
    expect(await shown({})).not.toContain(colour);
    expect(await shown({ FORCE_COLOR: "1" })).toContain(colour);
    expect(await shown({ FORCE_COLOR: "1", NO_COLOR: "1" })).not.toContain(colour);
  });

  test.each(["abc", "", "-5", "1e99"])("a report stands whatever COLUMNS says: %j", async (COLUMNS) => {
    const { code, stdout, stderr } = await run(["report"], { cwd: place.path, env: { COLUMNS } });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const line of stdout.split("\n")) expect([...line].length).toBeLessThanOrEqual(400);
  });

  test("a reader that leaves early changes neither exit code nor stderr", async () => {
    for (const channel of ["stdout", "stderr"] as const) {
      const child = start(
        ["run", "data.jsonl", "--rubric", "./rubric.json", "--model", BREAKS, "--db", `early-${channel}.db`],
        { cwd: place.path },
      );
      child.stdin!.end();
      child[channel]!.destroy();
      const other = channel === "stdout" ? "stderr" : "stdout";
      let said = "";
      child[other]!.on("data", (chunk) => (said += chunk));
      const code = await new Promise((done) => child.on("close", done));
      expect(code, channel).toBe(3);
      expect(said).not.toContain("Error");
    }
  });

  test.skipIf(process.platform !== "linux")("a full device on stdout is told, without a stack", async () => {
    const through = ["bash", "-c", 'exec "$@" > /dev/full', "bash"];
    const { code, stderr } = await run(["list", "augmentations"], { cwd: place.path, through });
    expect(stderr).toMatch(/^TARE_OUTPUT {2}stdout: /);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(code).toBe(2);
  });
});
