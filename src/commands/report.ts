import type { CommandModule } from "yargs";
import { SHARED } from "./options.js";
import { renderReport } from "./render.js";
import { tellSuspects } from "./tell-suspects.js";
import { printResult, writeResult } from "./terminal.js";
import { withStore } from "./with-store.js";

interface Args {
  db: string;
  run: string | undefined;
  format: string;
  json: boolean;
  output: string | undefined;
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
        describe: "Report by name: see `tare list reports`",
      })
      .option("json", { ...SHARED.json, describe: "The same as --format json" })
      .option("output", SHARED.output)
      .example("$0 report", "the newest runs as tables")
      .example("$0 report --run 7f3a --format markdown --output tare.md", "for a pull request") as never,
  async handler({ db, run, format, json, output }) {
    const { viewStoredRuns } = await import("../stages/stored.js");
    const views = await withStore(db, (store) => {
      const viewed = viewStoredRuns(store, run);
      tellSuspects(store, viewed);
      return viewed;
    });
    const text = await renderReport(json ? "json" : format, views);
    if (output === undefined || output === "-") printResult(text);
    else writeResult(output, text);
  },
};
