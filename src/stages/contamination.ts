import { TareError } from "../errors.js";
import { digestOf } from "../keys.js";
import type { Around } from "./around.js";
import type { Exposed, Exposure } from "./exposure.js";
import type { Gathered } from "./gather.js";

/**
 * What becomes of items that were exported for training. `flag`: they stay and are counted, and no claim that rests on one
 * passes; `leave-out`: they go; `refuse`: nothing is weighed; `accept`: they stay, are counted, and passes stand.
 */
export const CONTAMINATION = ["flag", "leave-out", "refuse", "accept"] as const;
export type Contamination = (typeof CONTAMINATION)[number];

export interface Settled {
  readonly data: Gathered;
  readonly exposure: Exposure | undefined;
}

/** Does as asked with the exported items of the data, and says so. Throws TARE_TRAINED_ON. */
export function settleContamination(
  data: Gathered,
  exposure: Exposure | undefined,
  mode: Contamination,
  { warn, progress }: Pick<Around, "warn" | "progress">,
): Settled {
  const hits = exposure?.exports.filter(({ items }) => items.length > 0) ?? [];
  if (exposure === undefined || hits.length === 0) return { data, exposure };
  const exported = new Set(hits.flatMap(({ items }) => items.map(({ item }) => item)));
  const what = `${exported.size} of ${data.items.length} items were exported for training: ${hits.map(sayHit).join("; ")}`;
  const where = data.files.join(", ");
  if (mode === "refuse") throw new TareError("TARE_TRAINED_ON", what, { where });
  const say = warn ?? ((line: string) => progress.say(line));
  if (mode !== "leave-out") {
    say(`${what}; ${mode === "flag" ? "claims that rest on them do not pass" : "accepted"}`);
    return { data, exposure };
  }
  const items = data.items.filter((item) => !exported.has(item));
  if (items.length === 0)
    throw new TareError("TARE_TRAINED_ON", `${what}; nothing is left to weigh`, { where });
  say(`${what}; left out`);
  const exports = exposure.exports.map((one) => ({ ...one, items: [], leftOut: one.items.length }));
  return { data: { ...data, items, digest: digestOf(items) }, exposure: { ...exposure, exports } };
}

function sayHit({ file, at, items }: Exposed): string {
  return `${items.length} in ${file}${at === "" ? "" : ` of ${at.slice(0, 10)}`}`;
}
