import type { RuleKind, RunView } from "../../../contract.js";
import { groupsOf, type OperatorRow } from "../../layout/groups.js";
import { operatorLabel } from "../plot/label.js";

/** `composed`: degraded and then hacked, as the exchange rates need it. */
export type MoveKind = Exclude<RuleKind, "ranking"> | "composed";

/** What one operator does to the reward: how far it moves it, and on how many pairs it is not as it should be. */
export interface Move {
  readonly name: string;
  readonly kind: MoveKind;
  /** Mean of variant less base, in SDs. */
  readonly bias: number;
  /** Which share is meant: it is `1 - share` for what must move, the share of large moves for what must not. */
  readonly metric: "correct-direction" | "below-floor" | "tail-share";
  readonly share: number;
  /** Share of pairs on which the reward is wrong. */
  readonly wrong: number;
}

const METRIC: Readonly<Record<MoveKind, Move["metric"]>> = {
  causal: "correct-direction",
  spurious: "tail-share",
  hack: "tail-share",
  probe: "below-floor",
  composed: "correct-direction",
};

/** Operators (at each of their doses) that have both numbers, the most often wrong first. */
export function movesOf(view: RunView): Move[] {
  const moves = groupsOf(view).flatMap(({ kind, rows }) =>
    kind === "ranking" ? [] : rows.flatMap((row) => moveOf(kind, row)),
  );
  return moves.sort((a, b) => b.wrong - a.wrong || Math.abs(b.bias) - Math.abs(a.bias));
}

/** Operators that have no such numbers: without pairs, or without a bound that large moves are counted by. */
export function unknownMoves(view: RunView): number {
  const rows = groupsOf(view).flatMap(({ kind, rows }) => (kind === "ranking" ? [] : rows));
  return rows.length - movesOf(view).length;
}

function moveOf(rule: MoveKind, row: OperatorRow): Move[] {
  const composed = rule === "causal" && row.coverage.augmentation.includes("+");
  const kind = composed ? "composed" : rule;
  const bias = row.effect("bias")?.estimate ?? null;
  const metric = METRIC[kind];
  const share = row.effect(metric)?.estimate ?? null;
  if (bias === null || share === null) return [];
  const wrong = metric === "tail-share" ? share : 1 - share;
  return [{ name: operatorLabel(row.coverage), kind, bias, metric, share, wrong }];
}
