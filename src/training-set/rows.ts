import type { Message, Text } from "../contract.js";
import { promptKey } from "../keys.js";
import { nameSelected } from "../rubric/select.js";
import type { TrainingPair } from "../store/training-pairs.js";
import type { Ties } from "./choices.js";
import type { Column, CROME_COLUMNS, TRL_COLUMNS } from "./columns.js";

/** How rows are written. */
export interface RowSettings {
  /** Of a causal row, in units of the reward of the model to be trained. */
  readonly margin: number;
  /** Of a tie, however many rows it takes; a causal pair's is 1. */
  readonly tieWeight: number;
  /** Ties in both orders, once, or not at all. */
  readonly ties: Ties;
}

interface CellTypes {
  readonly messages: readonly Message[];
  readonly text: string;
  readonly real: number;
  readonly boolean: boolean;
}

/** A row with a value of the right type in every column. */
export type RowOf<C extends readonly Column[]> = {
  readonly [K in C[number] as K["name"]]: CellTypes[K["type"]];
};
export type TrlRow = RowOf<typeof TRL_COLUMNS>;
export type CromeRow = RowOf<typeof CROME_COLUMNS>;

export interface Texts {
  readonly base: Text;
  readonly variant: Text;
}

/** Whether both answers stand under one prompt: else there is no preference between answers. */
export function onePrompt({ base, variant }: Texts): boolean {
  return promptKey(base.messages) === promptKey(variant.messages);
}

export function isTie({ expects }: Pick<TrainingPair, "expects">): boolean {
  return expects === "same" || expects === "not-higher";
}

/** `number-changed`, `length-padding@2` */
export function operatorOf({ augmentation, dose }: Pick<TrainingPair, "augmentation" | "dose">): string {
  return nameSelected({ augmentation, dose: dose ?? undefined });
}

/**
 * Rows of TRL's conversational preference format with an explicit prompt. A tie in both orders is two rows of half its weight:
 * the mean of -log sigma(d) and -log sigma(-d) is the tie's own loss, so that a trainer that knows only preferences learns it.
 */
export function trlRows(pair: TrainingPair, { base, variant }: Texts, settings: RowSettings): TrlRow[] {
  const tie = isTie(pair);
  const row = (baseFirst: boolean, weight: number): TrlRow => ({
    prompt: base.messages,
    chosen: [{ role: "assistant", content: (baseFirst ? base : variant).response }],
    rejected: [{ role: "assistant", content: (baseFirst ? variant : base).response }],
    ...{ margin: tie ? 0 : settings.margin, weight, tie, base: baseFirst ? "chosen" : "rejected" },
    ...originOf(pair),
  });
  if (!tie) return [row(pair.expects === "lower", 1)];
  if (settings.ties === "once") return [row(true, settings.tieWeight)];
  return [row(true, settings.tieWeight / 2), row(false, settings.tieWeight / 2)];
}

/** One row for Crome's composite loss. Which answer comes first hangs on the pair's key: place tells nothing of the label. */
export function cromeRow(pair: TrainingPair, { base, variant }: Texts, settings: RowSettings): CromeRow {
  const tie = isTie(pair);
  const baseFirst = Number.parseInt(pair.pair.at(-1)!, 16) % 2 === 0;
  const [first, second] = baseFirst ? [base, variant] : [variant, base];
  const better = (pair.expects === "lower") === baseFirst ? "1" : "2";
  return {
    ...{ prompt: base.messages, answer_1: first.response, answer_2: second.response },
    ...{ label: tie ? "tie" : better, weight: tie ? settings.tieWeight : 1, base: baseFirst ? "1" : "2" },
    ...originOf(pair),
  };
}

function originOf(pair: TrainingPair) {
  const { expects, attribute, item, pair: key } = pair;
  const kind = isTie(pair) ? "neutral" : "causal";
  return { kind, expects, attribute, augmentation: operatorOf(pair), item, pair: key };
}
