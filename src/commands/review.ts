import { userInfo } from "node:os";
import { resolve } from "node:path";
import type { ArgumentsCamelCase, Argv, CommandModule } from "yargs";
import type { OperatorValidity } from "../contract.js";
import { counted } from "../reports/layout/words.js";
import type { Store } from "../store/open.js";
import { DATA, DATA_OPTIONS, READING_OPTIONS, requireWholeNumbers } from "./data-options.js";
import { openLines } from "./open-lines.js";
import { REPEATED, SHARED } from "./options.js";
import { renderTable } from "./table.js";
import { printNote, printResult } from "./terminal.js";
import { now } from "./today.js";
import { withAroundAnew } from "./with-around.js";

const { limit, seed } = DATA_OPTIONS;

const build = (yargs: Argv) =>
  yargs
    .positional("data", {
      ...DATA,
      demandOption: false,
      default: [] as string[],
      describe: `${DATA.describe}; left out: the pairs of the database`,
    })
    .option("augmentation", {
      ...REPEATED,
      default: [] as string[],
      describe:
        "Read pairs of this operator (NAME, NAME@DOSE, A+B@DOSE or FILE), repeatable; all if left out",
    })
    .option("sample", {
      type: "number",
      default: 20,
      requiresArg: true,
      describe: "Pairs of each operator, drawn by the seed, one a prompt",
    })
    .option("reader", {
      type: "string",
      requiresArg: true,
      describe: "Whose judgements these are; your user name if left out",
    })
    .option("export", {
      type: "string",
      requiresArg: true,
      describe: "Write the pairs to this JSONL file (- is stdout) instead, blind, to be judged elsewhere",
    })
    .option("import", {
      ...REPEATED,
      default: [] as string[],
      describe: "Store the judgements of this JSONL file instead (pair, judgement, note), repeatable",
    })
    .options({ limit, seed, ...READING_OPTIONS })
    .option("db", SHARED.db)
    .option("json", SHARED.json)
    .option("quiet", SHARED.quiet)
    .check(requireWholeNumbers)
    .check(({ sample, data, export: out, import: files }) => {
      if (!(Number.isInteger(sample) && sample > 0)) throw new Error("--sample wants a whole number above 0");
      if (files.length > 0 && (out !== undefined || data.length > 0))
        throw new Error("--import reads judgements: give it no data and no --export");
      if (data.includes("-") && out === undefined) throw new Error("stdin holds the data: use --export");
      return true;
    })
    .example("$0 review prefs.jsonl --augmentation number-changed", "20 random pairs, one by one")
    .example(
      "$0 review prefs.jsonl --export blind.jsonl",
      'for readers elsewhere: add "judgement" to each line',
    )
    .example("$0 review --import blind.jsonl --reader ann", "store what they said");

type Args = ReturnType<typeof build> extends Argv<infer T> ? ArgumentsCamelCase<T> : never;

export const review: CommandModule<object, Args> = {
  command: "review [data..]",
  describe: "Read random pairs blind and say which answer is better; pairs judged wrong leave the statistics",
  builder: build as CommandModule<object, Args>["builder"],
  async handler({
    augmentation,
    sample,
    reader = userInfo().username,
    export: out,
    import: files,
    db,
    json,
    quiet,
    ...rest
  }) {
    const { openStore, usingStore } = await import("../store/open.js");
    // Without data there must be pairs to read.
    const store = openStore(resolve(db), { mustExist: rest.data.length === 0 });
    await usingStore(store, async () => {
      if (files.length > 0) await takeIn(store, { files, reader });
      else {
        const { choosePairs } = await import("../review/choose-pairs.js");
        const asked = { ...rest, augmentations: augmentation, pairs: sample };
        const pairs = await withAroundAnew(quiet, (around) => choosePairs(store, asked, around));
        if (out !== undefined) {
          const file = openLines(out);
          try {
            for (const pair of pairs) file.write(pair);
            file.keep();
          } finally {
            file.drop();
          }
          const shown = out === "-" ? "stdout" : out;
          printNote(
            `${counted(pairs.length, "pair")} written to ${shown}: give each a "judgement" (first, second, tie or invalid), then tare review --import ${out === "-" ? "FILE" : out}`,
          );
          return;
        }
        const { readBlind } = await import("./read-blind.js");
        const color = process.stderr.isTTY === true && process.env.NO_COLOR === undefined;
        const { judged, before, left } = await readBlind(store, pairs, { reader, now, color });
        printNote(
          `\n${counted(judged, "pair")} judged${before > 0 ? `, ${before} before` : ""}${left > 0 ? `, ${left} left: the same command goes on` : ""}`,
        );
      }
      await tell(store, json);
    });
  },
};

async function takeIn(store: Store, asked: { files: readonly string[]; reader: string }): Promise<void> {
  const { importJudgements } = await import("../review/import.js");
  const source = { cwd: process.cwd(), stdin: process.stdin };
  const { judged, unread } = await importJudgements(store, { ...asked, at: now() }, source);
  printNote(
    `${counted(judged, "judgement")} stored${unread > 0 ? `, ${counted(unread, "pair")} unread` : ""}`,
  );
}

/** What all readers of this database found, and which runs hold pairs that they contradict. */
async function tell(store: Store, json: boolean): Promise<void> {
  const { readValidity, runsWithSuspects } = await import("../store/judgements.js");
  const { withInterval } = await import("../review/summary.js");
  const found = readValidity(store).map((row) => withInterval(row, "here"));
  printResult(json ? JSON.stringify(found, null, 2) : tabulate(found));
  for (const { run, pairs } of runsWithSuspects(store))
    printNote(
      `run ${run.slice(0, 12)} holds ${counted(pairs, "pair")} that readers contradict: tare analyze --run ${run.slice(0, 12)} leaves ${pairs === 1 ? "it" : "them"} out`,
    );
}

function tabulate(found: readonly OperatorValidity[]): string {
  const percent = (share: number) => `${(100 * share).toFixed(0)} %`;
  const rows = found.map(({ augmentation, version, expects, read, asExpected, lower, upper }) => [
    augmentation,
    version,
    expects,
    read,
    asExpected,
    `${percent(asExpected / read)} [${percent(lower)}, ${percent(upper)}]`,
  ]);
  return renderTable(
    ["operator", "version", "expects", "read", "as expected", "share, 95 %"],
    rows,
    "table",
    true,
  );
}
