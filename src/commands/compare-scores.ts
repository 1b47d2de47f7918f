import type { ArgumentsCamelCase, Argv, CommandModule } from "yargs";
import type { ScoreComparison } from "../stages/compare-scores.js";
import { DATA, DATA_OPTIONS, requireWholeNumbers } from "./data-options.js";
import { MODEL_OPTIONS } from "./model-options.js";
import { SHARED } from "./options.js";
import { requireTaken } from "./require-taken.js";
import { setExit } from "./set-exit.js";
import { renderTable } from "./table.js";
import { printResult } from "./terminal.js";
import { withAround } from "./with-around.js";

/** How models are opened holds for both. */
const { head: HEAD, negate: _, ...OPENING } = MODEL_OPTIONS;

const build = (yargs: Argv) =>
  yargs
    .positional("a", { type: "string", demandOption: true, describe: "A scorer, as --model takes it" })
    .positional("b", {
      type: "string",
      demandOption: true,
      describe: "Another, perhaps the endpoint that training calls",
    })
    .positional("data", DATA)
    .option("tolerance", {
      type: "number",
      default: 0.001,
      requiresArg: true,
      describe: "How far a reward may differ and be the same, in SDs of the rewards; noise may do so anyway",
    })
    .option("max-flips", {
      type: "number",
      default: 0,
      requiresArg: true,
      describe: "Share of (chosen, rejected) comparisons that may be ordered otherwise",
    })
    .option("head-a", {
      ...HEAD,
      describe: "Which logit of A is the reward, as --head in tare run",
    })
    .option("head-b", { ...HEAD, describe: "The same of B" })
    .options(OPENING)
    .option("db", SHARED.db)
    .options(DATA_OPTIONS)
    .option("json", SHARED.json)
    .option("quiet", SHARED.quiet)
    .check(requireWholeNumbers)
    .check(requireTaken)
    .check(({ tolerance, "max-flips": flips }) => {
      if (!(tolerance >= 0)) throw new Error("--tolerance wants a number of 0 or more");
      if (!(flips >= 0 && flips <= 1)) throw new Error("--max-flips wants a share between 0 and 1");
      return true;
    })
    .example("$0 compare-scores ./my-rm ./my-rm#q4 prefs.jsonl", "what the 4-bit weights change")
    .example(
      '$0 compare-scores ./my-rm "http:openrlhf+http://127.0.0.1:5000#tokenizer=./my-rm" prefs.jsonl',
      "does training see the rewards that were weighed? 0 the same, 3 different",
    );

type Args = ReturnType<typeof build> extends Argv<infer T> ? ArgumentsCamelCase<T> : never;

export const compareScores: CommandModule<object, Args> = {
  command: "compare-scores <a> <b> <data..>",
  describe: "Do two scorers give the same rewards, or the same order? Exits 0 if so, 3 if they differ",
  builder: build as CommandModule<object, Args>["builder"],
  async handler({ db, json, quiet, ...rest }) {
    const { compareScores: compare } = await import("../stages/compare-scores.js");
    const comparison = await withAround(quiet, (around) => compare({ ...rest, database: db }, around));
    printResult(json ? JSON.stringify(comparison, null, 2) : describe(comparison));
    setExit(comparison.verdict === "different" ? 3 : 0);
  },
};

function describe({ a, b, texts, agreement, order, allowed, verdict, because }: ScoreComparison): string {
  const found = agreement === null ? [] : agreementRows(agreement, allowed);
  const rows = [
    ["A", a.model, `noise floor ${digits(a.noiseFloor)}`],
    ["B", b.model, `noise floor ${digits(b.noiseFloor)}`],
    ["texts", String(texts), `truncated in A ${a.truncated}, in B ${b.truncated}`],
    ...found,
    [
      "turned",
      `${order.flipped} of ${order.comparisons}`,
      "comparisons ordered otherwise, beyond both noise floors",
    ],
  ];
  const same =
    a.scorer === b.scorer ? "\nA and B are one scorer: its stored scores were compared with themselves." : "";
  return `${renderTable(["", "", ""], rows, "table")}\n${verdict}: ${because}${same}`;
}

function agreementRows(
  { pearson, spearman, raw, affine }: NonNullable<ScoreComparison["agreement"]>,
  allowed: ScoreComparison["allowed"],
): string[][] {
  return [
    ["correlation", `Pearson ${digits(pearson)}`, `Spearman ${digits(spearman)}`],
    ["|A − B|", `max ${digits(raw.max)}, mean ${digits(raw.mean)}`, `allowed ${digits(allowed.raw)}`],
    [
      "off the line",
      `max ${digits(affine.max)}, mean ${digits(affine.mean)}`,
      `allowed ${digits(allowed.b)}; B = ${digits(affine.slope)} A + ${digits(affine.intercept)}`,
    ],
  ];
}

function digits(value: number | null): string {
  return value === null ? "—" : String(Number(value.toPrecision(5)));
}
