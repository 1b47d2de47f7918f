/** What a column holds: messages are a list of {role, content}. */
export type ColumnType = "messages" | "text" | "real" | "boolean";

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /** For the card. */
  readonly means: string;
}

/** Where a row is from: the last columns of either form. */
export const ORIGIN_COLUMNS = [
  { name: "kind", type: "text", means: "causal: one answer is better; neutral: neither is to be preferred" },
  {
    name: "expects",
    type: "text",
    means: "what the reward should do from base to variant: lower, higher, same, not-higher",
  },
  {
    name: "attribute",
    type: "text",
    means: "the attribute that was changed; of a neutral pair the spurious one",
  },
  {
    name: "augmentation",
    type: "text",
    means: "the operator that made the variant, with its dose; an oracle's begins with oracle:",
  },
  { name: "item", type: "text", means: "key of the item in the database" },
  { name: "pair", type: "text", means: "key of the pair: tare show KEY" },
] as const satisfies readonly Column[];

export const TRL_COLUMNS = [
  { name: "prompt", type: "messages", means: "the conversation up to the answer" },
  { name: "chosen", type: "messages", means: "one assistant message: the better answer, or either of a tie" },
  { name: "rejected", type: "messages", means: "one assistant message: the other answer" },
  {
    name: "margin",
    type: "real",
    means: "what RewardTrainer takes from chosen less rejected before the loss; 0 on a tie",
  },
  {
    name: "weight",
    type: "real",
    means: "what the row's loss should count; TRL's own trainers do not read it",
  },
  { name: "tie", type: "boolean", means: "neither answer is to be preferred" },
  {
    name: "base",
    type: "text",
    means: "which of the two is the answer that was changed: chosen or rejected",
  },
  ...ORIGIN_COLUMNS,
] as const satisfies readonly Column[];

export const CROME_COLUMNS = [
  { name: "prompt", type: "messages", means: "the conversation up to the answer (Q)" },
  { name: "answer_1", type: "text", means: "an answer (A1)" },
  { name: "answer_2", type: "text", means: "the other answer (A2)" },
  {
    name: "label",
    type: "text",
    means: "1 or 2: that answer is better (preference loss); tie: neither (tie loss)",
  },
  {
    name: "weight",
    type: "real",
    means: "what the row's loss should count; of a tie the weight of the tie loss",
  },
  {
    name: "base",
    type: "text",
    means: "which of the two is the answer that was changed: 1 or 2, even by the pair's key",
  },
  ...ORIGIN_COLUMNS,
] as const satisfies readonly Column[];
