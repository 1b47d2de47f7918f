import type { ArgumentsCamelCase, Argv, CommandModule } from "yargs";
import type { ScoreSummary } from "../stages/score-data.js";
import type { RewardedText } from "../store/base-texts.js";
import { DATA, requireWholeNumbers } from "./data-options.js";
import { openLines } from "./open-lines.js";
import { requireTaken } from "./require-taken.js";
import { SCORING_OPTIONS } from "./scoring-options.js";
import { renderTable } from "./table.js";
import { tellRecheck } from "./tell-recheck.js";
import { printBeside } from "./terminal.js";
import { withAround } from "./with-around.js";

const build = (yargs: Argv) =>
  yargs
    .positional("data", DATA)
    .options(SCORING_OPTIONS)
    .option("out", {
      type: "string",
      requiresArg: true,
      describe: "Also write key, prompt, response and score of every text to this JSONL file; - is stdout",
    })
    .check(requireWholeNumbers)
    .check(requireTaken)
    .check(({ out, model }) => {
      if (out !== undefined && model.length > 1) throw new Error("--out wants one --model");
      return true;
    })
    .example("$0 score prefs.jsonl --model ./my-rm", "mean, SD and accuracy on the data as they are")
    .example(
      "$0 score prefs.jsonl --model ./my-rm --out scores.jsonl",
      "the scores, also as precomputed:scores.jsonl",
    )
    .example(
      "$0 score prefs.jsonl --model ./my-rm --no-cache",
      "does the model still give the scores that are stored?",
    );

type Args = ReturnType<typeof build> extends Argv<infer T> ? ArgumentsCamelCase<T> : never;

export const score: CommandModule<object, Args> = {
  command: "score <data..>",
  describe: "Score the texts of data as they are: no rubric, no changed texts",
  builder: build as CommandModule<object, Args>["builder"],
  async handler({ model, db, out, json, quiet, ...rest }) {
    const { scoreData } = await import("../stages/score-data.js");
    const file = out === undefined ? undefined : openLines(out);
    try {
      const options = {
        ...rest,
        models: model,
        database: db,
        each: file && ((one: RewardedText) => file.write(scoredLine(one))),
      };
      const summaries = await withAround(quiet, (around) => scoreData(options, around));
      file?.keep();
      printBeside(json ? JSON.stringify(summaries, null, 2) : tabulate(summaries), out === "-");
      for (const { model: name, recheck } of summaries) tellRecheck(name, recheck);
    } finally {
      file?.drop();
    }
  },
};

function tabulate(summaries: readonly ScoreSummary[]): string {
  const rows = summaries.map(
    ({ model, texts, scored, truncated, mean, sd, accuracy, comparisons, textsPerSecond }) => [
      model,
      texts,
      scored,
      truncated,
      round(mean, 4),
      round(sd, 4),
      round(accuracy, 4),
      comparisons,
      round(textsPerSecond, 1),
    ],
  );
  const columns = [
    "model",
    "texts",
    "scored now",
    "truncated",
    "mean",
    "SD",
    "accuracy",
    "comparisons",
    "texts/s",
  ];
  return renderTable(columns, rows, "table");
}

function round(value: number | null, digits: number): number | null {
  return value === null ? null : Number(value.toFixed(digits));
}

/** As `precomputed:` reads it. */
function scoredLine({ key, messages, response, score }: RewardedText) {
  return { key, prompt: JSON.parse(messages), response, score };
}
