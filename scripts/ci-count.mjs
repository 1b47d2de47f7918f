/**
 * Counts a vitest JSON report: prints "PASSED FAILED" on stdout and every skipped test in words on stderr.
 * Usage: ci-count.mjs REPORT EXIT-CODE. A file that failed before its first test counts as one failed test, and so does
 * a run that ended with an error no test tells of.
 */
import { readFileSync } from "node:fs";
import { relative } from "node:path";

const [path, exitCode] = process.argv.slice(2);

function count({ testResults }) {
  const tests = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, status }) => ({
      status,
      title: `${relative(".", name)}: ${fullName}`,
    })),
  );
  const skipped = tests.filter(({ status }) => status !== "passed" && status !== "failed");
  for (const { status, title } of skipped) console.error(`${status}  ${title}`);
  if (skipped.length > 0) console.error(`${skipped.length} tests were not run`);
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  );
  for (const { name, message } of broken) console.error(`broken  ${relative(".", name)}: ${message}`);
  const told = tests.filter(({ status }) => status === "failed").length + broken.length;
  return {
    passed: tests.filter(({ status }) => status === "passed").length,
    failed: told === 0 && exitCode !== "0" ? 1 : told,
  };
}

function read() {
  try {
    return count(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    console.error(`no test report: ${error.message}`);
    return { passed: 0, failed: 1 };
  }
}

const { passed, failed } = read();
console.log(`${passed} ${failed}`);
