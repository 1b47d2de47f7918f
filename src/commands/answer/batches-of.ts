import type { Batch } from "../../store/ask/protocol.js";
import type { Asking } from "../../store/ask/start-asking.js";

/** Rows that are asked for at once: enough that asking costs nothing, few enough to be held. */
const AT_ONCE = 5_000;

/** The rows of an answer as they come, at most `limit` of them (Infinity: all). */
export async function* batchesOf(asking: Pick<Asking, "next">, limit: number): AsyncGenerator<Batch> {
  let wanted = limit;
  while (wanted > 0) {
    const batch = await asking.next(Math.min(wanted, AT_ONCE));
    wanted -= batch.rows.length;
    yield batch;
    if (batch.end) return;
  }
}
