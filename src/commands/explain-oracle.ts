import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { OracleStep } from "../contract.js";
import { TareError } from "../errors.js";
import { didYouMean } from "../nearest.js";
import {
  expandOracle,
  type Intended,
  intendedBy,
  ORACLE_OPERATORS,
  oracleOperator,
} from "../oracle/operators.js";
import { packagePath } from "../paths.js";
import { explainAugmentation } from "./explain-augmentation.js";

/** What each kind of operator asks for, in order; what comes before the change itself finds the attribute. */
const ASKS: Readonly<Record<Intended["kind"], readonly OracleStep[]>> = {
  degrade: ["attributes", "grade", "degrade", "verify"],
  upgrade: ["attributes", "grade", "upgrade", "verify"],
  paraphrase: ["attributes", "paraphrase", "verify"],
  can: ["attributes", "can", "verify"],
  rewrite: ["attributes", "rewrite", "verify"],
  double: ["attributes", "rewrite", "verify"],
  rewriting: ["attributes", "rewrite", "verify"],
  translation: ["attributes", "rewrite", "verify"],
  "irrelevant-query": [],
};

/** Facts of an oracle operator, the steps it asks for, and the prompt file of its own step. Throws TARE_UNKNOWN_NAME. */
export function explainOracle(name: string): string {
  if (name.endsWith("*")) return explainAll(name);
  const operator = oracleOperator(name);
  if (operator === undefined)
    throw new TareError(
      "TARE_UNKNOWN_NAME",
      `no oracle operator is called "${name}"${didYouMean(name, ORACLE_OPERATORS)}`,
    );
  const steps = ASKS[intendedBy(name)!.kind];
  const facts = explainAugmentation(operator).trimEnd();
  if (steps.length === 0)
    return `${facts}\n\nNothing is asked for it: it rests on the verified pairs of oracle:degrade and oracle:upgrade.`;
  const own = steps.find((step) => !["attributes", "grade", "verify"].includes(step))!;
  const twice = steps.map((step) => (step === "verify" ? "verify (in both orders)" : step));
  return [
    facts,
    "",
    `Asks an oracle, step by step: ${twice.join(", ")}. Each is a prompt file that you may edit (--oracle-prompts DIR).`,
    `What was asked and answered for a pair or an item: tare explain KEY --operator ${name} --db FILE`,
    "",
    `rubrics/oracle/${own}.md:`,
    "",
    readFileSync(packagePath(join("rubrics", "oracle", `${own}.md`)), "utf8").trimEnd(),
  ].join("\n");
}

/** `oracle:*`: the operators that it stands for, one line each. */
function explainAll(name: string): string {
  const all = expandOracle(name).flatMap((one) => oracleOperator(one) ?? []);
  if (all.length === 0)
    throw new TareError(
      "TARE_UNKNOWN_NAME",
      `no oracle operator begins so: "${name}"${didYouMean(name, ORACLE_OPERATORS)}`,
    );
  const widest = Math.max(...all.map((one) => one.name.length));
  return all.map((one) => `${one.name.padEnd(widest)}  ${one.summary}`).join("\n");
}
