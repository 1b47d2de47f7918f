import type { Augmentation, Metric } from "../contract.js";
import { didYouMean } from "../nearest.js";
import { checkPrompts } from "./check-prompts.js";
import type { Problem } from "./problems.js";
import { RANKING } from "./rubric.js";
import type { PlacedRule } from "./rules.js";
import { nameSelected } from "./select.js";

/** What is wrong between the rules, or between a rule and what there is. */
export function checkRules(placed: readonly PlacedRule[], augmentations: readonly Augmentation[]): Problem[] {
  if (placed.length === 0)
    return [{ path: [], message: "no rule at all: give causal, spurious or ranking something to hold" }];
  return [
    ...checkAttributes(placed, augmentations),
    ...checkOwners(placed),
    ...checkOrderBounds(placed, augmentations),
    ...checkPrompts(placed, augmentations),
  ];
}

function checkAttributes(placed: readonly PlacedRule[], augmentations: readonly Augmentation[]): Problem[] {
  const known = [...new Set(augmentations.map(({ attribute }) => attribute))].sort();
  const seen = new Set<string>();
  return placed.flatMap(({ path, rule: { kind, attribute } }) => {
    const place = [...path, "attribute"];
    if (seen.has(attribute)) return [{ path: place, message: `"${attribute}" already has a rule` }];
    seen.add(attribute);
    if (kind === "ranking" || known.includes(attribute)) return [];
    if (attribute === RANKING)
      return [{ path: place, message: `"${RANKING}" is the name of the ranking section` }];
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

const ORDER_METRICS: ReadonlySet<Metric> = new Set(["net-flip-rate", "net-attack-success", "accuracy-drop"]);

/** Order needs a chosen and a rejected answer that are changed alike, and an attack a change that might pay. */
function checkOrderBounds(placed: readonly PlacedRule[], augmentations: readonly Augmentation[]): Problem[] {
  const pairings = augmentations.filter(({ changes }) => changes === "pairing").map(({ name }) => name);
  return placed.flatMap(({ path, rule }) => {
    const claimed = rule.claims.filter(({ metric }) => ORDER_METRICS.has(metric)).map(({ metric }) => metric);
    const pairing = rule.selected.find(({ augmentation }) => pairings.includes(augmentation))?.augmentation;
    const place = [...path, "allow"];
    if (claimed.length > 0 && pairing !== undefined)
      return [
        { path: place, message: `"${pairing}" compares two texts: it has no flips, attacks or accuracy` },
      ];
    if (claimed.includes("net-attack-success") && rule.expects !== "not-higher")
      return [
        { path: [...place, "attackSuccess"], message: 'only a rule that expects "not-higher" has an attack' },
      ];
    return [];
  });
}
