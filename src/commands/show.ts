import type { ArgumentsCamelCase, Argv, CommandModule } from "yargs";
import { TareError } from "../errors.js";
import type { Found } from "../show/find-shown.js";
import type { Store } from "../store/open.js";
import { LOOK, requireWidth } from "./look-options.js";
import { SHARED } from "./options.js";
import { printResult, reportOptions } from "./terminal.js";
import { withStore } from "./with-store.js";

const build = (yargs: Argv) =>
  yargs
    .positional("key", {
      type: "string",
      demandOption: true,
      describe: "Key of a pair, an item or a run, or its beginning",
    })
    .option("model", {
      type: "string",
      requiresArg: true,
      describe: "Only scores of models whose name holds this (for a pair or an item)",
    })
    .option("run", { ...SHARED.run, describe: "Only scores of this run, by its beginning (likewise)" })
    .option("full", { type: "boolean", default: false, describe: "Shorten nothing" })
    .option("db", SHARED.db)
    .option("json", SHARED.json)
    .options(LOOK)
    .check(requireWidth, false)
    .example("$0 show 3f9a1c0b", "a pair: what changed, and what every model made of it")
    .example("$0 show 0c817d --json", "a run, for a program");

type Args = ReturnType<typeof build> extends Argv<infer T> ? ArgumentsCamelCase<T> : never;

export const show: CommandModule<object, Args> = {
  command: "show <key>",
  describe: "Show a pair, an item or a run: its texts word by word, and the scores of all models",
  builder: build as CommandModule<object, Args>["builder"],
  async handler({ key, model, run, full, db, json, width, color }) {
    const { findShown } = await import("../show/find-shown.js");
    const text = await withStore(db, async (store) => {
      const found = findShown(store, key);
      const shown = await read(store, found, { model, run });
      if (json) return JSON.stringify({ schema: "tare-show", version: 1, ...shown }, null, 2);
      const { sheetOf } = await import("../show/sheet.js");
      const { shownLines } = await import("../show/shown-lines.js");
      const sheet = sheetOf({ ...reportOptions({ width, color }), full });
      return shownLines(shown, sheet, db === SHARED.db.default ? [] : ["--db", db]).join("\n");
    });
    printResult(text);
  },
};

async function read(
  store: Store,
  { kind, key }: Found,
  filter: { readonly model: string | undefined; readonly run: string | undefined },
) {
  const { filterItem, filterPair } = await import("../show/filter.js");
  if (kind === "pair") {
    const { readPair } = await import("../store/browse/read-pair.js");
    return { kind, pair: filterPair(readPair(store, key)!, filter) };
  }
  if (kind === "item") {
    const { readItem } = await import("../store/browse/read-item.js");
    return { kind, item: filterItem(readItem(store, key)!, filter) };
  }
  if (filter.model !== undefined || filter.run !== undefined)
    throw new TareError(
      "TARE_USAGE",
      `${key.slice(0, 12)} is a run: --model and --run choose scores of a pair or an item`,
    );
  const { readRun } = await import("../store/browse/read-run.js");
  return { kind, run: readRun(store, key)! };
}
