import type { Store } from "../store/open.js";
import { type Move, type PairFamily, readMoves, type TrainingPair } from "../store/training-pairs.js";
import { judge, type Ruler } from "./filter.js";
import { rulerOf } from "./find-run.js";
import { isTie } from "./rows.js";
import type { KeptReason, LeftReason } from "./tally.js";
import type { SetOptions } from "./write-set.js";

/** Why a pair is left out, if it is; else why the filter kept it. */
export function leaverOf(
  store: Store,
  { rows, filter }: SetOptions,
  isChosen: (pair: PairFamily) => boolean,
  isHeld: (pair: PairFamily) => boolean,
): (pair: TrainingPair) => { readonly left?: LeftReason; readonly kept?: KeptReason } {
  const seen = new Set<string>();
  const ruler: Ruler | undefined = filter && rulerOf(filter.baseline, filter.unsure);
  const moves: ReadonlyMap<string, Move> = filter ? readMoves(store, filter.baseline.id) : new Map();
  return (pair) => {
    if (!isChosen(pair)) return { left: "not-chosen" };
    if (isHeld(pair)) return { left: "held-out" };
    if (pair.suspect) return { left: "suspect" };
    if (rows.ties === "none" && isTie(pair)) return { left: "no-tie" };
    if (seen.has(pair.pair)) return { left: "repeated" };
    seen.add(pair.pair);
    if (ruler === undefined) return {};
    const { keep, reason } = judge(pair.expects, moves.get(pair.pair), ruler);
    return keep ? { kept: reason } : { left: reason };
  };
}
