import type { CoverageRow, MarginBin, RankingCell, ScoreHistogram } from "../../contract.js";
import type { Ask } from "./ask.js";

interface BinRow extends Pick<ScoreHistogram, "part"> {
  readonly low: number;
  readonly high: number;
  readonly texts: number;
}

/** Of the answers, then of both sides of every operator that has pairs. */
export function readHistograms(ask: Ask, coverage: readonly CoverageRow[]): ScoreHistogram[] {
  const operators = coverage.filter(({ applied }) => applied > 0).map(({ augmentation }) => augmentation);
  return ["", ...new Set(operators)].flatMap((augmentation) => {
    const rows = ask<BinRow>("score-histogram", augmentation === "" ? {} : { augmentation });
    const parts = [...new Set(rows.map(({ part }) => part))];
    return parts.map((part) => ({
      augmentation,
      part,
      bins: rows.filter((row) => row.part === part).map(({ low, high, texts }) => ({ low, high, texts })),
    }));
  });
}

interface CellRow extends Pick<RankingCell, "subset" | "comparisons" | "accuracy" | "margin"> {
  readonly chosen_style: string;
  readonly rejected_style: string;
}

export function readRankings(ask: Ask): RankingCell[] {
  return ask<CellRow>("ranking-matrix").map((row) => ({
    subset: row.subset,
    chosenStyle: row.chosen_style,
    rejectedStyle: row.rejected_style,
    comparisons: row.comparisons,
    accuracy: row.accuracy,
    margin: row.margin,
  }));
}

export function readMargins(ask: Ask): MarginBin[] {
  return ask<MarginBin>("margin-calibration").map(({ low, mean, high, comparisons, accuracy, claimed }) => ({
    ...{ low, mean, high, comparisons, accuracy, claimed },
  }));
}
