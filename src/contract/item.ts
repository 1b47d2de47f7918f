/** One turn of a conversation. */
export interface Message {
  readonly role: string;
  readonly content: string;
}

/** What a reward model reads: a prompt (one or more messages) and one response to it. */
export interface Text {
  readonly messages: readonly Message[];
  readonly response: string;
}

/** `chosen`/`rejected` where the data has a preference, `response` where it has none. */
export type ResponseRole = "chosen" | "rejected" | "response";

export interface ItemResponse {
  readonly role: ResponseRole;
  readonly text: string;
  /** A named variant of the same role, e.g. RM-Bench's `concise`, `plain`, `markdown`; empty elsewhere. */
  readonly style: string;
  /** Rewards that the data bring along, by the name of their column: raw, in the unit of whoever gave them. */
  readonly rewards?: Readonly<Record<string, number>>;
}

/** When a policy in training gave these responses. */
export interface Rollout {
  /** The policy's checkpoint as the log names it; empty where it does not. */
  readonly checkpoint: string;
  /** The training step; null where the log has none. */
  readonly step: number | null;
}

/** Where a record came from; never part of an identity. */
export interface Where {
  readonly file: string;
  /** 1-based line (JSONL) or record number (JSON array). */
  readonly line: number;
}

/** What a format reads from one record, before it has an identity. */
export interface ItemDraft {
  readonly prompt: readonly Message[];
  readonly responses: readonly ItemResponse[];
  /** The part of the data set this item belongs to; empty where the data has none. */
  readonly subset: string;
  /** Only of responses that a policy gave in training. */
  readonly rollout?: Rollout;
}

/** One prompt with its responses. `id` and `promptKey` come from content alone. */
export interface Item extends ItemDraft {
  readonly id: string;
  readonly promptKey: string;
}
