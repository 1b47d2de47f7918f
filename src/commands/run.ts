import type { ArgumentsCamelCase, Argv, CommandModule } from "yargs";
import type { Outcome, RunOptions } from "../evaluate.js";
import { exitOfRuns } from "./exit-codes.js";
import { untilInterrupted } from "./interrupt.js";
import { MODEL_OPTIONS } from "./model-options.js";
import { REPEATED, SHARED } from "./options.js";
import { makeProgress } from "./progress.js";
import { renderReport } from "./render.js";
import { setExit } from "./set-exit.js";
import { tellErrors } from "./tell-errors.js";
import { printResult } from "./terminal.js";

const build = (yargs: Argv) =>
  yargs
    .positional("data", {
      type: "string",
      array: true,
      demandOption: true,
      describe: "Preference data: JSONL or JSON, also gzipped; - is stdin",
    })
    .option("model", {
      ...REPEATED,
      demandOption: true,
      describe: "Reward model: a folder with an ONNX graph, scripted:FORMULA or precomputed:FILE; repeatable",
    })
    .option("rubric", {
      type: "string",
      default: "general",
      requiresArg: true,
      describe: "Rubric by name or file",
    })
    .option("db", SHARED.db)
    .option("max-words", {
      type: "number",
      requiresArg: true,
      describe: "Leave out items with a prompt and response of more words",
    })
    .option("limit", {
      type: "number",
      requiresArg: true,
      describe: "Use this many items, drawn by the seed",
    })
    .option("seed", {
      type: "number",
      default: 1,
      requiresArg: true,
      describe: "Seed of every random choice",
    })
    .option("augmentation", {
      ...REPEATED,
      default: [] as string[],
      describe: "Also run this operator (NAME, NAME@DOSE or FILE), shown but not gated; repeatable",
    })
    .option("format", {
      type: "string",
      requiresArg: true,
      describe: "Format of the data; detected if left out",
    })
    .options(MODEL_OPTIONS)
    .option("json", SHARED.json)
    .option("quiet", SHARED.quiet)
    .check(({ limit, maxWords, seed, threads }) => {
      for (const [name, value] of Object.entries({ limit, "max-words": maxWords, threads })) {
        if (value === undefined || (Number.isInteger(value) && Number(value) > 0)) continue;
        throw new Error(`--${name} wants a whole number above 0`);
      }
      if (!Number.isSafeInteger(seed)) throw new Error("--seed wants a whole number");
      return true;
    })
    .example("$0 run prefs.jsonl --model ./my-rm", "weigh a model against the rubric `general`")
    .example(
      "$0 run prefs.jsonl --model rm-v6 --model rm-v7 --rubric launch.json",
      "two models, your own rubric",
    )
    .example('$0 run prefs.jsonl --model "scripted:0.01*length"', "a formula instead of a model");

type Args = ReturnType<typeof build> extends Argv<infer T> ? ArgumentsCamelCase<T> : never;

export const run: CommandModule<object, Args> = {
  command: "run <data..>",
  describe: "Weigh reward models on preference data and judge them by a rubric",
  builder: build as CommandModule<object, Args>["builder"],
  async handler({ data, model, augmentation, db, json, quiet, ...rest }) {
    const outcomes = await weighModels(
      { ...rest, data, models: model, augmentations: augmentation, database: db },
      quiet,
    );
    printResult(
      await renderReport(
        json ? "json" : "terminal",
        outcomes.map(({ view }) => view),
      ),
    );
    for (const { view, errors } of outcomes) tellErrors(view.run, errors);
    setExit(exitOfRuns(outcomes.map(({ view, errors }) => ({ verdict: view.verdict, errors }))));
  },
};

/** Runs the main job with progress on stderr, stopping cleanly on Ctrl-C. */
export async function weighModels(options: RunOptions, quiet: boolean): Promise<readonly Outcome[]> {
  const { evaluate } = await import("../evaluate.js");
  const progress = makeProgress(quiet);
  const { signal, release } = untilInterrupted();
  try {
    const now = () => new Date().toISOString();
    return await evaluate(options, { cwd: process.cwd(), progress, signal, now, stdin: process.stdin });
  } finally {
    progress.end();
    release();
  }
}
