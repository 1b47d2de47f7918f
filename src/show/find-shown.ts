import { TareError } from "../errors.js";
import { findKeys } from "../store/browse/find-key.js";
import type { Store } from "../store/open.js";

export type ShownKind = "run" | "item" | "pair";

export interface Found {
  readonly kind: ShownKind;
  /** Whole. */
  readonly key: string;
}

/** Candidates of a kind that an error tells. */
const TOLD = 5;

/**
 * What a key or its beginning names. A whole key names its own, whatever else begins so. Throws TARE_UNKNOWN_KEY where
 * nothing or several things begin so.
 */
export function findShown(store: Store, given: string): Found {
  // As tables and sentences show it: cut with an ellipsis, or in capitals.
  const beginning = given.trim().replace(/…$/, "").toLowerCase();
  const { runs, items, pairs } = findKeys(store, beginning, TOLD + 1);
  const found: Found[] = [
    ...runs.map((key) => ({ kind: "run", key }) as const),
    ...items.map((key) => ({ kind: "item", key }) as const),
    ...pairs.map((key) => ({ kind: "pair", key }) as const),
  ];
  const whole = found.filter(({ key }) => key === beginning);
  const [only, ...others] = whole.length > 0 ? whole : found;
  if (only !== undefined && others.length === 0) return only;
  const place = { where: store.path };
  if (only === undefined)
    throw new TareError("TARE_UNKNOWN_KEY", `no run, item or pair begins with "${given}"`, place);
  throw new TareError("TARE_UNKNOWN_KEY", `"${given}" begins ${candidates(found)}`, {
    ...place,
    fix: "Give more of the key.",
  });
}

/** `runs 0c817d…; pairs 0c1…, 0c2…, and more`. */
function candidates(found: readonly Found[]): string {
  return (["run", "item", "pair"] as const)
    .flatMap((kind) => {
      const keys = found.filter((one) => one.kind === kind).map(({ key }) => key.slice(0, 12));
      if (keys.length === 0) return [];
      const shown = keys.slice(0, TOLD).join(", ");
      const noun = keys.length === 1 ? kind : `${kind}s`;
      return [`${noun} ${shown}${keys.length > TOLD ? " and more" : ""}`];
    })
    .join("; ");
}
