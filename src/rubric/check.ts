import type { Augmentation, Claim } from "../contract.js";
import { didYouMean } from "../nearest.js";
import { checkExchange } from "./check-exchange.js";
import { checkPrompts } from "./check-prompts.js";
import { checkStrata } from "./check-strata.js";
import { oracleIn, pairingIn } from "./compared.js";
import type { RubricDocument } from "./document.js";
import { ORDER_METRICS } from "./order-metrics.js";
import type { JsonPath, Problem } from "./problems.js";
import { RANKING } from "./rubric.js";
import type { PlacedRule } from "./rules.js";
import { nameSelected } from "./select.js";

/**
 * What is wrong between the rules, or between a rule and what there is. `stored`: the augmentations are those of a stored
 * run alone, so that they need not speak of the rubric's attributes.
 */
export function checkRubric(
  document: RubricDocument,
  placed: readonly PlacedRule[],
  augmentations: readonly Augmentation[],
  stored: boolean,
): Problem[] {
  if (placed.length === 0)
    return [
      {
        path: [],
        message: "no rule at all: give causal, spurious, hacks, probes or ranking something to hold",
      },
    ];
  return [
    ...checkAttributes(placed, stored ? undefined : augmentations),
    ...checkOwners(placed),
    ...checkOrderBounds(placed, augmentations),
    ...checkPrompts(placed, augmentations),
    ...checkNamedEffects(document),
    ...checkStrata(document, placed, augmentations),
    ...checkWaivers(document, placed),
    ...checkExchange(document, augmentations),
  ];
}

/** What an oracle is asked to move may be called anything: its rule says what it is. */
function checkAttributes(
  placed: readonly PlacedRule[],
  augmentations: readonly Augmentation[] | undefined,
): Problem[] {
  const known = augmentations && [...new Set(augmentations.map(({ attribute }) => attribute))].sort();
  const seen = new Set<string>();
  return placed.flatMap(({ path, rule: { kind, attribute, selected } }) => {
    const place = [...path, "attribute"];
    if (seen.has(attribute)) return [{ path: place, message: `"${attribute}" already has a rule` }];
    seen.add(attribute);
    if (kind === "ranking" || known?.includes(attribute)) return [];
    if (attribute === RANKING)
      return [{ path: place, message: `"${RANKING}" is the name of the ranking section` }];
    if (known === undefined || oracleIn(selected) !== undefined) return [];
    const hint = didYouMean(attribute, known) || `: there are ${known.join(", ")}`;
    return [{ path: place, message: `no augmentation speaks of "${attribute}"${hint}` }];
  });
}

/** A pair is evidence for one attribute: counted under two it would be gated twice. */
function checkOwners(placed: readonly PlacedRule[]): Problem[] {
  const owners = new Map<string, string>();
  return placed.flatMap(({ path, rule }) =>
    rule.selected.flatMap((selected) => {
      const name = nameSelected(selected);
      const owner = owners.get(name);
      if (owner === undefined) owners.set(name, rule.attribute);
      if (owner === undefined || owner === rule.attribute) return [];
      return [{ path: [...path, "augmentations"], message: `${name} already stands for "${owner}"` }];
    }),
  );
}

/** Order needs a chosen and a rejected answer that are changed alike, and an attack a change that might pay. */
function checkOrderBounds(placed: readonly PlacedRule[], augmentations: readonly Augmentation[]): Problem[] {
  return placed.flatMap(({ path, rule }) => [
    ...orderProblems(rule, rule.claims, [...path, "allow"], augmentations),
    ...orderProblems(rule, rule.drops ?? [], [...path, "maxDrop"], augmentations),
  ]);
}

function orderProblems(
  { selected, expects }: PlacedRule["rule"],
  claims: readonly Claim[],
  place: JsonPath,
  augmentations: readonly Augmentation[],
): Problem[] {
  const claimed = claims.filter(({ metric }) => ORDER_METRICS.has(metric)).map(({ metric }) => metric);
  const pairing = pairingIn(selected, augmentations);
  const oracle = oracleIn(selected);
  if (claimed.length > 0 && pairing !== undefined)
    return [
      { path: place, message: `"${pairing}" compares two texts: it has no flips, attacks or accuracy` },
    ];
  if (claimed.length > 0 && oracle !== undefined)
    return [
      {
        path: place,
        message: `"${oracle}" changes one answer of an item: it has no flips, attacks or accuracy`,
      },
    ];
  if (claimed.includes("net-attack-success") && expects !== "not-higher")
    return [
      { path: [...place, "attackSuccess"], message: 'only a rule that expects "not-higher" has an attack' },
    ];
  return [];
}

/** The overall SD is another ruler than the one the default was made for, and usually a laxer one (statistics.md §1). */
function checkNamedEffects({ scale, spurious, hacks }: RubricDocument): Problem[] {
  if (scale !== "overall") return [];
  return Object.entries({ spurious, hacks }).flatMap(([list, rules]) =>
    rules.flatMap(({ allow }, index) => {
      if (allow.effect !== undefined) return [];
      const message = 'is missing: with "scale": "overall" the tolerated effect must be named';
      return [{ path: [list, index, "allow", "effect"], message }];
    }),
  );
}

function checkWaivers({ waivers }: RubricDocument, placed: readonly PlacedRule[]): Problem[] {
  const ids = placed.flatMap(({ rule }) => [...rule.claims, ...(rule.drops ?? [])].map(({ id }) => id));
  return waivers.flatMap(({ claim }, index) => {
    if (ids.includes(claim)) return [];
    const message = `no claim is called "${claim}"${didYouMean(claim, ids) || `: there are ${ids.join(", ")}`}`;
    return [{ path: ["waivers", index, "claim"], message }];
  });
}
