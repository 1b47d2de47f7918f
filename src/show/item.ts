import { isOracleName } from "../oracle/operators.js";
import { ledCommand } from "../reports/layout/command-lines.js";
import { counted, MARKS, oneLine } from "../reports/layout/words.js";
import { wrapFacts } from "../reports/layout/wrap.js";
import type { StoredItem, StoredResponse } from "../store/browse/read-item.js";
import { rewardFigures } from "./figures.js";
import { itemPairLines } from "./item-pairs.js";
import { itemSkipLines } from "./item-skips.js";
import { promptLines } from "./prompt-lines.js";
import type { Sheet } from "./sheet.js";
import { textLines } from "./text-lines.js";

/** Everything of one item for the eye. `elsewhere`: what names the database in a command. */
export function itemLines(item: StoredItem, sheet: Sheet, elsewhere: readonly string[]): string[] {
  const { width, paint, sign } = sheet;
  const [pair] = item.pairs;
  const next = ["tare", "show", pair?.pair.slice(0, 12) ?? "", ...elsewhere].map(oneLine);
  const explain = ["tare", "explain", item.id.slice(0, 12), ...elsewhere].map(oneLine);
  const asked = [...item.pairs, ...item.skips].some(({ augmentation }) => isOracleName(augmentation));
  return [
    paint.strong(`item ${oneLine(item.id)}`),
    ...wrapFacts(factsOf(item), width).map((line) => paint.quiet(sign(line))),
    ...promptLines(item.messages, sheet),
    ...item.responses.flatMap((response) => answerLines(response, sheet)),
    ...rankingLines(item, sheet),
    ...itemPairLines(item, sheet),
    ...itemSkipLines(item, sheet),
    ...(pair === undefined ? [] : ["", ...ledCommand("one of its pairs:", next, width).map(paint.quiet)]),
    ...(asked ? ledCommand("what an oracle was asked:", explain, width).map(paint.quiet) : []),
  ];
}

function factsOf({ subset, rollout, responses, pairs }: StoredItem): string[] {
  const given =
    rollout === null
      ? []
      : [
          [
            "given in training",
            ...(rollout.checkpoint === "" ? [] : [oneLine(rollout.checkpoint)]),
            ...(rollout.step === null ? [] : [`step ${rollout.step}`]),
          ].join(", "),
        ];
  return [
    ...(subset === "" ? [] : [`subset ${oneLine(subset)}`]),
    ...given,
    counted(responses.length, "answer"),
    counted(pairs.length, "pair"),
  ];
}

function answerLines(response: StoredResponse, sheet: Sheet): string[] {
  const { position, role, style, scores, logged, text } = response;
  const { width, paint, sign } = sheet;
  const kind = [role, style].filter((word) => word !== "").map(oneLine);
  const facts = [
    ...scores.map(
      ({ model, score, truncated }) =>
        `${oneLine(model)} ${rewardFigures(score)}${truncated ? " (truncated)" : ""}`,
    ),
    ...Object.entries(logged).map(([name, reward]) => `logged ${oneLine(name)} ${rewardFigures(reward)}`),
  ];
  const known = facts.length === 0 ? ["no run has scored it"] : facts;
  return [
    "",
    paint.strong(`ANSWER ${position + 1}, ${kind.join(", ")}`),
    ...wrapFacts(known, width - 2).map((line) => `  ${sign(line)}`),
    ...textLines(text, sheet),
  ];
}

/** How many of the comparisons of chosen and rejected answers each run gets right; ties count as wrong. */
function rankingLines({ responses }: StoredItem, { width, paint, sign }: Sheet): string[] {
  const of = (role: StoredResponse["role"]) => responses.filter((one) => one.role === role);
  const names = new Map(
    responses.flatMap(({ scores }) => scores.map(({ run, model }) => [run, model] as const)),
  );
  const facts = [...names].flatMap(([run, model]) => {
    const scoreIn = ({ scores }: StoredResponse) => scores.find((one) => one.run === run)?.score;
    const margins = of("chosen").flatMap((chosen) =>
      of("rejected").flatMap((rejected) => {
        const [good, bad] = [scoreIn(chosen), scoreIn(rejected)];
        return good === undefined || bad === undefined ? [] : [good - bad];
      }),
    );
    if (margins.length === 0) return [];
    const right = margins.filter((margin) => margin > 0).length;
    const mark = MARKS[right === margins.length ? "pass" : "fail"];
    const said =
      margins.length === 1
        ? `chosen less rejected ${rewardFigures(margins[0]!, true)}`
        : `chosen above rejected in ${right} of ${margins.length}`;
    return [`${mark} ${oneLine(model)}: ${said}`];
  });
  if (facts.length === 0) return [];
  return ["", paint.strong("PREFERENCE"), ...wrapFacts(facts, width - 2).map((line) => `  ${sign(line)}`)];
}
