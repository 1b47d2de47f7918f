import { TareError } from "../../errors.js";
import { didYouMean } from "../../nearest.js";
import { oraclePart } from "../../oracle/operators.js";
import { readPair } from "../../store/browse/read-pair.js";
import type { Store } from "../../store/open.js";
import { readAsked } from "../../store/oracle/asked.js";
import {
  interventionsOfPair,
  readInterventions,
  type StoredIntervention,
} from "../../store/oracle/read-interventions.js";
import { findShown } from "../find-shown.js";
import type { Explained } from "./intervention-lines.js";

export type Found =
  /** Every operator that was tried on an item, none of them whole. */
  | { readonly kind: "item"; readonly interventions: readonly StoredIntervention[] }
  /** One pair or refusal, of each settings that it was made under. */
  | { readonly kind: "interventions"; readonly interventions: readonly Explained[] };

/**
 * What an oracle was asked for a pair, for an item by one operator, or for an item as a whole; by the beginning of the key.
 * Throws TARE_UNKNOWN_KEY and TARE_NOT_ASKED.
 */
export function findExplained(store: Store, given: string, operator: string | undefined): Found {
  const { kind, key } = findShown(store, given);
  if (kind === "run") throw notAsked(`${key.slice(0, 12)} is a run: name one of its pairs or items`);
  if (kind === "pair") return ofPair(store, key, operator);
  const all = readInterventions(store, key);
  if (all.length === 0) throw notAsked(`no oracle was asked for the item ${key.slice(0, 12)}`);
  if (operator === undefined) return { kind: "item", interventions: all };
  const own = all.filter((one) => one.operator === oraclePart(operator));
  const names = [...new Set(all.map((one) => one.operator))];
  if (own.length === 0)
    throw notAsked(
      `${operator} was not tried on the item ${key.slice(0, 12)}${didYouMean(operator, names)}`,
      `Tried on it: ${names.join(", ")}.`,
    );
  return { kind: "interventions", interventions: own.map((one) => whole(store, one)) };
}

function ofPair(store: Store, key: string, operator: string | undefined): Found {
  const own = interventionsOfPair(store, key);
  const { name } = readPair(store, key)!.operator;
  if (own.length === 0)
    throw notAsked(`the pair ${key.slice(0, 12)} was made by ${name}, and no oracle was asked for it`);
  if (operator !== undefined && operator !== name)
    throw notAsked(`the pair ${key.slice(0, 12)} was made by ${name}, not by ${operator}`);
  return { kind: "interventions", interventions: own.map((one) => whole(store, one)) };
}

function whole(store: Store, one: StoredIntervention): Explained {
  return { ...one, calls: readAsked(store, one) };
}

function notAsked(message: string, fix?: string): TareError {
  return new TareError("TARE_NOT_ASKED", message, fix === undefined ? {} : { fix });
}
