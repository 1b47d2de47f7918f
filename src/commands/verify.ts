import type { ArgumentsCamelCase, Argv, CommandModule } from "yargs";
import { compareHand } from "./compare-hand.js";
import { DATA_OPTIONS, READING_OPTIONS } from "./data-options.js";
import { exitOfRuns } from "./exit-codes.js";
import { harmless } from "./harmless.js";
import { MODEL_OPTIONS } from "./model-options.js";
import { REPEATED } from "./options.js";
import { setExit } from "./set-exit.js";
import { printResult } from "./terminal.js";
import { today } from "./today.js";

const { limit, "max-words": maxWords } = DATA_OPTIONS;

const build = (yargs: Argv) =>
  yargs
    .positional("attestation", {
      type: "string",
      demandOption: true,
      describe: "File that tare attest wrote",
    })
    .option("public-key", {
      type: "string",
      requiresArg: true,
      describe: "Ed25519 public key in PEM of whom you trust",
    })
    .option("unsigned", {
      type: "boolean",
      default: false,
      describe: "Take a record, which nobody has signed",
    })
    .option("model", {
      type: "string",
      requiresArg: true,
      describe: "Model in hand: its files must be the attested ones",
    })
    .option("template", MODEL_OPTIONS.template)
    .option("also", {
      ...REPEATED,
      default: [] as string[],
      describe: "File or folder in hand that was vouched for beside the model; repeatable",
    })
    .option("data", { ...REPEATED, default: [] as string[], describe: "Data in hand; repeatable" })
    .options({ limit, "max-words": maxWords, ...READING_OPTIONS })
    .option("rubric", { type: "string", requiresArg: true, describe: "Rubric in hand, by name or file" })
    .option("augmentation", {
      ...REPEATED,
      default: [] as string[],
      describe: "A file of your own operator that the rubric names; repeatable",
    })
    .option("require", {
      choices: ["pass"] as const,
      requiresArg: true,
      describe: "End with the gate's exit code, unless the verdict is a pass",
    })
    .option("json", { type: "boolean", default: false, describe: "Print the statement as JSON" })
    .check(requireUsed)
    .example(
      "$0 verify rm-v7.tare.json --public-key tare.pub --model ./my-rm --require pass",
      "0 only where this very model passed",
    );

/** What is given is used: an option that would do nothing is refused. */
export function requireUsed(asked: {
  readonly [option: string]: unknown;
  readonly data: readonly string[];
}): true {
  if (asked.unsigned === true && asked.publicKey !== undefined)
    throw new Error("--unsigned and --public-key contradict each other: give one of them");
  if (asked.template !== undefined && asked.model === undefined)
    throw new Error("--template says how --model is used: give both");
  if (Array.isArray(asked.augmentation) && asked.augmentation.length > 0 && asked.rubric === undefined)
    throw new Error("--augmentation is an operator that --rubric names: give both");
  const ofData = { limit: "limit", maxWords: "max-words", format: "format", map: "map", skipBad: "skip-bad" };
  for (const [field, option] of Object.entries(ofData))
    if (asked.data.length === 0 && asked[field] !== undefined && asked[field] !== false)
      throw new Error(`--${option} says how --data are read: give both`);
  return true;
}

type Args = ReturnType<typeof build> extends Argv<infer T> ? ArgumentsCamelCase<T> : never;

export const verify: CommandModule<object, Args> = {
  command: "verify <attestation>",
  describe: "Check an attestation's signature, and that the model in hand is the attested one",
  builder: build as CommandModule<object, Args>["builder"],
  async handler(args) {
    const { mismatch, trustedStatement } = await import("../attest/verify.js");
    const { readAttested } = await import("../attest/read.js");
    const { verdictToday } = await import("../attest/verdict-today.js");
    const { publicKey, readKeyFile } = await import("../attest/keys.js");
    const cwd = process.cwd();
    const key = args.publicKey === undefined ? undefined : publicKey(readKeyFile(args.publicKey, cwd));
    const attested = readAttested(args.attestation, cwd);
    const statement = trustedStatement(attested, args.attestation, { key, unsigned: args.unsigned });
    const differences = await compareHand(statement, args);
    if (differences.length > 0) throw mismatch(args.attestation, differences);
    const standing = verdictToday(statement, today());
    const { verifiedLines } = await import("./verified-lines.js");
    printResult(
      args.json
        ? JSON.stringify({ kind: attested.kind, ...standing, statement }, null, 2)
        : harmless(verifiedLines(attested.kind, statement, standing, args).join("\n")),
    );
    const errors = Array.from({ length: statement.predicate.threw });
    setExit(args.require === "pass" ? exitOfRuns([{ verdict: standing.verdict, errors }]) : 0);
  },
};
