import type { Augmentation } from "../contract.js";
import type { Store } from "./open.js";

/** What the database keeps of an operator: enough to know what was expected of it, not how to apply it. */
export type StoredOperator = Pick<
  Augmentation,
  "name" | "version" | "expects" | "attribute" | "changes" | "summary" | "source"
>;

export function readOperator({ db }: Store, name: string, version: number): StoredOperator | undefined {
  return db
    .prepare<[string, number], StoredOperator>(
      "SELECT name, version, expects, attribute, changes, summary, source FROM augmentations WHERE name = ? AND version = ?",
    )
    .get(name, version);
}
