import type { ArgumentsCamelCase, Argv, CommandModule } from "yargs";
import type { Written } from "../augment/augment.js";
import { DATA, DATA_OPTIONS, READING_OPTIONS, requireWholeNumbers } from "./data-options.js";
import { REPEATED, SHARED } from "./options.js";
import { setExit } from "./set-exit.js";
import { renderTable } from "./table.js";
import { printBeside, printNote } from "./terminal.js";
import { withAroundAnew } from "./with-around.js";

const { limit, seed } = DATA_OPTIONS;

const build = (yargs: Argv) =>
  yargs
    .positional("data", DATA)
    .option("out", {
      type: "string",
      demandOption: true,
      requiresArg: true,
      describe: "JSONL file to write (- is stdout): prompt, base, variant, expects, attribute, augmentation",
    })
    .option("augmentation", {
      ...REPEATED,
      alias: "augmentations",
      default: [] as string[],
      describe: "Only this operator (NAME, NAME@DOSE, A+B@DOSE or FILE), repeatable; all if left out",
    })
    .option("trl", {
      type: "boolean",
      default: false,
      describe: "Write preferences for TRL instead: prompt, chosen, rejected; what must tie has tie: true",
    })
    .option("hold-out", {
      ...REPEATED,
      default: [] as string[],
      describe: "Never export this operator, or those of this attribute: a gate can rest on them; repeatable",
    })
    .option("for-training", {
      type: "boolean",
      default: false,
      describe:
        "Note in the database what was exported, so that no later run takes it for new; with --trl that is so anyway",
    })
    .option("record", {
      type: "boolean",
      describe: "--no-record: note nothing, though --trl is given: the file is not for training",
    })
    .option("digests", {
      type: "string",
      requiresArg: true,
      describe:
        "Also write a list of digests of what was exported (- is stdout), for tare run --trained-on elsewhere",
    })
    .option("db", SHARED.db)
    .options({ limit, seed, ...READING_OPTIONS })
    .option("json", SHARED.json)
    .option("quiet", SHARED.quiet)
    .check(requireWholeNumbers)
    .check(({ forTraining, record }) => {
      if (forTraining && record === false)
        throw new Error("--for-training and --no-record contradict each other: give one of them");
      return true;
    })
    .example(
      "$0 augment prefs.jsonl --out pairs.jsonl",
      "every pair that a run would make, for use elsewhere",
    )
    .example(
      "$0 augment prefs.jsonl --out train.jsonl --trl --augmentation number-changed",
      "preferences of one operator, to train on",
    )
    .example(
      "$0 augment prefs.jsonl --out train.jsonl --trl --hold-out length --digests train.digests.jsonl",
      "to train on, but for the attribute length; with digests for whoever gates the model",
    );

type Args = ReturnType<typeof build> extends Argv<infer T> ? ArgumentsCamelCase<T> : never;

export const augment: CommandModule<object, Args> = {
  command: "augment <data..>",
  describe: "Write counterfactual pairs of data to a file, without any model",
  builder: build as CommandModule<object, Args>["builder"],
  async handler({ augmentation, out, trl, json, quiet, forTraining, record: said, db, digests, ...rest }) {
    const { augment: run } = await import("../augment/augment.js");
    const { pairRow, preferenceRow } = await import("../augment/rows.js");
    // Pairs in tare's own form are to be weighed: a ledger that held them would never let them pass.
    const record = said ?? (forTraining || trl);
    const rowOf = trl ? preferenceRow : pairRow;
    const asked = { file: out, format: trl ? "trl" : "pairs", digests, db: record ? db : undefined } as const;
    const { withExport } = await import("./with-export.js");
    const found = await withExport(asked, async (made) => {
      const write: Parameters<typeof run>[0]["write"] = (pair, operator) => {
        const row = rowOf(pair, operator);
        if (row === undefined) return false;
        made.write(row, pair);
        return true;
      };
      return withAroundAnew(quiet, (around) =>
        run({ ...rest, augmentations: augmentation, write, begin: made.begin }, around),
      );
    });
    const shown = out === "-" ? "stdout" : out;
    if (said !== false && !quiet && found.some(({ written }) => written > 0))
      printNote(
        record
          ? `${shown} is noted in ${db} as exported for training (--no-record: it is not)`
          : `${shown} is not noted as exported for training: say --for-training if a model is to learn from it`,
      );
    printBeside(json ? JSON.stringify(found, null, 2) : tabulate(found), [out, digests].includes("-"));
    setExit(found.some(({ threw }) => threw > 0) ? 1 : 0);
  },
};

function tabulate(found: readonly Written[]): string {
  const rows = found.map(({ operator, written, unfit, skipped, threw, heldOut }) => [
    operator,
    written,
    unfit,
    threw,
    heldOut
      ? "held out"
      : Object.entries(skipped)
          .map(([reason, n]) => `${reason} ${n}`)
          .join(", "),
  ]);
  return renderTable(["operator", "written", "no preference", "threw", "skipped"], rows, "table", true);
}
