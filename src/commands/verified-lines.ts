import { claimsOf, type Statement } from "../attest/document.js";
import type { VerdictToday } from "../attest/verdict-today.js";
import { oracleNames } from "../reports/layout/oracle.js";
import { waiverWords } from "../reports/layout/waivers.js";
import { counted } from "../reports/layout/words.js";
import type { Hand } from "./compare-hand.js";

/** What was checked of an attestation or record, and its verdict today. */
export function verifiedLines(
  kind: "attestation" | "record",
  statement: Statement,
  { verdict, because, ended }: VerdictToday,
  args: Hand,
): string[] {
  const { predicate } = statement;
  const { scorer, rubric, data, run, tare, attestedAt, waivers, oracle } = predicate;
  const checked = (given: boolean) => (given ? "the same in hand" : "not compared");
  const by = kind === "attestation" ? "signature fits" : "a record, which nobody has signed";
  return [
    `${kind.padEnd(12)} ${by}; of ${attestedAt}`,
    `model        ${scorer.name}, scorer ${scorer.key}: ${checked(args.model !== undefined)}`,
    ...(predicate.also.length === 0
      ? []
      : [
          `also         ${predicate.also.map(({ name }) => name).join(", ")}: ${checked(args.also.length > 0)}`,
        ]),
    `data         ${counted(data.items, "item")} of ${counted(data.prompts, "prompt")}, ${data.digest}: ${checked(args.data.length > 0)}`,
    `rubric       ${rubric.name}, ${rubric.digest}: ${checked(args.rubric !== undefined)}`,
    ...(oracle === undefined ? [] : [`oracle       ${oracleNames(oracle)}`]),
    `code         tare ${tare.version}, ${tare.code}; run ${run.id.slice(0, 12)}, look ${predicate.look}`,
    ...waiverWords({ waivers, verdicts: claimsOf(statement) }).map((words) => `waiver       ${words}`),
    ...ended.map(({ claim, until }) => `waiver       of ${claim} ENDED on ${until}: it counts again`),
    ...(predicate.threw === 0
      ? []
      : [`threw        ${counted(predicate.threw, "pair")} came to nothing because an operator threw`]),
    `verdict      ${verdict.toUpperCase()}  ${because}`,
  ];
}
