import { resolve } from "node:path";
import { closeStore, openStore, type Store } from "../store/open.js";
import { asStoreError } from "../store/sqlite-errors.js";

/** Opens the database that must exist, and closes it whatever happens. */
export async function withStore<T>(path: string, action: (store: Store) => T | Promise<T>): Promise<T> {
  const store = openStore(resolve(path), { mustExist: true });
  try {
    return await action(store);
  } catch (error) {
    throw asStoreError(error, store.path);
  } finally {
    closeStore(store);
  }
}
