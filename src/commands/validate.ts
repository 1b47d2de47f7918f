import type { CommandModule } from "yargs";
import { describeError, TareError } from "../errors.js";
import { type ExitCode, worstExit } from "./exit-codes.js";
import { REPEATED } from "./options.js";
import { setExit } from "./set-exit.js";
import { printNote, printResult } from "./terminal.js";

interface Args {
  file: string[];
  augmentation: string[];
}

export const validate: CommandModule<object, Args> = {
  command: "validate <file..>",
  describe: "Check files of your own before a run: every problem with file, line and path",
  builder: (yargs) =>
    yargs
      .positional("file", {
        type: "string",
        array: true,
        demandOption: true,
        describe: "Rubrics (.json), operators (.js, .ts), pairs (.jsonl)",
      })
      .option("augmentation", {
        ...REPEATED,
        default: [] as string[],
        describe: "A file of your own operator that the rubric names; repeatable",
      })
      .example("$0 validate ./mine.json", "exit code 0, or 2 with all that is wrong") as never,
  async handler({ file, augmentation }) {
    const { validateFile } = await import("../validate/kinds.js");
    const codes: ExitCode[] = [];
    for (const one of file) {
      try {
        printResult(`${one}: ${await validateFile(one, process.cwd(), augmentation)}`);
      } catch (error) {
        if (!(error instanceof TareError)) throw error;
        printNote(describeError(error));
        codes.push(error.exit as 1 | 2);
      }
    }
    setExit(worstExit(codes));
  },
};
