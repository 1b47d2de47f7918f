import type { ArgumentsCamelCase, Argv, CommandModule } from "yargs";
import type { DiffVerdict } from "../diff/judge-changes.js";
import type { ExitCode } from "./exit-codes.js";
import { harmless } from "./harmless.js";
import { SHARED } from "./options.js";
import { setExit } from "./set-exit.js";
import { describeDiff } from "./tell-diff.js";
import { printResult } from "./terminal.js";
import { withAroundAnew } from "./with-around.js";

const build = (yargs: Argv) =>
  yargs
    .positional("a", {
      type: "string",
      demandOption: true,
      describe:
        "What was: a run id or its beginning, a scorer (NAME or NAME#DTYPE: its newest run), or a snapshot file",
    })
    .positional("b", { type: "string", demandOption: true, describe: "What is now, named likewise" })
    .option("margin", {
      type: "number",
      default: 0,
      requiresArg: true,
      describe: "Differences up to this do not count (SDs, or shares)",
    })
    .option("db", SHARED.db)
    .option("json", SHARED.json)
    .option("quiet", SHARED.quiet)
    .check(({ margin }) => {
      if (!(margin >= 0)) throw new Error("--margin wants a number of 0 or more");
      return true;
    })
    .example(
      "$0 diff 7f3a 9c01",
      "two runs pair by pair: 0 nothing got worse, 3 something did, 4 nothing compared",
    )
    .example("$0 diff my-rm#fp32 my-rm#q4", "what the 4-bit weights cost")
    .example("$0 diff baseline.json my-rm", "against a snapshot that was committed");

type Args = ReturnType<typeof build> extends Argv<infer T> ? ArgumentsCamelCase<T> : never;

const EXITS: Readonly<Record<DiffVerdict, ExitCode>> = { worse: 3, "not worse": 0, "not comparable": 4 };

export const diff: CommandModule<object, Args> = {
  command: "diff <a> <b>",
  describe: "What got better or worse from one scorer to another, beyond chance, on the same pairs",
  builder: build as CommandModule<object, Args>["builder"],
  async handler({ a, b, margin, db, json, quiet }) {
    const { diff: compare } = await import("../stages/diff.js");
    const found = await withAroundAnew(quiet, (around) => compare({ a, b, margin, database: db }, around));
    printResult(json ? JSON.stringify(found, null, 2) : harmless(describeDiff(found)));
    setExit(EXITS[found.verdict]);
  },
};
