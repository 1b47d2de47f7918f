import { resolve } from "node:path";
import { openStore, type Store, usingStore } from "../store/open.js";

/** Opens the database that must exist, and closes it whatever happens. */
export async function withStore<T>(path: string, action: (store: Store) => T | Promise<T>): Promise<T> {
  return usingStore(openStore(resolve(path), { mustExist: true }), action);
}
