import { basename } from "node:path";
import type { ArgumentsCamelCase, Argv, CommandModule } from "yargs";
import { DATA, DATA_OPTIONS, requireWholeNumbers } from "./data-options.js";
import { openOutput } from "./open-lines.js";
import { SHARED } from "./options.js";
import { ORACLE_OPTIONS, requireOracleHeard } from "./oracle-options.js";
import { requireFree } from "./require-free.js";
import { printBeside } from "./terminal.js";
import { withAround } from "./with-around.js";

/** Fewer prompts than these could hardly bear a claim. */
const MIN_SHARE = 0.05;

// Nothing is verified here: no pair is made.
const { verifier: _, "verifier-model": __, oracle, ...ASKING_OPTIONS } = ORACLE_OPTIONS;

const build = (yargs: Argv) =>
  yargs
    .positional("data", DATA)
    .option("oracle", {
      ...oracle,
      demandOption: true,
      describe:
        "Language model that is asked: URL of an OpenAI-compatible server, local:DIR, replay:FILE or scripted:BEHAVIOUR",
    })
    .option("out", {
      type: "string",
      demandOption: true,
      requiresArg: true,
      describe: "Rubric file to write: a draft to be read and edited (- is stdout)",
    })
    .option("force", { type: "boolean", default: false, describe: "Replace what lies there" })
    .option("grade", {
      type: "boolean",
      default: false,
      describe:
        "Also have answers graded: how often is the chosen one strong where the rejected one is weak?",
    })
    .option("min-share", {
      type: "number",
      default: MIN_SHARE,
      requiresArg: true,
      describe: "Leave out attributes that are named for a smaller share of the prompts",
    })
    .options(ASKING_OPTIONS)
    .options(DATA_OPTIONS)
    .option("db", SHARED.db)
    .option("json", SHARED.json)
    .option("quiet", SHARED.quiet)
    .check(requireWholeNumbers)
    .check(requireOracleHeard)
    .check(({ minShare }) => {
      if (Number(minShare) >= 0 && Number(minShare) <= 1) return true;
      throw new Error("--min-share wants a share, from 0 to 1");
    })
    .example(
      "$0 attributes prefs.jsonl --out mine.json --oracle http://127.0.0.1:8000 --oracle-model qwen3 --limit 200",
      "what makes answers to 200 of your prompts good, as a rubric to be edited",
    )
    .example(
      "$0 attributes prefs.jsonl --out mine.json --oracle scripted:good --grade",
      "the same by rule, to see what comes out",
    );

type Args = ReturnType<typeof build> extends Argv<infer T> ? ArgumentsCamelCase<T> : never;

export const attributes: CommandModule<object, Args> = {
  command: "attributes <data..>",
  describe: "Ask a language model what makes answers to your prompts good, and draft a rubric of it",
  builder: build as CommandModule<object, Args>["builder"],
  async handler({ out, force, db, json, quiet, ...rest }) {
    const { draftAttributes } = await import("../stages/draft-attributes.js");
    const { drafted, tabulate, tellDraft } = await import("./tell-draft.js");
    const isStdout = out === "-";
    const free = () => {
      if (!isStdout && !force) requireFree(out, "--out");
    };
    free();
    // Opened before anything is paid for.
    const file = openOutput(out);
    try {
      const name = isStdout ? "attributes" : basename(out).replace(/\.json$/iu, "");
      const draft = await withAround(quiet, (around) =>
        draftAttributes({ ...rest, name, database: db }, around),
      );
      free();
      file.write(draft.text);
      file.keep();
      tellDraft(draft, rest.minShare, isStdout ? "stdout" : out, quiet);
      printBeside(json ? JSON.stringify(drafted(draft, out), null, 2) : tabulate(draft), isStdout);
    } finally {
      file.drop();
    }
  },
};
