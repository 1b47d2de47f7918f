import type { Text } from "../contract.js";
import { TareError } from "../errors.js";
import { loadAugmentations } from "../registry.js";
import { type Around, stopIfAborted } from "../stages/around.js";
import type { Store } from "../store/open.js";
import type { RunRow } from "../store/runs.js";
import {
  listFamilies,
  pairTextsReader,
  readTrainingPairs,
  type TrainingPair,
} from "../store/training-pairs.js";
import type { Only } from "./choices.js";
import { chosenPairs } from "./chosen.js";
import { holdOut } from "./held-out.js";
import { heldTexts } from "./held-texts.js";
import { leaverOf } from "./leaver.js";
import { cromeRow, isTie, onePrompt, operatorOf, type RowSettings, trlRows } from "./rows.js";
import { addTo, type OperatorTally, sumOf } from "./tally.js";

export type SetFormat = "trl" | "crome";

export interface SetOptions {
  readonly format: SetFormat;
  readonly rows: RowSettings;
  readonly augmentations: readonly string[];
  readonly only: Only | undefined;
  readonly holdOut: readonly string[];
  /** The run whose model says what is still to be learnt; undefined without a filter. */
  readonly filter: { readonly baseline: RunRow; readonly unsure: number } | undefined;
}

/** Takes what is written. */
export interface SetWriter {
  begin(names: { readonly operators: readonly string[]; readonly names: readonly string[] }): void;
  write(row: unknown, pair: { readonly base: Text; readonly variant: Text }): void;
}

/** Pairs between two looks at whether the user wants to stop. */
const TURN = 500;

/**
 * Writes the accepted pairs of a run as training data, in the order of items, and says what became of each operator's.
 * Throws TARE_UNKNOWN_NAME, TARE_EXPORT_RULER, TARE_EXPORT_EMPTY, TARE_INTERRUPTED.
 */
export async function writeSet(
  store: Store,
  run: RunRow,
  options: SetOptions,
  out: SetWriter,
  around: Around,
): Promise<OperatorTally[]> {
  const families = listFamilies(store, run.id);
  const pairs = families.reduce((sum, family) => sum + family.pairs, 0);
  // Whoever holds nothing out need not wait for every operator to be loaded.
  const known = options.holdOut.length === 0 ? [] : await loadAugmentations();
  const held = holdOut(options.holdOut, families, known);
  const isChosen = chosenPairs(options, families);
  const holdsHeld = heldTexts(store, run.id, options.holdOut.length === 0 ? undefined : held.isHeld);
  const leaves = leaverOf(store, options, isChosen, held.isHeld);
  const open = families.filter((family) => isChosen(family) && !held.isHeld(family));
  out.begin({ operators: [...new Set(open.map(({ augmentation }) => augmentation))], names: held.names });
  const textsOf = pairTextsReader(store);
  const tallies = new Map<string, OperatorTally>();
  let done = 0;
  for (const pair of readTrainingPairs(store, run.id)) {
    const tally = tallyOf(tallies, pair);
    tally.pairs++;
    const { left, kept } = leaves(pair);
    const texts = left === undefined ? textsOf(pair.pair) : undefined;
    if (texts === undefined) addTo(tally.left, left!);
    else if (!onePrompt(texts)) addTo(tally.left, "two-prompts");
    else if (holdsHeld(texts)) addTo(tally.left, "held-text");
    else {
      const rows =
        options.format === "trl" ? trlRows(pair, texts, options.rows) : [cromeRow(pair, texts, options.rows)];
      for (const row of rows) out.write(row, texts);
      tally.written++;
      tally.rows += rows.length;
      if (kept !== undefined) addTo(tally.kept, kept);
    }
    done++;
    if (done % TURN === 0 || done === pairs) {
      around.progress.update("writing pairs", done, pairs, "pairs");
      await stopIfAborted(around.signal, "writing pairs");
    }
  }
  const found = [...tallies.values()].sort((a, b) => (a.operator < b.operator ? -1 : 1));
  requireSome(found);
  return found;
}

function tallyOf(tallies: Map<string, OperatorTally>, pair: TrainingPair): OperatorTally {
  const operator = operatorOf(pair);
  const known = tallies.get(operator);
  if (known !== undefined) return known;
  const kind = isTie(pair) ? "neutral" : "causal";
  const made: OperatorTally = { operator, kind, pairs: 0, written: 0, rows: 0, kept: {}, left: {} };
  tallies.set(operator, made);
  return made;
}

function requireSome(tallies: readonly OperatorTally[]): void {
  const { pairs, written, left } = sumOf(tallies);
  if (written > 0) return;
  const where = Object.entries(left).map(([reason, n]) => `${reason} ${n}`);
  throw new TareError(
    "TARE_EXPORT_EMPTY",
    pairs === 0 ? "the run holds no accepted pair" : `of ${pairs} pairs none is left: ${where.join(", ")}`,
  );
}
