import type { OracleExample, RunView } from "../../contract.js";
import { ledCommand } from "./command-lines.js";
import { askedFacts, oracleName, refusedWords, sumOracle, verifiedWords } from "./oracle.js";
import type { Paint } from "./paint.js";
import { oneLine } from "./words.js";
import { wrap, wrapFacts } from "./wrap.js";

const UNANSWERED = new Set(["oracle-not-recorded", "oracle-over-budget", "oracle-unreachable"]);

/** Who wrote and verified the oracle pairs, how many came of it, and how to look at one that did not. */
export function oracleSection(view: RunView, width: number, paint: Paint): string[] {
  const { oracle } = view;
  if (oracle === undefined) return [];
  const sum = sumOracle(oracle.operators);
  const { verifier } = oracle;
  const who = [
    oracleName(oracle.oracle),
    `verified by ${verifier === null ? "the same" : oracleName(verifier)}`,
  ];
  const refused = refusedWords(sum);
  const facts = [
    wrapFacts(who, width - 2),
    wrapFacts([verifiedWords(sum)], width - 2),
    refused === "" ? [] : wrap(`refused: ${refused}`, width - 2, 2),
    wrapFacts(askedFacts(oracle), width - 2),
  ];
  // One with an answer to look at, where there is one.
  const example = oracle.examples.find(({ reason }) => !UNANSWERED.has(reason)) ?? oracle.examples[0];
  return [
    "",
    paint.strong("ORACLE"),
    ...facts.flat().map((line) => paint.quiet(`  ${line}`)),
    ...(example === undefined ? [] : refusalLines(example, view, width, paint)),
  ];
}

function refusalLines(
  { item, operator }: OracleExample,
  { database }: RunView,
  width: number,
  paint: Paint,
): string[] {
  const elsewhere = database === "tare.db" ? [] : ["--db", database];
  const words = ["tare", "explain", item.slice(0, 12), "--operator", operator, ...elsewhere].map(oneLine);
  return ledCommand("  a refused one:", words, width).map(paint.quiet);
}
