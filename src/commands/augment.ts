import type { ArgumentsCamelCase, Argv, CommandModule } from "yargs";
import type { Written } from "../augment/augment.js";
import { DATA, DATA_OPTIONS, READING_OPTIONS, requireWholeNumbers } from "./data-options.js";
import { openLines } from "./open-lines.js";
import { REPEATED, SHARED } from "./options.js";
import { setExit } from "./set-exit.js";
import { renderTable } from "./table.js";
import { printResult } from "./terminal.js";
import { withAround } from "./with-around.js";

const { limit, seed } = DATA_OPTIONS;

const build = (yargs: Argv) =>
  yargs
    .positional("data", DATA)
    .option("out", {
      type: "string",
      demandOption: true,
      requiresArg: true,
      describe: "JSONL file to write: prompt, base, variant, expects, attribute, augmentation",
    })
    .option("augmentation", {
      ...REPEATED,
      default: [] as string[],
      describe: "Only this operator (NAME, NAME@DOSE, A+B@DOSE or FILE), repeatable; all if left out",
    })
    .option("trl", {
      type: "boolean",
      default: false,
      describe: "Write preferences for TRL instead: prompt, chosen, rejected; what must tie has tie: true",
    })
    .options({ limit, seed, ...READING_OPTIONS })
    .option("json", SHARED.json)
    .option("quiet", SHARED.quiet)
    .check(requireWholeNumbers)
    .example(
      "$0 augment prefs.jsonl --out pairs.jsonl",
      "every pair that a run would make, for use elsewhere",
    )
    .example(
      "$0 augment prefs.jsonl --out train.jsonl --trl --augmentation number-changed",
      "preferences of one operator, to train on",
    );

type Args = ReturnType<typeof build> extends Argv<infer T> ? ArgumentsCamelCase<T> : never;

export const augment: CommandModule<object, Args> = {
  command: "augment <data..>",
  describe: "Write counterfactual pairs of data to a file, without any model",
  builder: build as CommandModule<object, Args>["builder"],
  async handler({ augmentation, out, trl, json, quiet, ...rest }) {
    const { augment: run } = await import("../augment/augment.js");
    const { pairRow, preferenceRow } = await import("../augment/rows.js");
    const file = openLines(out);
    try {
      const rowOf = trl ? preferenceRow : pairRow;
      const write: Parameters<typeof run>[0]["write"] = (pair, operator) => {
        const row = rowOf(pair, operator);
        if (row !== undefined) file.write(row);
        return row !== undefined;
      };
      const found = await withAround(quiet, (around) =>
        run({ ...rest, augmentations: augmentation, write }, around),
      );
      printResult(json ? JSON.stringify(found, null, 2) : tabulate(found));
      setExit(found.some(({ threw }) => threw > 0) ? 1 : 0);
    } finally {
      file.close();
    }
  },
};

function tabulate(found: readonly Written[]): string {
  const rows = found.map(({ operator, written, unfit, skipped, threw }) => [
    operator,
    written,
    unfit,
    threw,
    Object.entries(skipped)
      .map(([reason, n]) => `${reason} ${n}`)
      .join(", "),
  ]);
  return renderTable(["operator", "written", "no preference", "threw", "skipped"], rows, "table", true);
}
