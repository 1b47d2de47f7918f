import type { ArgumentsCamelCase, Argv, CommandModule } from "yargs";
import { BUDGET, DATA, requireWholeNumbers } from "./data-options.js";
import { ORACLE_OPTIONS, requireOracleHeard } from "./oracle-options.js";
import { PAIR_OPTIONS, requireSources } from "./pair-options.js";
import { requireTaken } from "./require-taken.js";
import { SCORING_OPTIONS } from "./scoring-options.js";
import { printResult, reportOptions } from "./terminal.js";
import { WEIGHING_ON } from "./training-options.js";
import { withAround } from "./with-around.js";

const { cache: _, ...PLANNED_OPTIONS } = SCORING_OPTIONS;

const build = (yargs: Argv) =>
  yargs
    .positional("data", { ...DATA, demandOption: false, default: [] as string[] })
    .options(PAIR_OPTIONS)
    .options(ORACLE_OPTIONS)
    .options(PLANNED_OPTIONS)
    .option("budget", BUDGET)
    .options(WEIGHING_ON)
    .check(requireWholeNumbers)
    .check(requireTaken)
    .check(requireSources)
    .check(requireOracleHeard)
    .example("$0 plan prefs.jsonl --model ./my-rm", "pairs, texts, minutes, and what the gate could decide")
    .example(
      "$0 plan prefs.jsonl --model ./my-rm --budget 30m",
      "what half an hour would buy, and leave out",
    );

type Args = ReturnType<typeof build> extends Argv<infer T> ? ArgumentsCamelCase<T> : never;

export const plan: CommandModule<object, Args> = {
  command: "plan [data..]",
  describe: "Tell what a run would cost and could decide, before it scores anything",
  builder: build as CommandModule<object, Args>["builder"],
  async handler({ data, model, augmentation, db, json, quiet, ...rest }) {
    const { planData } = await import("../stages/plan-data.js");
    const { renderPlan } = await import("./plan-card.js");
    const asked = { ...rest, data, models: model, augmentations: augmentation, database: db };
    const views = await withAround(quiet, (around) => planData(asked, around));
    printResult(
      json
        ? JSON.stringify(views, null, 2)
        : views.map((view) => renderPlan(view, reportOptions())).join("\n\n"),
    );
  },
};
