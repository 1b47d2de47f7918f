import type { ArgumentsCamelCase, Argv, CommandModule } from "yargs";
import type { Snapshot, SnapshotClaim } from "../baseline/snapshot.js";
import { counted } from "../reports/layout/words.js";
import { METRICS, writeEstimate } from "../rubric/wording.js";
import { harmless } from "./harmless.js";
import { SHARED } from "./options.js";
import { renderTable } from "./table.js";
import { tellSuspects } from "./tell-suspects.js";
import { printNote, printResult, writeResult } from "./terminal.js";
import { withAround } from "./with-around.js";
import { withStore } from "./with-store.js";

const build = (yargs: Argv) =>
  yargs
    .positional("action", {
      choices: ["save", "show"] as const,
      demandOption: true,
      describe: "save: write a run as a snapshot to commit. show: print one",
    })
    .positional("file", { type: "string", demandOption: true, describe: "The snapshot file (JSON)" })
    .positional("run", { type: "string", describe: "save: run id or its beginning; the newest if left out" })
    .option("db", SHARED.db)
    .option("json", SHARED.json)
    .option("quiet", SHARED.quiet)
    .check(({ action, run }) => {
      if (action === "show" && run !== undefined) throw new Error("tare baseline show wants a file alone");
      return true;
    })
    .example(
      "$0 baseline save baseline.json",
      "the newest run, to be held against: tare run … --baseline baseline.json",
    )
    .example("$0 baseline show baseline.json", "what it holds");

type Args = ReturnType<typeof build> extends Argv<infer T> ? ArgumentsCamelCase<T> : never;

export const baseline: CommandModule<object, Args> = {
  command: "baseline <action> <file> [run]",
  describe: "Save a run as a small snapshot that later ones are held against, or show one",
  builder: build as CommandModule<object, Args>["builder"],
  async handler({ action, file, run, db, json, quiet }) {
    if (action === "show") {
      const { readSnapshot } = await import("../baseline/read-snapshot.js");
      const snapshot = readSnapshot(file);
      printResult(json ? JSON.stringify(snapshot, null, 2) : harmless(describe(snapshot)));
      return;
    }
    const { saveBaseline } = await import("../stages/save-baseline.js");
    const { writeSnapshot } = await import("../baseline/write-snapshot.js");
    const snapshot = await withStore(db, async (store) => {
      const saved = await withAround(quiet, (around) => saveBaseline(store, run, around));
      tellSuspects(store, [saved]);
      return saved;
    });
    writeResult(file, writeSnapshot(snapshot));
    if (json) printResult(JSON.stringify(snapshot, null, 2));
    else if (!quiet) printNote(`saved ${head(snapshot)} to ${file}`);
  },
};

function describe(snapshot: Snapshot): string {
  const { data, seed, rubric, claims, operators, alphas, tare, noiseFloor, ruler } = snapshot;
  const at = alphas.findIndex((alpha) => Math.abs(alpha - rubric.alpha) < 1e-12);
  const rows = claims.map((claim) => [...rowOf(claim, at)]);
  const facts = [
    head(snapshot),
    `data ${data.digest.slice(0, 12)} (${counted(data.items, "item")} on ${counted(data.prompts, "prompt")}), seed ${seed}, rubric ${rubric.name} ${rubric.digest.slice(0, 12)}`,
    `S = ${ruler ?? "none"}, noise floor ${noiseFloor ?? "not measured"}; saved by tare ${tare}`,
  ];
  return [
    ...facts,
    renderTable(["measure", "", "estimate", "pairs", "prompts", "verdict"], rows, "table"),
    `${counted(operators.length, "operator row")} beside`,
  ].join("\n");
}

function rowOf(
  { id, metric, estimate, lower, upper, n, clusters, verdict, reason }: SnapshotClaim,
  at: number,
) {
  const interval = { estimate, lower: lower[at] ?? null, upper: upper[at] ?? null };
  const found = reason === "" ? writeEstimate(metric, interval) : reason;
  return [id, METRICS[metric].label, found, n, clusters, verdict];
}

function head({ scorer, run, digest }: Snapshot): string {
  return `baseline ${digest.slice(0, 12)}: ${scorer.name} · ${scorer.dtype} · run ${run.slice(0, 12)}`;
}
