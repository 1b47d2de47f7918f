import type { Store } from "./open.js";

/** Writes of several kinds that must not stand without each other: all or none, whenever the process ends. */
export function atOnce(store: Store, write: () => void): void {
  store.db.transaction(write)();
}
