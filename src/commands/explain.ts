import type { ArgumentsCamelCase, Argv, CommandModule } from "yargs";
import { isPath } from "../discover.js";
import { TareError } from "../errors.js";
import { didYouMean } from "../nearest.js";
import { isOracleName } from "../oracle/operators.js";
import { splitReference } from "../stages/references.js";
import { DATA, DATA_OPTIONS, READING_OPTIONS, requireWholeNumbers } from "./data-options.js";
import { explainAsked, looksLikeKey } from "./explain-asked.js";
import { LOOK, requireWidth } from "./look-options.js";
import { SHARED } from "./options.js";
import { printResult } from "./terminal.js";

const { limit, seed } = DATA_OPTIONS;

const build = (yargs: Argv) =>
  yargs
    .positional("name", {
      type: "string",
      demandOption: true,
      describe:
        "Name, the file of a rubric or augmentation, or the key of a pair or item that an oracle was asked for",
    })
    .positional("data", {
      ...DATA,
      demandOption: false,
      default: [] as string[],
      describe: "Preference data to try an augmentation on: JSONL or JSON, also gzipped; - is stdin",
    })
    .options({ limit, seed, ...READING_OPTIONS })
    .option("json", { ...SHARED.json, describe: "Print what it did to the data, or what was asked, as JSON" })
    .option("operator", {
      type: "string",
      requiresArg: true,
      describe: "Which oracle operator's pair or refusal of an item",
    })
    .option("full", {
      type: "boolean",
      default: false,
      describe: "Of what an oracle was asked: shorten nothing",
    })
    .option("db", { ...SHARED.db, describe: "SQLite database that holds the pair or item" })
    .options(LOOK)
    .option("quiet", SHARED.quiet)
    .check(requireWholeNumbers)
    .check(requireWidth, false)
    .check(({ name, data, json, operator, full }) => {
      const key = looksLikeKey(name) && data.length === 0;
      if (operator !== undefined && !key)
        throw new Error("--operator is of an item that an oracle was asked for: name the item by its key");
      if (full && !key)
        throw new Error("--full is of what an oracle was asked: name a pair or item by its key");
      if (!json || data.length > 0 || key) return true;
      throw new Error(
        "--json tells what an augmentation does to data, or what an oracle was asked: name the data, or a key",
      );
    })
    .example("$0 explain length-padding", "what it changes, with before and after")
    .example(
      "$0 explain length-padding@2 prefs.jsonl",
      "and what it does to your data, as tare audit shows it",
    )
    .example("$0 explain general", "what the standard rubric promises, and why")
    .example("$0 explain oracle:degrade", "what an oracle operator asks for, and its prompt file")
    .example("$0 explain 3f9a1c0b", "what an oracle was asked and answered for a pair")
    .example(
      "$0 explain 5d20e7aa --operator oracle:degrade",
      "the same for an item, also where it was refused",
    );

type Args = ReturnType<typeof build> extends Argv<infer T> ? ArgumentsCamelCase<T> : never;

export const explain: CommandModule<object, Args> = {
  command: "explain <name> [data..]",
  describe:
    "Explain an augmentation (with examples, on your data), a rubric (in words), a query, a scorer, an oracle, or what one was asked",
  builder: build as CommandModule<object, Args>["builder"],
  async handler({ name, json, quiet, operator, full, db, width, color, ...data }) {
    if (data.data.length === 0) {
      const asked = { db, operator, full, json, width, color };
      return printResult(await (looksLikeKey(name) ? explainAsked(name, asked) : explainName(name)));
    }
    await requireAugmentation(name);
    const { explainOnData } = await import("./explain-on-data.js");
    const facts = json ? [] : [await explainName(name), ""];
    printResult([...facts, await explainOnData(name, data, { json, quiet })].join("\n"));
  },
};

/** Rubrics, queries and scorers do nothing to data. */
async function requireAugmentation(name: string): Promise<void> {
  if (isOracleName(name))
    throw new TareError("TARE_USAGE", `${name} asks an oracle, and explaining asks nobody`, {
      fix: `Ask with tare run … --augmentations ${name} --oracle …; then tare explain ITEM --operator ${name} shows what came of it.`,
    });
  const { loadAugmentations } = await import("../registry.js");
  const known = (await loadAugmentations()).map((one) => one.name);
  if ((isPath(name) && !name.endsWith(".json")) || known.includes(splitReference(name).name)) return;
  throw new TareError(
    "TARE_UNKNOWN_NAME",
    `no augmentation is called "${name}", and only they are tried on data${didYouMean(name, known)}`,
  );
}

async function explainName(name: string): Promise<string> {
  if (isOracleName(name)) {
    const { explainOracle } = await import("./explain-oracle.js");
    return explainOracle(name);
  }
  const { listQueries, listRubrics, loadAugmentations, loadOracleKinds, loadScorerKinds } = await import(
    "../registry.js"
  );
  const { explainRubric } = await import("../rubric/explain.js");
  const { openRubric } = await import("../rubric/open.js");
  const cwd = process.cwd();
  const code = isPath(name) && !name.endsWith(".json");
  const augmentations = await loadAugmentations(code ? [splitReference(name).name] : [], cwd);
  const augmentation = code
    ? augmentations.at(-1)
    : augmentations.find((one) => one.name === name.split("@")[0]);
  if (augmentation !== undefined) {
    const { explainAugmentation } = await import("./explain-augmentation.js");
    return explainAugmentation(augmentation);
  }
  const rubrics = listRubrics().map((rubric) => rubric.name);
  if (isPath(name) || rubrics.includes(name)) return explainRubric(openRubric(name, cwd, augmentations));
  const query = listQueries().find((one) => one.name === name);
  if (query !== undefined) {
    const { explainQuery } = await import("./explain-query.js");
    return explainQuery(query);
  }
  const scorers = await loadScorerKinds();
  const oracles = await loadOracleKinds();
  const { explainKind } = await import("./explain-kind.js");
  const called = (kind: { readonly name: string }): boolean => kind.name === name;
  // A name may be that of both: scripted.
  const kinds = [
    ...scorers.filter(called).map((kind) => explainKind("--model", kind)),
    ...oracles.filter(called).map((kind) => explainKind("--oracle", kind)),
  ];
  if (kinds.length > 0) return kinds.join("\n\n");
  const known = [...augmentations, ...scorers, ...oracles, ...listQueries()]
    .map((one) => one.name)
    .concat(rubrics);
  throw new TareError("TARE_UNKNOWN_NAME", `nothing is called "${name}"${didYouMean(name, known)}`);
}
