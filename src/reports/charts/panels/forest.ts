import type { RunView, Verdict, VerdictWord } from "../../../contract.js";
import { writeBound } from "../../../rubric/wording.js";
import type { Chart } from "../plot/chart.js";
import { eachView } from "../plot/each-view.js";
import { keyPlot } from "../plot/key.js";
import { label } from "../plot/label.js";
import { listed } from "../plot/list-words.js";
import { VERDICT_MARKS } from "../plot/marks.js";
import { bottomOf, stack } from "../plot/stack.js";
import { claimLabel, FOOTNOTES, unitOf } from "./claim-words.js";
import { forestBlock } from "./forest-block.js";

/** In the order of the rubric, ones of one unit together: they share an axis. */
const UNITS = ["share", "SD", "net share", "SD per doubling", "ratio"] as const;
const KEY = [
  ...(["pass", "fail", "inconclusive"] as const).map((word) => ({ text: word, mark: VERDICT_MARKS[word] })),
  { text: "what the rubric allows", patch: { colour: "band" } },
];

/** Every claim of the gate with the interval that decided it, before what the rubric allows. */
export function forest(views: readonly RunView[]): Chart[] {
  return eachView(views, "forest", ({ run, verdicts }) => {
    if (verdicts.length === 0) return undefined;
    const blocks = UNITS.map((unit) => verdicts.filter(({ claim }) => unitOf(claim) === unit));
    // One axis a unit for all models, so that they can be held side by side.
    const plots = UNITS.flatMap((unit, at) =>
      blocks[at]!.length === 0 ? [] : [forestBlock(unit, blocks[at]!, views)],
    );
    const notes = [
      ...(verdicts.some(({ claim }) => claim.severity === "warn") ? [{ text: FOOTNOTES.warns }] : []),
      ...(verdicts.some(({ waiver }) => waiver) ? [{ text: FOOTNOTES.waived }] : []),
    ];
    const key = stack([keyPlot([...KEY, ...notes])]);
    return {
      title: "Claims and what the rubric allows",
      summary: summaryOf(verdicts),
      plots: [...key, ...stack(plots, bottomOf(key) + 10)],
      table: {
        columns: [
          "claim",
          "must be",
          "estimate",
          "lower",
          "upper",
          "verdict",
          "severity",
          "prompts",
          "because",
        ],
        rows: blocks
          .flat()
          .map(({ claim, estimate, lower, upper, verdict, clusters, because }) => [
            ...[claimLabel({ claim }), writeBound(claim), estimate, lower, upper, verdict],
            ...[claim.severity, clusters, label(because)],
          ]),
      },
      query: { name: "verdicts", parameters: { run } },
    };
  });
}

function summaryOf(verdicts: readonly Verdict[]): string {
  const of = (word: VerdictWord) => verdicts.filter(({ verdict }) => verdict === word);
  const part = (word: VerdictWord, verb: string) => {
    const found = of(word);
    return found.length === 0 ? [] : [`${found.length} ${verb} (${listed(found.map(claimLabel))})`];
  };
  const open = part("inconclusive", of("inconclusive").length === 1 ? "is inconclusive" : "are inconclusive");
  const parts = [...part("fail", of("fail").length === 1 ? "fails" : "fail"), ...open];
  const passed = of("pass").length;
  return `Of ${verdicts.length} ${verdicts.length === 1 ? "claim" : "claims"} ${[...parts, `${passed} ${passed === 1 ? "passes" : "pass"}`].join("; ")}.`;
}
