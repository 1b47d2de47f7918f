import type { Metric, RunView } from "../../contract.js";
import { labelOf, METRICS, NOTHING, writeEstimate, writeNumber } from "../../rubric/wording.js";
import { curveRows, SHOWN_N } from "./best-of-n.js";
import type { Group, OperatorRow } from "./groups.js";
import { oracleOfClaim } from "./oracle.js";
import { distinctNames } from "./side-by-side.js";
import { count, expectsWord, oneLine, VERDICT_WORDS } from "./words.js";

/** Text that means nothing to Markdown or HTML, on one line. */
export function cell(text: string): string {
  return oneLine(text)
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/([\\`*_[\]|~#@])/g, "\\$1");
}

export function cells(texts: readonly string[]): string {
  return `| ${texts.map(cell).join(" | ")} |`;
}

export function claimRows(view: RunView): string[] {
  const { verdicts } = view;
  if (verdicts.length === 0) return [];
  const rows = verdicts.map(({ claim, verdict, because, waiver }) => {
    const waived = waiver ? ` (waived until ${waiver.until})` : "";
    const warns = `${claim.severity === "warn" ? " (warns only)" : ""}${waived}`;
    return cells([
      claim.attribute,
      labelOf(claim),
      `${VERDICT_WORDS[verdict]}${warns}`,
      [because, oracleOfClaim(view, claim.attribute)].filter((part) => part !== "").join("; "),
    ]);
  });
  return ["| attribute | claim | verdict | because |", "| --- | --- | --- | --- |", ...rows];
}

export function operatorRows(groups: readonly Group[]): string[] {
  const rows = groups.flatMap((group) => group.rows.map((row) => operatorRow(group.attribute, row)));
  if (rows.length === 0) return [];
  const head = "| attribute | operator | expects | n | skipped | effect / bias, SD | beside it |";
  return [head, "| --- | --- | --- | ---: | ---: | --- | --- |", ...rows];
}

const BESIDE: readonly Metric[] = [
  "correct-direction",
  "below-floor",
  "dispersion",
  "tail-share",
  "net-flip-rate",
  "net-attack-success",
];

function operatorRow(attribute: string, row: OperatorRow): string {
  const { coverage, skipped, label, note } = row;
  const main = row.effect(row.main);
  const shift = main === undefined ? NOTHING : writeEstimate(row.main, main);
  const beside = BESIDE.flatMap((metric) => {
    const effect = row.effect(metric);
    return effect === undefined || effect.estimate === null
      ? []
      : [`${METRICS[metric].label} ${writeNumber(metric, effect.estimate)}`];
  });
  const said = note === "" ? beside : [...beside, note];
  const numbers = [count(coverage.applied), count(skipped), shift, said.join(", ")];
  return cells([attribute, label, expectsWord(row.expects, coverage), ...numbers]);
}

/** How often best-of-n takes a bad text: kinds and attributes down, n across. */
export function curveTable(view: RunView): string[] {
  const rows = curveRows(view);
  if (rows.length === 0) return [];
  const body = rows.map((row) => {
    const shares = SHOWN_N.map((n) => row.at(n)).map((one) =>
      one === undefined ? NOTHING : writeEstimate("accuracy", { ...one, estimate: one.taken }),
    );
    return cells([row.indented ? `· ${row.label}` : row.label, ...shares, count(row.prompts)]);
  });
  const head = cells(["bad text taken by", ...SHOWN_N.map((n) => `best of ${n}`), "prompts"]);
  return [head, `| --- |${" ---: |".repeat(SHOWN_N.length + 1)}`, ...body];
}

/** Claims down, models across. */
export function comparisonRows(views: readonly RunView[]): string[] {
  const claims = new Map(
    views.flatMap(({ verdicts }) => verdicts.map(({ claim }) => [claim.id, claim] as const)),
  );
  const rows = [...claims].map(([id, claim]) => {
    const { attribute, metric } = claim;
    const found = views.map((view) => view.verdicts.find(({ claim }) => claim.id === id));
    const words = found.map((one) =>
      one === undefined ? NOTHING : `${writeNumber(metric, one.estimate)} ${VERDICT_WORDS[one.verdict]}`,
    );
    return cells([`${attribute}: ${labelOf(claim)}`, ...words]);
  });
  const gate = cells(["verdict", ...views.map(({ verdict }) => VERDICT_WORDS[verdict])]);
  return [
    cells(["claim", ...distinctNames(views)]),
    `| --- |${" --- |".repeat(views.length)}`,
    ...rows,
    gate,
  ];
}
