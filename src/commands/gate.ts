import type { CommandModule } from "yargs";
import { exitOfRuns } from "./exit-codes.js";
import { SHARED } from "./options.js";
import { setExit } from "./set-exit.js";
import { tellErrors } from "./tell-errors.js";
import { tellSuspects } from "./tell-suspects.js";
import { printResult } from "./terminal.js";
import { today } from "./today.js";
import { withStore } from "./with-store.js";

interface Args {
  db: string;
  run: string | undefined;
  json: boolean;
}

export const gate: CommandModule<object, Args> = {
  command: "gate",
  describe: "Judge a stored run again and exit with its verdict; no model is run",
  builder: (yargs) =>
    yargs
      .option("run", SHARED.run)
      .option("db", SHARED.db)
      .option("json", SHARED.json)
      .example("$0 gate", "the newest run: exit code 0 pass, 3 fail, 4 inconclusive")
      .example("$0 gate --run 7f3a --json", "one run, for a script") as never,
  async handler({ db, run, json }) {
    const { rejudgeRuns } = await import("../stages/rejudge.js");
    const gates = await withStore(db, (store) => {
      const judged = rejudgeRuns(store, run, today());
      tellSuspects(store, judged);
      return judged;
    });
    const lines = gates.map(
      ({ model, verdict, because, run: id }) =>
        `${verdict.toUpperCase().padEnd(12)} ${model} · ${because} · run ${id.slice(0, 12)}`,
    );
    printResult(json ? JSON.stringify(gates, null, 2) : lines.join("\n"));
    for (const gate of gates) tellErrors(gate.run, gate.errors);
    setExit(exitOfRuns(gates));
  },
};
