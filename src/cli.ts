#!/usr/bin/env node
import yargs from "yargs";
import { hideBin } from "yargs/helpers";
import { COMMANDS } from "./commands/index.js";
import { wantedExit } from "./commands/set-exit.js";
import { printNote } from "./commands/terminal.js";
import { describeError, TareError } from "./errors.js";
import { VERSION } from "./version.js";

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(wantedExit()); // the reader (head, less) has seen enough
  throw error;
});

try {
  await COMMANDS.reduce((parser, command) => parser.command(command), yargs(hideBin(process.argv)))
    .scriptName("tare")
    .usage("$0 <command>\n\nWeighs a reward model: decides, with proof, whether it may be trusted in RLHF.")
    .version(VERSION)
    .demandCommand(1, "Name a command.")
    .strict()
    .recommendCommands()
    .wrap(Math.min(110, process.stdout.columns ?? 110))
    .fail((message, error) => {
      throw error instanceof TareError || (error && !message) ? error : new TareError("TARE_USAGE", message);
    })
    .parseAsync();
  process.exitCode = wantedExit();
} catch (error) {
  if (error instanceof TareError) {
    printNote(describeError(error));
    process.exitCode = error.exit;
  } else {
    printNote(`TARE_BUG  ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    process.exitCode = 1;
  }
}
