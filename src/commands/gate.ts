import type { CommandModule } from "yargs";
import { trainingWords } from "../reports/layout/training.js";
import { waiverWords } from "../reports/layout/waivers.js";
import { lookWords } from "../reports/layout/words.js";
import { sayBaseline } from "../rubric/say-baseline.js";
import type { Gate } from "../stages/rejudge.js";
import { BASELINE, baselineOption } from "./baseline-option.js";
import { exitOfRuns } from "./exit-codes.js";
import { GATE_OPTIONS } from "./gate-options.js";
import { harmless } from "./harmless.js";
import { SHARED } from "./options.js";
import { setExit } from "./set-exit.js";
import { tellErrors } from "./tell-errors.js";
import { tellSuspects } from "./tell-suspects.js";
import { tellVainWaivers } from "./tell-waivers.js";
import { printResult } from "./terminal.js";
import { today } from "./today.js";
import { GATING_ON } from "./training-options.js";
import { withReports } from "./with-reports.js";
import { withStore } from "./with-store.js";

interface Args {
  db: string;
  run: string | undefined;
  json: boolean;
  baseline: string | false | undefined;
  report: string[];
  waivers: string | undefined;
  trainedOn: string[];
  contamination: "flag" | "refuse" | "accept";
}

export const gate: CommandModule<object, Args> = {
  command: "gate",
  describe: "Judge a stored run again and exit with its verdict; no model is run",
  builder: (yargs) =>
    yargs
      .option("run", SHARED.run)
      .option("db", SHARED.db)
      .option("json", SHARED.json)
      .option("baseline", BASELINE)
      .options(GATE_OPTIONS)
      .options(GATING_ON)
      .example("$0 gate", "the newest run: exit code 0 pass, 3 fail, 4 inconclusive")
      .example("$0 gate --run 7f3a --json", "one run, for a script")
      .example("$0 gate --report junit=tare.xml --report github", "for a CI job") as never,
  async handler({ db, run, json, report, waivers, baseline: given, trainedOn, contamination }) {
    const { rejudgeRuns, viewStoredRuns } = await import("../stages/rejudge.js");
    const acceptExported = contamination === "accept";
    await withReports(report, {
      async work(asks) {
        const { readWaivers } = await import("../waivers/read.js");
        const { readChoice } = await import("../stages/open-baseline.js");
        const { exposeNow } = await import("./expose-now.js");
        const baseline = readChoice(baselineOption(given), process.cwd());
        const judging = {
          ...{ today: today(), waivers: readWaivers(waivers, process.cwd()) },
          ...{ baseline, acceptExported },
        };
        return withStore(db, async (store) => {
          await exposeNow(store, run, trainedOn, contamination);
          const gates = rejudgeRuns(store, run, judging);
          tellSuspects(store, gates);
          return { gates, views: report.length === 0 ? [] : viewStoredRuns(store, run, judging, asks) };
        });
      },
      viewsOf: ({ views }) => views,
      show({ gates }, stdoutTaken) {
        if (!stdoutTaken)
          printResult(json ? JSON.stringify(gates, null, 2) : harmless(gates.flatMap(gateLines).join("\n")));
        tellVainWaivers(gates.map((gate) => gate.waivers));
        for (const gate of gates) tellErrors(gate.run, gate.errors);
        setExit(exitOfRuns(gates));
      },
    });
  },
};

/** The verdict, and under it which look it is, what the model was trained on, against what drops were held, and each waiver. */
function gateLines(gate: Gate): string[] {
  const { model, verdict, because, run, claims, waivers, baseline } = gate;
  const line = `${verdict.toUpperCase().padEnd(12)} ${model} · ${because} · run ${run.slice(0, 12)}`;
  return [
    line,
    ...(baseline === undefined ? [] : [`  ${sayBaseline(baseline)}`]),
    `  look    ${lookWords(gate)}`,
    ...trainingWords(gate).map((words) => `  trained ${words}`),
    ...waiverWords({ verdicts: claims, waivers }).map((words) => `  waiver  ${words}`),
  ];
}
