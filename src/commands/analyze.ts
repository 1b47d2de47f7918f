import type { CommandModule } from "yargs";
import { counted } from "../reports/layout/words.js";
import type { Reanalyzed } from "../stages/reanalyze.js";
import { SHARED } from "./options.js";
import { tellErrors } from "./tell-errors.js";
import { printResult } from "./terminal.js";
import { withAround } from "./with-around.js";
import { withStore } from "./with-store.js";

interface Args {
  db: string;
  run: string | undefined;
  json: boolean;
  quiet: boolean;
}

export const analyze: CommandModule<object, Args> = {
  command: "analyze",
  describe: "Work out effects and verdicts again from stored scores; no model is run",
  builder: (yargs) =>
    yargs
      .option("run", SHARED.run)
      .option("db", SHARED.db)
      .option("json", SHARED.json)
      .option("quiet", SHARED.quiet)
      .example(
        "$0 analyze",
        "the newest runs, by this version's statistics; the digits are the same every time",
      )
      .example(
        "$0 analyze --run 7f3a && $0 gate --run 7f3a",
        "one run; the exit code of the gate is its verdict",
      ) as never,
  async handler({ db, run, json, quiet }) {
    const { reanalyzeRuns } = await import("../stages/reanalyze.js");
    const found = await withStore(db, (store) =>
      withAround(quiet, (around) => reanalyzeRuns(store, run, around)),
    );
    printResult(json ? JSON.stringify(found, null, 2) : found.map(tell).join("\n"));
    for (const one of found) tellErrors(one.run, one.errors);
  },
};

function tell({
  model,
  verdict,
  because,
  run,
  effects,
  strata,
  curvePoints,
  disagreeing,
}: Reanalyzed): string {
  const rows = [
    `${counted(effects, "effect")} on all the data`,
    `${strata} on parts of it`,
    `${counted(curvePoints, "point")} of response curves`,
  ];
  const drift =
    disagreeing.length === 0
      ? []
      : [`another effect at zero drift: ${disagreeing.join(", ")} (tare query drift-adjusted)`];
  return [
    `${verdict.toUpperCase().padEnd(12)} ${model} · ${because} · run ${run.slice(0, 12)}`,
    `  ${rows.join(", ")}`,
    ...drift.map((line) => `  ${line}`),
  ].join("\n");
}
