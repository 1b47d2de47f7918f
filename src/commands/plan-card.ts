import { sayDuration } from "../planning/duration.js";
import type { ClaimOutlook } from "../planning/outlook.js";
import { count, sayBudget } from "../planning/say-budget.js";
import type { OperatorPlan, PlanView } from "../planning/view.js";
import { paintWith } from "../reports/layout/paint.js";
import { padEnd, wrap } from "../reports/layout/wrap.js";
import { writeBound, writeNumber } from "../rubric/wording.js";
import { type Cell, renderTable } from "./table.js";

const WIDEST = 132;
const LABEL = 8;

/** A plan for the eye. */
export function renderPlan(
  view: PlanView,
  { color, width }: { readonly color: boolean; readonly width: number },
): string {
  const paint = paintWith(color);
  const wide = Math.min(WIDEST, width);
  const { budget } = view;
  const fact = (label: string, text: string) => wrap(`${padEnd(label, LABEL)}  ${text}`, wide, LABEL + 2);
  return [
    paint.strong(`tare plan · ${view.model} · rubric ${view.rubric.name}`),
    ...facts(view).flatMap(([label, text]) => fact(label, text)),
    "",
    renderTable(OPERATOR_COLUMNS, view.operators.map(operatorRow), "table", true),
    "",
    renderTable(claimColumns(view), claimRows(view), "table", true),
    ...powerLines(view).flatMap((line) => wrap(line, wide)),
    ...(budget === null ? [] : ["", ...sayBudget(budget).flatMap((line) => wrap(line, wide))]),
  ].join("\n");
}

function facts({ all, speed, buildingSeconds, run, oracle }: PlanView): [label: string, text: string][] {
  const { items, prompts, pairs, texts, scored, tokens, seconds } = all;
  const left = texts - scored;
  const size = left === 0 ? "" : `, about ${count(Math.round(tokens))} tokens`;
  const building = `Building the pairs took ${sayDuration(buildingSeconds)}; a run does it beside scoring.`;
  const time =
    speed.source === "none"
      ? "nothing is left to score"
      : `about ${sayDuration(seconds)} of scoring, ${sayHow(speed)}`;
  return [
    ["data", `${count(items, "item")}, ${count(prompts, "prompt")}`],
    ["pairs", count(pairs)],
    ["texts", `${count(texts)} distinct, ${count(scored)} scored already, ${count(left)} to score${size}`],
    ["time", `${time}. ${building} Statistics come on top.`],
    ...(oracle === null ? [] : [["oracle", sayOracle(oracle)] as [string, string]]),
    [
      "run",
      run.id === null
        ? "not known before the oracle was asked"
        : `${run.id.slice(0, 12)}, ${run.state === null ? "not begun" : run.state}`,
    ],
  ];
}

function sayOracle({ known, of }: NonNullable<PlanView["oracle"]>): string {
  if (known === of) return `all ${count(of, "pair")} asked for before: what came of them is counted`;
  const left = `${count(of - known)} of ${count(of, "pair")}`;
  return `${left} not asked for yet, or without an answer: whether an oracle can make them is unknown, and none is counted`;
}

function sayHow({ source, texts, seconds, textsPerSecond }: PlanView["speed"]): string {
  const measured = `${count(texts, "text")} in ${sayDuration(seconds)}`;
  const how = {
    run: `as an earlier run on this machine went (${measured})`,
    sample: `as measured before on this machine (${measured})`,
    now: `measured now (${measured}, the scores thrown away)`,
    none: "",
  }[source];
  const rate = textsPerSecond === null ? "" : `at ${Number(textsPerSecond.toPrecision(2))} texts/s, `;
  return `${rate}${how}`;
}

const OPERATOR_COLUMNS = ["attribute", "operator", "prompts", "items", "pairs", "came to nothing"];

function operatorRow({
  attribute,
  augmentation,
  dose,
  prompts,
  items,
  pairs,
  skipped,
}: OperatorPlan): Cell[] {
  const name = dose === null ? augmentation : `${augmentation}@${dose}`;
  const reasons = Object.entries(skipped).sort(([, a], [, b]) => b - a);
  return [attribute, name, prompts, items, pairs, reasons.map(([reason, n]) => `${reason} ${n}`).join(", ")];
}

function claimColumns({ budget }: PlanView): string[] {
  const part = budget?.cuts ? ["prompts with the budget", "chance with it"] : [];
  return ["claim", "promise", "prompts", "chance", ...part, "if the truth is", "more prompts for 80 %"];
}

function claimRows({ all, budget }: PlanView): Cell[][] {
  return all.claims.map((one, at) => {
    const { claim, prompts, expected, measured } = one;
    const part = budget?.cuts ? budget.takes.claims[at]! : undefined;
    const warns = claim.severity === "warn" ? " (warns)" : "";
    const truth =
      expected === null ? null : `${writeNumber(claim.metric, expected)}${measured ? "" : ", assumed"}`;
    return [
      `${claim.id}${warns}`,
      writeBound(claim),
      prompts,
      sayChance(one),
      ...(part === undefined ? [] : [part.prompts, sayChance(part)]),
      truth,
      sayMore(one),
    ];
  });
}

function sayChance({ undecidable, chance }: ClaimOutlook): string {
  if (undecidable !== "") return `cannot be decided: ${undecidable}`;
  return chance === null ? "unknown" : `${Math.round(100 * chance)} %`;
}

function sayMore({ morePrompts }: ClaimOutlook): Cell {
  if (morePrompts === "never") return "no number will do";
  return morePrompts === 0 ? "enough" : morePrompts;
}

function powerLines({ all, earlierRun, budget, dropsNotCounted }: PlanView): string[] {
  const joint = (power: typeof all.joint) =>
    power.asEstimated === null
      ? "unknown: a claim cannot be decided"
      : `${Math.round(100 * power.asEstimated)} %`;
  const assumed = all.claims.filter(({ measured, undecidable }) => !measured && undecidable === "");
  const sds = [
    ...new Set(
      assumed.flatMap(({ claim, sd }) => (sd === null ? [] : `${claim.metric} ${Number(sd.toPrecision(2))}`)),
    ),
  ];
  const spread = sds.length === 0 ? "" : `, SDs between prompts ${sds.join(", ")}`;
  return [
    `Chance that all claims of the gate are proved together: ${joint(all.joint)}${budget?.cuts ? `; with the budget ${joint(budget.takes.joint)}` : ""}.`,
    ...(dropsNotCounted === 0
      ? []
      : [
          `Not counted: ${count(dropsNotCounted, "claim")} on drops, since what they prove hangs on the baseline as well.`,
        ]),
    ...(earlierRun === null
      ? []
      : [`Truths and spreads as run ${earlierRun.slice(0, 12)} of the same rubric and model measured them.`]),
    ...(assumed.length === 0
      ? []
      : [
          `Assumed where nothing was measured: a model that keeps its promises with room (shares half way from the bound to the best, effects at twice the bound, no move where none may be)${spread}, each prompt counted once, three comparisons in four won.`,
        ]),
  ];
}
