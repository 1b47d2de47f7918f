import type { CommandModule } from "yargs";
import { GATE_OPTIONS } from "./gate-options.js";
import { LOOK, requireWidth } from "./look-options.js";
import { oneFormat, SHARED } from "./options.js";
import { renderHere } from "./render.js";
import { tellSuspects } from "./tell-suspects.js";
import { tellVainWaivers } from "./tell-waivers.js";
import { printResult, reportOptions, writeResult } from "./terminal.js";
import { today } from "./today.js";
import { JUDGING_ON } from "./training-options.js";
import { withReports } from "./with-reports.js";
import { withStore } from "./with-store.js";

interface Args {
  db: string;
  run: string | undefined;
  format: string;
  json: boolean;
  output: string | undefined;
  report: string[];
  waivers: string | undefined;
  contamination: "flag" | "refuse" | "accept";
  color: boolean | undefined;
  width: number | undefined;
}

export const report: CommandModule<object, Args> = {
  command: "report",
  describe: "Show a stored run again",
  builder: (yargs) =>
    yargs
      .option("run", SHARED.run)
      .option("db", SHARED.db)
      .option("format", {
        type: "string",
        default: "terminal",
        requiresArg: true,
        describe: "Report by name (see `tare list reports`) or file",
      })
      .option("json", { ...SHARED.json, describe: "The same as --format json" })
      .option("output", SHARED.output)
      .options(GATE_OPTIONS)
      .options(JUDGING_ON)
      .options(LOOK)
      .check(oneFormat, false)
      .check(requireWidth, false)
      .example("$0 report", "the newest runs as tables")
      .example("$0 report --run 7f3a --format markdown --output tare.md", "for a pull request") as never,
  async handler({ db, run, format, json, output, report: specs, waivers, contamination, ...look }) {
    const { openReport } = await import("../registry.js");
    const own = await openReport(json ? "json" : format, process.cwd());
    const { viewStoredRuns } = await import("../stages/rejudge.js");
    await withReports(specs, {
      details: own.wants === "details",
      async work(asks) {
        const { readWaivers } = await import("../waivers/read.js");
        const acceptExported = contamination === "accept";
        const judging = { today: today(), waivers: readWaivers(waivers, process.cwd()), acceptExported };
        const { exposeNow } = await import("./expose-now.js");
        return withStore(db, async (store) => {
          await exposeNow(store, run, [], contamination);
          const viewed = viewStoredRuns(store, run, judging, asks);
          tellSuspects(store, viewed);
          return viewed;
        });
      },
      viewsOf: (views) => views,
      async show(views, stdoutTaken) {
        const toFile = output !== undefined && output !== "-";
        const plain = toFile ? { color: look.color ?? false } : {};
        const text = await renderHere(own, views, reportOptions({ ...look, ...plain }));
        tellVainWaivers(views.map((view) => view.waivers ?? []));
        if (toFile) writeResult(output, text);
        else if (!stdoutTaken) printResult(text);
      },
    });
  },
};
