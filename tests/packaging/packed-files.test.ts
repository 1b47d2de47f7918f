import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { packagePath } from "../../src/paths.js";

interface Packed {
  readonly files: readonly { readonly path: string }[];
}

const listing = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
  cwd: packagePath(),
  encoding: "utf8",
  stdio: ["ignore", "pipe", "ignore"],
});
const [packed] = Object.values(JSON.parse(listing) as Record<string, Packed>);
const paths = packed!.files.map(({ path }) => path);

/** Files below a folder of the package with this ending, as npm names them. */
function below(folder: string, ending: string): string[] {
  return (readdirSync(packagePath(folder), { recursive: true }) as string[])
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`);
}

describe("the package as it would be published", () => {
  it.each([
    ["augmentations", ".ts"],
    ["augmentations", ".json"],
    ["rubrics", ".json"],
    ["db", ".sql"],
    ["demo", ".jsonl"],
    ["demo", ".onnx"],
  ])("holds every file of %s that ends in %s", (folder, ending) => {
    const expected = below(folder, ending);
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.filter((path) => !paths.includes(path))).toEqual([]);
  });

  it("holds the command line, compiled, for every source", () => {
    const compiled = below("src", ".ts").map((path) => `dist/${path.replace(/\.ts$/, ".js")}`);
    expect(compiled).toContain("dist/src/cli.js");
    // A source newer than the last build has no output yet.
    const built = compiled.filter((path) => existsSync(packagePath(path)));
    expect(built.length).toBeGreaterThan(100);
    expect(built.filter((path) => !paths.includes(path))).toEqual([]);
  });

  it("holds no tests, tools or build records", () => {
    expect(
      paths.filter((path) => /^(tests|scripts|bench|\.ci|src)\/|\.test\.|tsbuildinfo/.test(path)),
    ).toEqual([]);
  });
});

describe("the scripts a pipeline starts", () => {
  it.each([".ci/run", "scripts/compat"])("%s is executable", (path) => {
    expect(statSync(packagePath(path)).mode & 0o111).toBe(0o111);
  });
});
