import type { ArgumentsCamelCase, Argv, CommandModule } from "yargs";
import type { RunView } from "../contract.js";
import type { Outcome, RunOptions } from "../evaluate.js";
import { BASELINE, baselineOption } from "./baseline-option.js";
import { BUDGET, DATA, requireWholeNumbers } from "./data-options.js";
import { exitOfRuns } from "./exit-codes.js";
import { GATE_OPTIONS } from "./gate-options.js";
import { ORACLE_OPTIONS, requireOracleHeard } from "./oracle-options.js";
import { PAIR_OPTIONS, requireSources } from "./pair-options.js";
import { renderReport } from "./render.js";
import { requireTaken } from "./require-taken.js";
import { SCORING_OPTIONS } from "./scoring-options.js";
import { setExit } from "./set-exit.js";
import { tellErrors } from "./tell-errors.js";
import { tellRecheck } from "./tell-recheck.js";
import { tellVainWaivers } from "./tell-waivers.js";
import { printResult } from "./terminal.js";
import { WEIGHING_ON } from "./training-options.js";
import { withAround } from "./with-around.js";
import { withReports } from "./with-reports.js";

const build = (yargs: Argv) =>
  yargs
    .positional("data", { ...DATA, demandOption: false, default: [] as string[] })
    .options(PAIR_OPTIONS)
    .options(ORACLE_OPTIONS)
    .options(SCORING_OPTIONS)
    .option("budget", BUDGET)
    .option("baseline", BASELINE)
    .options(GATE_OPTIONS)
    .options(WEIGHING_ON)
    .check(requireWholeNumbers)
    .check(requireTaken)
    .check(requireSources)
    .check(requireOracleHeard)
    .example("$0 run prefs.jsonl --model ./my-rm", "weigh a model against the rubric `general`")
    .example(
      "$0 run prefs.jsonl --model rm-v6 --model rm-v7 --rubric launch.json",
      "two models, your own rubric",
    )
    .example(
      "$0 run prefs.jsonl --model rm-v7 --trained-on train.jsonl --contamination leave-out",
      "without the prompts that the model was trained on",
    )
    .example("$0 run prefs.jsonl --model ./my-rm --budget 30m", "as many prompts as half an hour pays for")
    .example(
      "$0 run prefs.jsonl --model ./my-rm --augmentations 'oracle:*' --oracle http://127.0.0.1:8000 --oracle-model qwen3",
      "pairs that a language model makes and verifies",
    )
    .example("$0 run --pairs pairs.jsonl --model ./my-rm", "counterfactual pairs of your own")
    .example('$0 run prefs.jsonl --model "scripted:0.01*length"', "a formula instead of a model");

type Args = ReturnType<typeof build> extends Argv<infer T> ? ArgumentsCamelCase<T> : never;

export const run: CommandModule<object, Args> = {
  command: "run [data..]",
  describe: "Weigh reward models on preference data and judge them by a rubric",
  builder: build as CommandModule<object, Args>["builder"],
  async handler({ data, model, augmentation, db, json, quiet, report, waivers, baseline, ...rest }) {
    const asked = {
      ...{ ...rest, data, models: model, augmentations: augmentation, database: db },
      baseline: baselineOption(baseline),
    };
    await withReports(report, {
      work: async (asks) => {
        const { readWaivers } = await import("../waivers/read.js");
        return weighModels({ ...asked, ...asks, waivers: readWaivers(waivers, process.cwd()) }, quiet);
      },
      viewsOf,
      async show(outcomes, stdoutTaken) {
        const views = viewsOf(outcomes);
        if (!stdoutTaken) printResult(await renderReport(json ? "json" : "terminal", views));
        tellVainWaivers(views.map((view) => view.waivers ?? []));
        for (const { view, errors } of outcomes) tellErrors(view.run, errors);
        for (const { view, recheck } of outcomes) tellRecheck(view.scorer.name, recheck);
        setExit(exitOfRuns(outcomes.map(({ view, errors }) => ({ verdict: view.verdict, errors }))));
      },
    });
  },
};

function viewsOf(outcomes: readonly Outcome[]): RunView[] {
  return outcomes.map(({ view }) => view);
}

/** Runs the main job with progress on stderr, stopping cleanly on Ctrl-C. */
export async function weighModels(options: RunOptions, quiet: boolean): Promise<readonly Outcome[]> {
  const { evaluate } = await import("../evaluate.js");
  return withAround(quiet, (around) => evaluate(options, around));
}
