import { availableParallelism } from "node:os";
import type { ArgumentsCamelCase, Argv, CommandModule } from "yargs";
import { auditJson } from "./audit-json.js";
import { DATA, DATA_OPTIONS, READING_OPTIONS, requireWholeNumbers } from "./data-options.js";
import { MEASURED } from "./measured.js";
import { REPEATED, SHARED } from "./options.js";
import { setExit } from "./set-exit.js";
import { printResult, reportOptions } from "./terminal.js";
import { withAroundAnew } from "./with-around.js";

const { limit, seed } = DATA_OPTIONS;

const build = (yargs: Argv) =>
  yargs
    .positional("data", DATA)
    .option("augmentation", {
      ...REPEATED,
      alias: "augmentations",
      default: [] as string[],
      describe: "Only this operator (NAME, NAME@DOSE or FILE), repeatable; all of them if left out",
    })
    .options({ limit, seed, ...READING_OPTIONS })
    .option("measure", {
      type: "number",
      default: MEASURED,
      requiresArg: true,
      describe: "Pairs of each operator, about, on which drift is measured and guards are asked",
    })
    .option("threads", {
      type: "number",
      requiresArg: true,
      describe: "Threads that apply operators; one a core if left out",
    })
    .option("json", SHARED.json)
    .option("quiet", SHARED.quiet)
    .check(requireWholeNumbers)
    .check(({ measure }) => {
      if (Number.isInteger(measure) && measure > 0) return true;
      throw new Error("--measure wants a whole number above 0");
    })
    .example("$0 audit prefs.jsonl", "what operators do to your data, and what the data itself teaches")
    .example("$0 audit prefs.jsonl --augmentation ./mine.js", "an operator of your own, before any model");

type Args = ReturnType<typeof build> extends Argv<infer T> ? ArgumentsCamelCase<T> : never;

export const audit: CommandModule<object, Args> = {
  command: "audit <data..>",
  describe: "Apply operators to data without any model: what applies, what drifts, what the data teaches",
  builder: build as CommandModule<object, Args>["builder"],
  async handler({ augmentation, json, quiet, threads = availableParallelism(), ...rest }) {
    const { audit: run } = await import("../audit/audit.js");
    const { describeAudit } = await import("./audit-report.js");
    const options = { ...rest, threads, augmentations: augmentation };
    const found = await withAroundAnew(quiet, (around) => run(options, around));
    printResult(json ? auditJson(found) : describeAudit(found, reportOptions().color));
    setExit(found.operators.some(({ threw }) => threw > 0) ? 1 : 0);
  },
};
