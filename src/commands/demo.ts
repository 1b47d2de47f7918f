import { resolve } from "node:path";
import type { CommandModule } from "yargs";
import { packagePath } from "../paths.js";
import { removeStore } from "../store/remove.js";
import { SHARED } from "./options.js";
import { renderReport } from "./render.js";
import { weighModels } from "./run.js";
import { printResult } from "./terminal.js";

interface Args {
  db: string;
  fresh: boolean;
  json: boolean;
  quiet: boolean;
}

/** What `tare demo` weighs. */
export const DEMO = {
  data: ["llmbar-natural.jsonl", "tare-written.jsonl"].map((file) => packagePath("demo", "data", file)),
  models: ["tare-mini-bt", "tare-mini-crome"].map((name) => packagePath("demo", "models", name)),
  /** Short texts, so that the demo takes a minute or two: a few of LLMBar natural are many hundred words long. */
  maxWords: 140,
  rubric: "demo-oracle",
  /** Answers that were written by hand in place of a language model's. */
  oracle: `replay:${packagePath("demo", "oracle-replay.jsonl")}`,
  seed: 1,
} as const;

export const demo: CommandModule<object, Args> = {
  command: "demo",
  describe: "Weigh the two embedded reward models on the embedded data; always exits 0",
  builder: (yargs) =>
    yargs
      .option("db", { ...SHARED.db, default: "tare-demo.db" })
      .option("fresh", { type: "boolean", default: false, describe: "Score everything again" })
      .option("json", SHARED.json)
      .option("quiet", SHARED.quiet)
      .example("$0 demo", "a minute and a half on two cores") as never,
  async handler({ db, fresh, json, quiet }) {
    if (fresh) removeStore(resolve(db));
    const standard = {
      limit: undefined,
      format: undefined,
      head: undefined,
      threads: undefined,
      augmentations: [],
    };
    const outcomes = await weighModels({ ...standard, ...DEMO, database: db }, quiet);
    printResult(
      await renderReport(
        json ? "json" : "terminal",
        outcomes.map(({ view }) => view),
      ),
    );
  },
};
