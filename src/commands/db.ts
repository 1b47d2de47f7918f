import type { CommandModule } from "yargs";
import { check } from "./db/check.js";
import { digest } from "./db/digest.js";
import { exportAction } from "./db/export.js";
import { merge } from "./db/merge.js";
import { vacuum } from "./db/vacuum.js";

/** In the order of the help. */
// biome-ignore lint/suspicious/noExplicitAny: yargs' command type is invariant in its arguments
export const DB_ACTIONS: readonly CommandModule<object, any>[] = [check, digest, vacuum, exportAction, merge];

export const db: CommandModule = {
  command: "db",
  describe: "Look after the database: check, hash, vacuum, export, merge",
  builder: (yargs) =>
    DB_ACTIONS.reduce((all, action) => all.command(action), yargs).demandCommand(
      1,
      `Name an action: ${DB_ACTIONS.map(({ command }) => String(command).split(" ")[0]).join(", ")}.`,
    ),
  handler: () => {},
};
