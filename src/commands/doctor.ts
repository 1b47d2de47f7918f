import type { ArgumentsCamelCase, Argv, CommandModule } from "yargs";
import type { Question } from "../doctor/examine.js";
import { openingOf } from "../scorers/opening.js";
import type { Around } from "../stages/around.js";
import { DATA, DATA_OPTIONS, READING_OPTIONS, requireWholeNumbers } from "./data-options.js";
import { MODEL_OPTIONS } from "./model-options.js";
import { SHARED } from "./options.js";
import { requireTaken } from "./require-taken.js";
import { printResult, reportOptions } from "./terminal.js";
import { withAroundAnew } from "./with-around.js";

const { limit, seed } = DATA_OPTIONS;

const build = (yargs: Argv) =>
  yargs
    .positional("model", {
      type: "string",
      demandOption: true,
      describe: "Reward model: a folder with an ONNX graph, or a scorer such as scripted:FORMULA",
    })
    .positional("data", { ...DATA, demandOption: false, default: [] as string[] })
    .option("limit", { ...limit, default: 100 })
    .options({ seed, ...READING_OPTIONS })
    .option("reference", {
      type: "string",
      requiresArg: true,
      describe: "Compare with PyTorch's logits for the texts of this file; exit code 2 where they differ",
    })
    .option("tolerance", {
      type: "number",
      requiresArg: true,
      describe: "How far logits may be off; the reference's own if left out, else 1e-4 (fp32) or 0.02",
    })
    .option("reference-script", {
      type: "boolean",
      default: false,
      describe:
        "Print a Python program that makes such a reference, of texts of the data where there are any",
    })
    .options(MODEL_OPTIONS)
    .option("json", SHARED.json)
    .option("quiet", SHARED.quiet)
    .check(requireWholeNumbers)
    .check(requireTaken)
    .check(({ tolerance }) => {
      if (tolerance === undefined || tolerance >= 0) return true;
      throw new Error("--tolerance wants a number of at least 0");
    })
    .example("$0 doctor ./my-rm", "how the model reads a text, and what is wrong with it")
    .example(
      "$0 doctor ./my-rm prefs.jsonl",
      "also: truncation, wrong sign and activated scores on your data",
    )
    .example("$0 doctor ./my-rm --reference reference.json", "does the export give PyTorch's logits?");

type Args = ReturnType<typeof build> extends Argv<infer T> ? ArgumentsCamelCase<T> : never;

export const doctor: CommandModule<object, Args> = {
  command: "doctor <model> [data..]",
  describe: "Examine a model: how it reads texts, what it gives, what is wrong with it",
  builder: build as CommandModule<object, Args>["builder"],
  async handler(args) {
    const { json, quiet } = args;
    if (args.referenceScript)
      return withAroundAnew(quiet, async (around) => printResult(await writeScript(args, around)));
    const { examine } = await import("../doctor/examine.js");
    const { renderCard } = await import("../doctor/card.js");
    const { refuseUnfit } = await import("../doctor/refuse.js");
    const examination = await withAroundAnew(quiet, async (around) =>
      examine(await ask(args, around), around),
    );
    const { failures: _, ...shown } = examination;
    printResult(json ? JSON.stringify(shown, null, 2) : renderCard(examination, reportOptions()));
    refuseUnfit(examination);
  },
};

/** Reads all that is named on the command line, so that a typo is told before a model is opened. */
async function ask(args: Args, { cwd, signal }: Around): Promise<Question> {
  const { loadScorerKinds } = await import("../registry.js");
  const { readReference } = await import("../doctor/reference/read.js");
  const { openReading } = await import("../stages/open-reading.js");
  const { requireFiles } = await import("../stages/require-files.js");
  const { model, data: files, limit, seed, head, negate, tolerance } = args;
  requireFiles(files, cwd);
  const reading = await openReading(args, cwd);
  const reference = args.reference === undefined ? undefined : await readReference(args.reference, cwd);
  return {
    model,
    kinds: await loadScorerKinds(),
    opening: openingOf(args, { cwd, signal }),
    data: files.length === 0 ? undefined : { files, ...reading, limit, seed },
    head,
    negate,
    reference,
    tolerance,
  };
}

async function writeScript(args: Args, around: Around): Promise<string> {
  const { scriptFor } = await import("../doctor/reference/script-for.js");
  return scriptFor(await ask(args, around), around);
}
