import type { Augmentation, Stratum } from "../contract.js";
import { didYouMean } from "../nearest.js";
import { nameStratum } from "./claims.js";
import { pairingIn } from "./compared.js";
import { RULE_LISTS, type RubricDocument } from "./document.js";
import { ORDER_METRICS } from "./order-metrics.js";
import type { JsonPath, Problem } from "./problems.js";
import type { PlacedRule } from "./rules.js";

const SIDES = ["chosen", "rejected", "response"];
const LENGTHS = ["short", "medium", "long"];

/** A part of the data that cannot exist, is named twice, or on which a rule's metrics have no meaning. */
export function checkStrata(
  document: RubricDocument,
  placed: readonly PlacedRule[],
  augmentations: readonly Augmentation[],
): Problem[] {
  return placed.flatMap(({ path, rule }) => {
    const seen = new Set<string>();
    return strataAt(document, path).flatMap((stratum, index) => {
      const place = [...path, "strata", index];
      const name = nameStratum(stratum);
      if (seen.has(name)) return [{ path: place, message: `${name} is named twice` }];
      seen.add(name);
      const impossible = impossibleValue(stratum);
      if (impossible !== undefined) return [{ path: [...place, "value"], message: impossible }];
      const message = stratum.kind === "side" ? sideless(rule, augmentations) : undefined;
      return message === undefined ? [] : [{ path: place, message }];
    });
  });
}

function strataAt(document: RubricDocument, [list, index]: JsonPath): readonly Stratum[] {
  const listed = RULE_LISTS.find((name) => name === list);
  return (listed === undefined ? document.ranking : document[listed][Number(index)])?.strata ?? [];
}

function impossibleValue({ kind, value }: Stratum): string | undefined {
  if (kind === "language" && !/^[a-z]{2}$/.test(value))
    return `"${value}" is not an ISO 639-1 code, such as en`;
  const known = kind === "side" ? SIDES : kind === "length" ? LENGTHS : undefined;
  if (known === undefined || known.includes(value)) return undefined;
  return `"${value}" is no ${kind}: there are ${known.join(", ")}${didYouMean(value, known)}`;
}

/** Why a rule cannot be asked of one side alone. */
function sideless(
  { kind, claims, selected }: PlacedRule["rule"],
  augmentations: readonly Augmentation[],
): string | undefined {
  if (kind === "ranking") return "a preference has both sides: it cannot be asked of one";
  if (claims.some(({ metric }) => ORDER_METRICS.has(metric)))
    return "flips, attacks and accuracy need both sides: they cannot be asked of one";
  const pairing = pairingIn(selected, augmentations);
  return pairing && `"${pairing}" compares both sides: it cannot be asked of one`;
}
