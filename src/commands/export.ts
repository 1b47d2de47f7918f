import { basename } from "node:path";
import type { ArgumentsCamelCase, Argv, CommandModule } from "yargs";
import { UNSURE } from "../training-set/choices.js";
import type { SetOptions } from "../training-set/write-set.js";
import { requireMeant, SET_OPTIONS } from "./export/set-options.js";
import { tabulate, tell } from "./export/tell-set.js";
import { openOutput } from "./open-lines.js";
import { SHARED } from "./options.js";
import { printBeside } from "./terminal.js";
import { withAroundAnew } from "./with-around.js";
import { withStore } from "./with-store.js";

const build = (yargs: Argv) =>
  yargs
    .option("out", {
      type: "string",
      demandOption: true,
      requiresArg: true,
      describe: "File to write: JSONL, or Parquet where it ends in .parquet (- is stdout)",
    })
    .options(SET_OPTIONS)
    .option("card", {
      type: "string",
      requiresArg: true,
      describe: "File for the card: how the data were made; FILE.card.md if left out",
    })
    .option("digests", {
      type: "string",
      requiresArg: true,
      describe:
        "Also write a list of digests of what was exported (- is stdout), for tare run --trained-on elsewhere",
    })
    .option("record", {
      type: "boolean",
      default: true,
      describe: "--no-record: note nothing in the database's ledger: the file is not for training",
    })
    .option("run", { ...SHARED.run, describe: "Run id or its beginning; the newest run if left out" })
    .option("db", SHARED.db)
    .option("json", SHARED.json)
    .option("quiet", SHARED.quiet)
    .check((given) => requireMeant(given as never))
    .example("$0 export --format trl --out train.jsonl", "the pairs of the newest run, for RewardTrainer")
    .example(
      "$0 export --format crome --out train.parquet --hold-out length --filter",
      "what its model does not know yet, length kept for the gate",
    );

type Args = ReturnType<typeof build> extends Argv<infer T> ? ArgumentsCamelCase<T> : never;

export const exportSet: CommandModule<object, Args> = {
  command: "export",
  describe: "Write the accepted pairs of a stored run as training data, with a card of how it was made",
  builder: build as CommandModule<object, Args>["builder"],
  async handler({ out, card, digests, record, run, db, json, quiet, baselineRun, ...given }) {
    const { writeSet } = await import("../training-set/write-set.js");
    const { factsOf } = await import("../training-set/set-facts.js");
    const { findRun } = await import("../training-set/find-run.js");
    const { renderCard } = await import("../training-set/card.js");
    const { CROME_COLUMNS, TRL_COLUMNS } = await import("../training-set/columns.js");
    const { withExport } = await import("./with-export.js");
    const { openRowFile } = await import("./row-file.js");
    const { format, filter, unsure = UNSURE } = given;
    await withStore(db, async (store) => {
      const from = findRun(store, run);
      const baseline = baselineRun === undefined ? from : findRun(store, baselineRun);
      const options: SetOptions = {
        ...{ format, augmentations: given.augmentation, only: given.only, holdOut: given.holdOut },
        rows: {
          ...{ margin: given.margin ?? 0, tieWeight: given.tieWeight },
          ties: given.ties ?? (format === "trl" ? "both" : "once"),
        },
        filter: filter ? { baseline, unsure } : undefined,
      };
      const cardPath = card ?? (out === "-" ? undefined : `${out}.card.md`);
      const cardFile = cardPath === undefined ? undefined : openOutput(cardPath);
      try {
        const rows = await openRowFile(out, format === "trl" ? TRL_COLUMNS : CROME_COLUMNS);
        const operators = await withExport(
          { file: out, format, digests, db: record ? db : undefined },
          (made) => withAroundAnew(quiet, (around) => writeSet(store, from, options, made, around)),
          () => rows.lines,
        );
        const facts = factsOf(store, from, options, operators);
        const file = { name: out === "-" ? "stdout" : basename(out), sha256: rows.sha256() };
        cardFile?.write(renderCard(facts, file));
        cardFile?.keep();
        const told = { ...facts, file: { ...file, path: out, card: cardPath ?? null } };
        tell({ out, cardPath, db, record, quiet, operators });
        printBeside(
          json ? JSON.stringify(told, null, 2) : tabulate(operators),
          [out, digests, card].includes("-"),
        );
      } finally {
        cardFile?.drop();
      }
    });
  },
};
