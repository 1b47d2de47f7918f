import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { packagePath } from "../../src/paths.js";
import { pairOf } from "../attest/statements.js";
import { lines, preferences } from "../cli/preferences.js";
import { BREAKS, COMPLETENESS, KEEPS, NEITHER } from "../cli/rubrics.js";
import { workplace } from "../cli/workplace.js";

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly if?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string | number>>;
}
interface Action {
  readonly inputs: Readonly<Record<string, { description: string; required?: boolean; default?: string }>>;
  readonly outputs: Readonly<Record<string, { value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const SCRIPTS = ["scripts/action/gate", "scripts/action/install"];
const read = (path: string) => readFileSync(packagePath(path), "utf8");
const text = read("action.yml");
const action = parse(text) as Action;
const { steps } = action.runs;

describe("the GitHub Action", () => {
  it("is a composite one whose steps say their shell, and use others at a version", () => {
    expect(action.runs.using).toBe("composite");
    for (const { run, uses, shell } of steps) {
      if (run !== undefined) expect(shell).toBe("bash");
      else expect(uses).toMatch(/^actions\/[\w/-]+@v\d+$/);
    }
  });

  it("declares every input that it uses, and uses every one that it declares", () => {
    const used = [...text.matchAll(/\$\{\{ inputs\.([\w-]+) \}\}/g)].map(([, name]) => name!);
    expect([...new Set(used)].sort()).toEqual(Object.keys(action.inputs).sort());
    for (const [name, { description, required, default: standard }] of Object.entries(action.inputs)) {
      expect(description, name).toMatch(/\.$/);
      expect(required === true || typeof standard === "string", name).toBe(true);
    }
  });

  it("puts no input into a command line, where it would be code", () => {
    for (const { run } of steps) expect(run ?? "").not.toContain("${{");
  });

  it("gives its scripts all they read, and its outputs what they write", () => {
    for (const { run, env = {} } of steps) {
      const script = SCRIPTS.find((path) => run?.includes(path));
      if (script === undefined) continue;
      const asked = [...read(script).matchAll(/\$\{(TARE_[A-Z_]+):-/g)].map(([, name]) => name!);
      expect(Object.keys(env)).toEqual(expect.arrayContaining(asked));
    }
    const written = [...read("scripts/action/gate").matchAll(/echo "([\w-]+)=\$/g)].map(([, name]) => name!);
    expect(Object.keys(action.outputs).sort()).toEqual(written.sort());
    for (const [name, { value }] of Object.entries(action.outputs))
      expect(value).toBe(`\${{ steps.gate.outputs.${name} }}`);
    expect(steps.filter(({ id }) => id === "gate")).toHaveLength(1);
  });

  it("keeps the scores of a failed job too, under a key that the next job finds", () => {
    const restore = steps.find(({ uses }) => uses?.startsWith("actions/cache/restore"))!;
    const save = steps.find(({ uses }) => uses?.startsWith("actions/cache/save"))!;
    expect(save.if).toBe("always()");
    expect(save.with).toMatchObject({ key: restore.with!.key, path: restore.with!.path });
    expect(String(restore.with!.key).startsWith(String(restore.with!["restore-keys"]))).toBe(true);
  });

  it.each(SCRIPTS)("%s is sound shell", (path) => {
    expect(spawnSync("bash", ["-n", packagePath(path)], { encoding: "utf8" })).toMatchObject({
      status: 0,
      stderr: "",
    });
  });
});

describe("its step that weighs", () => {
  const place = workplace();
  const mine = pairOf();
  const weigh = (env: Record<string, string>) => {
    place.file("output", "");
    place.file("summary", "");
    const { status, stderr } = spawnSync("bash", [packagePath("scripts", "action", "gate")], {
      cwd: place.path,
      encoding: "utf8",
      env: {
        PATH: process.env.PATH,
        TARE_COMMAND: packagePath("dist", "src", "cli.js"),
        TARE_RUBRIC: "./rubric.json",
        GITHUB_OUTPUT: join(place.path, "output"),
        GITHUB_STEP_SUMMARY: join(place.path, "summary"),
        ...env,
      },
    });
    const outputs = Object.fromEntries(
      readFileSync(join(place.path, "output"), "utf8")
        .trim()
        .split("\n")
        .map((line) => line.split("=", 2)),
    );
    return { status, stderr, outputs, summary: readFileSync(join(place.path, "summary"), "utf8") };
  };

  beforeAll(() => {
    place.file("some data $(touch pwned).jsonl", lines(preferences(15)));
    place.file("more.jsonl", lines(preferences(15, 15)));
    place.file("rubric.json", COMPLETENESS);
    place.file("tare.pub", mine.open);
  });
  const data = { TARE_DATA: "some data $(touch pwned).jsonl\n\n  \nmore.jsonl\n" };

  it("fails with its code, reports and annotations; lines are arguments and never code", () => {
    const models = { TARE_MODEL: `${BREAKS}\n${NEITHER}`, TARE_ARGS: "--limit=30\n--seed\n1" };
    const { status, stderr, outputs, summary } = weigh({ ...data, ...models });
    expect(status).toBe(3);
    expect(outputs).toEqual({
      "exit-code": "3",
      junit: "tare-reports/tare.xml",
      json: "tare-reports/tare.json",
      attestation: "",
    });
    expect(stderr).toMatch(/^::error title=tare%3A completeness/m);
    expect(summary).toMatch(/^## tare: FAIL/);
    expect(JSON.parse(readFileSync(join(place.path, outputs.json!), "utf8")).runs).toHaveLength(2);
    expect(existsSync(join(place.path, "pwned"))).toBe(false);
  });

  it("passes, and attests with the key of a secret", () => {
    const { status, outputs, stderr } = weigh({ ...data, TARE_MODEL: KEEPS, TARE_SIGNING_KEY: mine.secret });
    expect(stderr).toMatch(/^attestation of run /m);
    expect([status, outputs["exit-code"]]).toEqual([0, "0"]);
    const verified = spawnSync(
      process.execPath,
      [
        packagePath("dist", "src", "cli.js"),
        "verify",
        outputs.attestation!,
        "--public-key",
        "tare.pub",
        "--model",
        KEEPS,
      ],
      { cwd: place.path },
    );
    expect(verified.status).toBe(0);
  });

  it("that comes to no verdict says so in outputs, reports and summary", () => {
    const { status, outputs, summary } = weigh({
      TARE_DATA: "none.jsonl",
      TARE_MODEL: KEEPS,
      TARE_SIGNING_KEY: mine.secret,
    });
    expect([status, outputs["exit-code"], outputs.attestation]).toEqual([2, "2", ""]);
    expect(summary).toMatch(/^## tare: no verdict · TARE_DATA_MISSING/);
    expect(readFileSync(join(place.path, outputs.junit!), "utf8")).toContain('errors="1"');
  });
});
