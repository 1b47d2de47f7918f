/** Where stages say how far they are; rendering is the commands' business. */
export interface Progress {
  /** `done` of `total` (0 = unknown); `note` is short and may change. */
  update(stage: string, done: number, total: number, note?: string): void;
  /** A line that stays. */
  say(line: string): void;
  end(): void;
}
