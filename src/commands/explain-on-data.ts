import { availableParallelism } from "node:os";
import type { AuditOptions } from "../audit/audit.js";
import { auditJson } from "./audit-json.js";
import { describeOperators } from "./audit-report.js";
import { MEASURED } from "./measured.js";
import { setExit } from "./set-exit.js";
import { reportOptions } from "./terminal.js";
import { withAroundAnew } from "./with-around.js";

export type TriedData = Omit<AuditOptions, "augmentations" | "measure" | "threads">;

/** What an operator does to the user's own data: the part of `tare audit --augmentation NAME` that speaks of it. Sets exit code 1 where it threw. */
export async function explainOnData(
  name: string,
  data: TriedData,
  { json, quiet }: { readonly json: boolean; readonly quiet: boolean },
): Promise<string> {
  const { audit } = await import("../audit/audit.js");
  const options = { ...data, augmentations: [name], measure: MEASURED, threads: availableParallelism() };
  const found = await withAroundAnew(quiet, (around) => audit(options, around));
  if (found.operators.some(({ threw }) => threw > 0)) setExit(1);
  const { items, of, prompts, operators } = found;
  return json
    ? auditJson({ items, of, prompts, operators })
    : describeOperators(found, reportOptions().color);
}
