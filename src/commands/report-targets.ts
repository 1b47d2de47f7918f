import { accessSync, constants, existsSync, mkdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Report } from "../contract.js";
import { messageOf, TareError } from "../errors.js";

/** A report that was asked for, and where it goes. */
export interface Target {
  readonly report: Report;
  /** An absolute path, or - for stdout. */
  readonly path: string;
  /** Others may have written there, and may yet: the step summary of GitHub. */
  readonly shared: boolean;
}

/**
 * Reads `--report NAME=PATH`, before the work that comes first: a name that does not exist and a place that cannot be
 * written are told at once. Throws TARE_USAGE, TARE_UNKNOWN_NAME, TARE_OUTPUT.
 */
export async function readTargets(
  specs: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<readonly Target[]> {
  const targets: Target[] = [];
  for (const spec of specs) targets.push(await readTarget(spec, cwd, env));
  const twice = targets.find(({ path }, index) => targets.slice(0, index).some((one) => one.path === path));
  if (twice !== undefined)
    throw new TareError("TARE_USAGE", `two reports go to ${twice.path === "-" ? "stdout" : twice.path}`);
  return targets;
}

async function readTarget(
  spec: string,
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Target> {
  const { openReport } = await import("../registry.js");
  const at = spec.indexOf("=");
  const name = at < 0 ? spec : spec.slice(0, at);
  const report = await openReport(name, cwd);
  const path = at < 0 ? "" : spec.slice(at + 1);
  if (path === "-") return { report, path, shared: false };
  if (path !== "") return { report, path: writable(resolve(cwd, path)), shared: false };
  if (at >= 0 || report.name !== "github")
    throw new TareError(
      "TARE_USAGE",
      `--report ${spec}: where to? Give ${name}=PATH, or ${name}=- for stdout.`,
    );
  const summary = env.GITHUB_STEP_SUMMARY;
  if (summary === undefined || summary === "")
    throw new TareError(
      "TARE_USAGE",
      "--report github without a path wants GITHUB_STEP_SUMMARY, which GitHub Actions sets: give github=PATH",
    );
  return { report, path: writable(resolve(cwd, summary)), shared: true };
}

/** Makes the folder where there is none. */
function writable(path: string): string {
  try {
    mkdirSync(dirname(path), { recursive: true });
    if (existsSync(path) && statSync(path).isDirectory()) throw new Error("this is a folder");
    accessSync(existsSync(path) ? path : dirname(path), constants.W_OK);
    return path;
  } catch (error) {
    throw new TareError("TARE_OUTPUT", messageOf(error), { where: path, cause: error });
  }
}
