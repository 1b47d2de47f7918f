import type { Diff, DiffSide } from "../diff/diff.js";
import type { JudgedClaim, JudgedOperator } from "../diff/judge-changes.js";
import { writeEstimate, writeNumber } from "../rubric/wording.js";
import { renderTable } from "./table.js";

/** A comparison for the eye: who, what changed claim by claim and operator by operator, what cannot be compared, and the verdict. */
export function describeDiff(diff: Diff): string {
  const { claims, operators, unshared, scorers, plans } = diff;
  const changed = operators.filter(({ word }) => word === "worse" || word === "better");
  const unclear = operators.filter(({ word }) => word === "unclear").length;
  const same = operators.filter(({ word }) => word === "same").length;
  const open = operators.filter(({ word }) => word === "not comparable");
  const blocks = [
    [sideLine("A", diff.a), sideLine("B", diff.b), groundOf(diff)].join("\n"),
    ...table(
      "What differs between the scorers",
      ["", "A", "B"],
      scorers.map(({ field, a, b }) => [field, a, b]),
    ),
    ...(plans.length === 0
      ? []
      : [["What differs in data, seed and rubric", ...plans.map((line) => `  ${line}`)].join("\n")]),
    ...table("Claims", CLAIM_HEAD, claims.map(claimRow)),
    ...table("Operators that changed beyond chance", OPERATOR_HEAD, changed.map(operatorRow)),
    `${operators.length} operator rows: ${changed.length} changed, ${unclear} without a change beyond chance, ${same} the same, ${open.length} not comparable`,
    ...table(
      "Pairs that are not compared",
      ["operator", "pairs", "why"],
      unshared.map(({ augmentation, dose, pairs, why }) => [nameOf(augmentation, dose), pairs, why]),
    ),
    ...table(
      "Not comparable",
      ["claim or operator", "why"],
      [
        ...claims
          .filter(({ word }) => word === "not comparable")
          .map(({ claim, reason }) => [claim.id, reason]),
        ...open.map((one) => [`${nameOf(one.augmentation, one.dose)} ${one.metric}`, one.reason]),
      ],
    ),
    conclusion(diff),
  ];
  return blocks.join("\n\n");
}

const CLAIM_HEAD = ["claim", "A", "B", "B − A", "p worse", "p better", ""];
const OPERATOR_HEAD = ["operator", "metric", "A", "B", "B − A", "q", ""];

function claimRow(change: JudgedClaim): string[] {
  const { claim, metric, a, b, word, pWorse, pWorseHolm, pBetter, pBetterHolm } = change;
  const warn = claim.severity === "warn" ? " (warns only)" : "";
  const ps = [pWorseHolm ?? pWorse, pBetterHolm ?? pBetter].map(writeP);
  return [
    `${claim.id}${warn}`,
    writeNumber(metric, a, 1),
    writeNumber(metric, b, 1),
    differenceOf(change),
    ...ps,
    word,
  ];
}

function operatorRow(change: JudgedOperator): string[] {
  const { augmentation, dose, metric, a, b, q, word } = change;
  const numbers = [writeNumber(metric, a, 1), writeNumber(metric, b, 1), differenceOf(change), writeP(q)];
  return [nameOf(augmentation, dose), metric, ...numbers, word];
}

/** Of a mean that may not stray to either side, how much further from zero it lies. */
function differenceOf({ metric, direction, difference, lower, upper }: JudgedClaim | JudgedOperator): string {
  const written = writeEstimate(metric, { estimate: difference, lower, upper }, 1);
  return direction === "within" && difference !== null ? `|B| − |A| = ${written}` : written;
}

function sideLine(side: "A" | "B", { scorer, run, rubric, ruler, noiseFloor, source }: DiffSide): string {
  const known = source === "run" ? "run" : "snapshot of run";
  const scale = ruler === null ? "no ruler" : `S = ${digits(ruler)}`;
  const noise = noiseFloor === null ? "" : ` · noise floor ${digits(noiseFloor)}`;
  return `${side}  ${scorer.name} · ${scorer.dtype} · ${known} ${run.slice(0, 12)} · rubric ${rubric} · ${scale}${noise}`;
}

function groundOf({ paired, items, margin, alpha }: Diff): string {
  const how = paired
    ? `Pair by pair on ${items?.shared} items, prompts as clusters`
    : "Unpaired, from the intervals of either side: wider than pair by pair where both scorers err alike";
  const beyond = margin > 0 ? ` Differences up to ${margin} do not count.` : "";
  return `${how}; each scorer on its own ruler S; worse and better at ${alpha} after Holm over the claims.${beyond}`;
}

function conclusion({ verdict, claims }: Diff): string {
  const of = (word: string) => claims.filter((one) => one.word === word).map(({ claim }) => claim.id);
  const [worse, better] = [of("worse"), of("better")];
  const open = of("not comparable").length;
  const compared = `${claims.length - open} of ${claims.length} claims compared`;
  const also = better.length > 0 ? `; better: ${better.join(", ")}` : "";
  const warned =
    worse.length > 0 && verdict !== "worse" ? `; worse, and only warned of: ${worse.join(", ")}` : "";
  if (verdict === "worse") return `WORSE  ${worse.join(", ")} (${compared})${also}`;
  if (verdict === "not comparable") return `NOT COMPARABLE  no claim can be compared${also}${warned}`;
  return `NOT WORSE  no claim got worse beyond chance (${compared})${also}${warned}`;
}

function table(
  title: string,
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string[] {
  return rows.length === 0 ? [] : [`${title}\n${renderTable(head, rows, "table", true)}`];
}

function nameOf(augmentation: string, dose: number | null): string {
  return dose === null ? augmentation : `${augmentation}@${dose}`;
}

function writeP(p: number | null): string {
  if (p === null) return "—";
  return p < 0.001 ? "< 0.001" : p.toFixed(3);
}

function digits(value: number): string {
  return String(Number(value.toPrecision(3)));
}
