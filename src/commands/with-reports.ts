import { appendFileSync, existsSync, statSync } from "node:fs";
import type { Failure, ReportOptions, RunView } from "../contract.js";
import { messageOf, TareError } from "../errors.js";
import { STEP_SUMMARY_BYTES } from "../reports/machine/step-summary.js";
import type { ViewAsked } from "../stages/view.js";
import { renderWith } from "./render.js";
import { readTargets, type Target } from "./report-targets.js";
import { printNote, printResult, reportOptions, writeResult } from "./terminal.js";

/** What a command does before its reports are written. */
export interface Reported<T> {
  /** Whether the command's own result shows details, whatever the reports beside it do. */
  readonly details?: boolean;
  work(asks: ViewAsked): Promise<T>;
  viewsOf(done: T): readonly RunView[];
  /** Its own result; `stdoutTaken` where a report goes to stdout in its place. */
  show(done: T, stdoutTaken: boolean): void | Promise<void>;
}

/**
 * Does work that ends in views, shows its result, and writes the reports that were asked for: of its views, or, where it
 * fails before, of the failure, which is then thrown on. Lines for machines that read along go to stderr, since stdout
 * holds results.
 */
export async function withReports<T>(
  specs: readonly string[],
  { details = false, work, viewsOf, show }: Reported<T>,
): Promise<void> {
  const targets = await readTargets(specs, process.cwd(), process.env);
  const asks = { details: details || targets.some(({ report }) => report.wants === "details") };
  const done = await work(asks).catch(async (error: unknown) => {
    const failure = failureOf(error);
    for (const target of targets) {
      const { report } = target;
      await write(target, async (options) => report.renderFailure?.(failure, options));
      tell(report.notices?.([], failure));
    }
    throw error;
  });
  const views = viewsOf(done);
  await show(
    done,
    targets.some(({ path }) => path === "-"),
  );
  for (const target of targets) {
    await write(target, (options) => renderWith(target.report, views, options));
    tell(target.report.notices?.(views));
  }
}

async function write(
  { report, path, shared }: Target,
  render: (options: ReportOptions) => Promise<string | undefined>,
): Promise<void> {
  if (path === "-") {
    const text = await render(reportOptions());
    if (text !== undefined) printResult(text);
    return;
  }
  // A file is UTF-8 whatever the terminal is.
  const plain = { ...reportOptions(), color: false, ascii: false };
  if (!shared) {
    const text = await render(plain);
    if (text !== undefined) writeResult(path, text);
    return;
  }
  const before = existsSync(path) ? statSync(path).size : 0;
  const text = await render({ ...plain, bytes: STEP_SUMMARY_BYTES - before });
  if (text === "")
    printNote(
      `${report.name}: the step summary is full (${before} bytes): nothing was added; give github=PATH`,
    );
  else if (text !== undefined) append(path, text);
}

function append(path: string, text: string): void {
  try {
    appendFileSync(path, text);
  } catch (error) {
    throw new TareError("TARE_OUTPUT", messageOf(error), { where: path, cause: error });
  }
}

function tell(lines: readonly string[] = []): void {
  for (const line of lines) printNote(line);
}

function failureOf(error: unknown): Failure {
  if (error instanceof TareError) {
    const { code, message, where, fix } = error;
    return { code, message, where, fix };
  }
  return {
    code: "TARE_BUG",
    message: messageOf(error),
    where: "",
    fix: "Please report this with the command.",
  };
}
