/**
 * Suites that start the command line or a graphics driver many times over: each takes half a minute or more on two cores.
 * `npm test` leaves them out and says so (tests/slow.test.ts); `npm run test:slow` runs them and nothing else.
 */
export const SLOW: readonly string[] = [
  "tests/cli/audit.test.ts",
  "tests/cli/augment.test.ts",
  "tests/cli/bad-data.test.ts",
  "tests/cli/compare-scores.test.ts",
  "tests/cli/database-file.test.ts",
  "tests/cli/db.test.ts",
  "tests/cli/kill.test.ts",
  "tests/cli/looking-up.test.ts",
  "tests/cli/model-options.test.ts",
  "tests/cli/models.test.ts",
  "tests/cli/own-pairs.test.ts",
  "tests/cli/query.test.ts",
  "tests/cli/review.test.ts",
  "tests/cli/score.test.ts",
  "tests/cli/served.test.ts",
  "tests/cli/terminal-width.test.ts",
  "tests/cli/unknown-names.test.ts",
  "tests/cli/usage.test.ts",
  "tests/docs/answers.test.ts",
  "tests/docs/clients.test.ts",
  "tests/oracle/local/load-defects.test.ts",
  "tests/oracle/local/orphan.test.ts",
  "tests/oracle/local/webgpu.test.ts",
  "tests/reports/html-browser.test.ts",
  "tests/scorers/webgpu.test.ts",
  "tests/stages/content.test.ts",
  "tests/store/merge.test.ts",
  "tests/viewer/browser.test.ts",
];
