import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { packagePath } from "../../src/paths.js";

const folder = mkdtempSync(join(tmpdir(), "tare-count-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function count(report: unknown, exitCode: number) {
  const path = join(folder, "report.json");
  writeFileSync(path, typeof report === "string" ? report : JSON.stringify(report));
  const script = packagePath("scripts", "ci-count.mjs");
  const { stdout, stderr } = spawnSync(process.execPath, [script, path, String(exitCode)], {
    encoding: "utf8",
  });
  return { counted: stdout.trim(), said: stderr };
}

const file = (status: string, ...tests: string[]) => ({
  name: packagePath("tests", "some.test.ts"),
  status,
  message: "it broke",
  assertionResults: tests.map((one, index) => ({ status: one, fullName: `case ${index}` })),
});

describe("the count of a test report", () => {
  it("counts passed and failed tests over all files, and names those not run", () => {
    const report = {
      testResults: [
        file("passed", "passed", "passed", "skipped"),
        file("failed", "failed", "passed", "todo"),
      ],
    };
    const { counted, said } = count(report, 1);
    expect(counted).toBe("3 1");
    expect(said).toContain("tests/some.test.ts: case 2");
    expect(said).toContain("2 tests were not run");
  });

  it("counts a file that broke before its first test", () => {
    expect(count({ testResults: [file("passed", "passed"), file("failed")] }, 1).counted).toBe("1 1");
  });

  it("counts a run that failed though every test passed", () => {
    expect(count({ testResults: [file("passed", "passed")] }, 1).counted).toBe("1 1");
    expect(count({ testResults: [file("passed", "passed")] }, 0).counted).toBe("1 0");
  });

  it("counts a run without a report as one failure", () => {
    expect(count("{ half", 1).counted).toBe("0 1");
  });
});
