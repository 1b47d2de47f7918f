#!/usr/bin/env node
import yargs, { type Argv } from "yargs";
import { hideBin } from "yargs/helpers";
import { hideDash, showDash } from "./commands/dash.js";
import { worstExit } from "./commands/exit-codes.js";
import { COMMANDS } from "./commands/index.js";
import { keepApart } from "./commands/keep-apart.js";
import { onlyOnce } from "./commands/options.js";
import { wantedExit } from "./commands/set-exit.js";
import { printNote } from "./commands/terminal.js";
import { unknownOption } from "./commands/unknown-option.js";
import { describeError, TareError } from "./errors.js";
import { VERSION } from "./version.js";

/** What yargs knows of the options of the command at hand; its types leave it out. */
type Options = Readonly<Record<"alias" | "key", Readonly<Record<string, unknown>>>>;

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(wantedExit()); // the reader (head, less) has seen enough
  printNote(describeError(new TareError("TARE_OUTPUT", error.message, { where: "stdout" })));
  process.exit(worstExit([wantedExit(), 2]));
});
process.stderr.on("error", () => {}); // nobody listens; the work goes on

try {
  const parser: Argv = COMMANDS.reduce(
    (all, command) => all.command(command),
    yargs(hideDash(hideBin(process.argv))),
  )
    .scriptName("tare")
    .usage("$0 <command>\n\nWeighs a reward model: decides, with proof, whether it may be trusted in RLHF.")
    .version(VERSION)
    .demandCommand(1, "Name a command.")
    .locale("en") // the messages around it are English too
    .strict()
    .middleware(showDash, true)
    .check(onlyOnce)
    .check(keepApart)
    .recommendCommands()
    .wrap(Math.min(110, process.stdout.columns ?? 110))
    .fail((message, error) => {
      if (error instanceof TareError || (error && !message)) throw error;
      const { alias, key } = (parser as unknown as { getOptions(): Options }).getOptions();
      const unknown = unknownOption(hideBin(process.argv), [...Object.keys(key), ...Object.keys(alias)]);
      throw new TareError("TARE_USAGE", unknown ?? message);
    });
  await parser.parseAsync();
  await end(wantedExit());
} catch (error) {
  if (error instanceof TareError) {
    printNote(describeError(error));
    await end(error.exit);
  } else {
    printNote(`TARE_BUG  ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    await end(1);
  }
}

/** Ends the process once what was written has left it, without tearing the heap down (see store/keep.ts). */
async function end(code: number): Promise<never> {
  for (const stream of [process.stdout, process.stderr]) {
    await new Promise<void>((done) => stream.write("", () => done()));
  }
  process.exit(code);
}
