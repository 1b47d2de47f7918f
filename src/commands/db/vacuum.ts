import { resolve } from "node:path";
import type { CommandModule } from "yargs";
import { databaseOf, type NamedDatabase, namesDatabase } from "../named-database.js";
import { SHARED } from "../options.js";
import { printResult } from "../terminal.js";

interface Args extends NamedDatabase {
  json: boolean;
}

export const vacuum: CommandModule<object, Args> = {
  command: "vacuum [database]",
  describe: "Give unused space back, and measure indexes anew for SQLite's planner",
  builder: (yargs) =>
    namesDatabase(yargs)
      .option("json", SHARED.json)
      .example("$0 db vacuum", "needs the file for itself, and room for a copy") as never,
  async handler({ json, ...named }) {
    const path = databaseOf(named);
    const { vacuumStore } = await import("../../store/vacuum/vacuum.js");
    const { megabytes } = await import("../../store/vacuum/free-space.js");
    const { before, after, reindexed } = vacuumStore(resolve(path), process.env);
    if (json) printResult(JSON.stringify({ before, after, reindexed }, null, 2));
    else {
      const again = reindexed.length === 0 ? "" : `; full-text index made anew: ${reindexed.join(", ")}`;
      printResult(`${path}: ${megabytes(before)} before, ${megabytes(after)} after${again}`);
    }
  },
};
