import { TareError } from "../errors.js";

/** Does a part; a failure that tare can name is put to the others and the rest goes on. Throws TARE_INTERRUPTED and what has no code. */
export async function attempt<T>(failures: TareError[], part: () => Promise<T>): Promise<T | undefined> {
  try {
    return await part();
  } catch (error) {
    if (!(error instanceof TareError) || error.code === "TARE_INTERRUPTED") throw error;
    failures.push(error);
    return undefined;
  }
}
