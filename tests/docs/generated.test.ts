import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packagePath } from "../../src/paths.js";
import { importScript } from "./documents.js";

const { fillBlocks } = await importScript<{
  fillBlocks(text: string, blocks: Record<string, string>, file: string): string;
}>("fill.mjs");

const { table } = await importScript<{ table(columns: string[], rows: unknown[][]): string }>("markdown.mjs");

interface Measured {
  readonly operators: Readonly<Record<string, { readonly version: number }>>;
}
const { unmeasured } = await importScript<{
  unmeasured(known: readonly { name: string; version: number }[], measured: Measured): string[];
}>("applicability.mjs");

function runDocs(root: string, ...options: string[]) {
  const script = join(root, "scripts", "docs.mjs");
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...options], {
    encoding: "utf8",
    env: {
      ...process.env,
      COLUMNS: "40",
      NO_COLOR: undefined,
      FORCE_COLOR: "1",
      LANG: "de_DE.UTF-8",
      LC_ALL: "de_DE.UTF-8",
    },
  });
  return { status, stdout, stderr };
}

/** A copy of what the script writes, with the build and the packages of this checkout. */
function copyOfDocuments(): string {
  const root = mkdtempSync(join(tmpdir(), "tare-docs-copy-"));
  const readmes = ["augmentations", "rubrics", "db"].map((room) => `${room}/README.md`);
  const rooms = ["augmentations/VALIDITY.md", "augmentations/validity.json", "db/QUERIES.md", "db/examples"];
  const documents = ["README.md", "docs/commands.md", ...readmes, ...rooms];
  const bench = ["bench/applicability-figures.mjs", "bench/validity"];
  const needed = ["scripts", "biome.json", "rubrics/rubric.schema.json", "schemas", ...bench];
  for (const path of [...needed, ...documents])
    cpSync(packagePath(path), join(root, path), { recursive: true });
  for (const folder of ["dist", "node_modules"]) symlinkSync(packagePath(folder), join(root, folder));
  return root;
}

describe("the generated blocks", () => {
  it("are what the build says, whatever the terminal", () => {
    expect(runDocs(packagePath(), "--check")).toEqual({ status: 0, stdout: "", stderr: "" });
  });

  it("that drifted are named by --check, left alone by it, and mended without it", () => {
    const root = copyOfDocuments();
    try {
      const file = join(root, "rubrics", "README.md");
      const right = readFileSync(file, "utf8");
      const drifted = right.replace("### `demo`", "### `dema`");
      writeFileSync(file, drifted);
      const checked = runDocs(root, "--check");
      expect(checked.status).toBe(1);
      expect(checked.stderr).toBe(
        "rubrics/README.md is not what the code says: run `npm run docs` and commit the result\n",
      );
      expect(readFileSync(file, "utf8")).toBe(drifted);
      expect(runDocs(root)).toEqual({ status: 0, stdout: "wrote rubrics/README.md\n", stderr: "" });
      expect(readFileSync(file, "utf8")).toBe(right);
    } finally {
      rmSync(root, { recursive: true });
    }
  });

  it("ask for a new measurement where an operator is new, has changed or is gone", () => {
    const known = ["kept", "changed", "new"].map((name) => ({ name, version: 2 }));
    const operators = { kept: { version: 2 }, changed: { version: 1 }, gone: { version: 2 } };
    const rerun = "run `npm run bench:applicability -- --write` and commit the result";
    expect(unmeasured(known, { operators })).toEqual([
      `changed (version 2): bench/applicability.json has version 1 of it; ${rerun}`,
      `new (version 2): bench/applicability.json lacks it; ${rerun}`,
      `gone: bench/applicability.json knows it, and there is no such operator; ${rerun}`,
    ]);
  });

  it("are replaced whole, and nothing else is touched", () => {
    const text = "a\n<!-- generated:x -->\nold\nolder\n<!-- /generated -->\nb $1\n";
    expect(fillBlocks(text, { x: "new $& $1\n" }, "f.md")).toBe(
      "a\n<!-- generated:x -->\nnew $& $1\n<!-- /generated -->\nb $1\n",
    );
  });

  it("fill an empty block, and stay when they are filled again", () => {
    const filled = fillBlocks("<!-- generated:x -->\n<!-- /generated -->", { x: "new" }, "f.md");
    expect(filled).toBe("<!-- generated:x -->\nnew\n<!-- /generated -->");
    expect(fillBlocks(filled, { x: "new" }, "f.md")).toBe(filled);
  });

  it.each([
    ["<!-- generated:y -->\n<!-- /generated -->", 'f.md: nothing generates the block "y"'],
    ["no block", 'f.md: the block "x" has no place'],
    ["<!-- generated:x -->\n", "f.md: a generated block is not closed"],
  ])("refuse %j", (text, message) => {
    expect(() => fillBlocks(text, { x: "new" }, "f.md")).toThrow(message);
  });

  it("escape what Markdown would read as markup, but not in code", () => {
    expect(table(["a"], [["x|y <b> *c* [d] `e|f*`"], [null]])).toBe(
      "| a |\n| --- |\n| x\\|y \\<b\\> \\*c\\* \\[d\\] `e\\|f*` |\n|  |",
    );
  });
});
