import type { Augmentation } from "../contract.js";
import { findOperator, splitDose } from "../pairs/compose.js";
import type { RubricDocument } from "./document.js";
import type { JsonPath, Problem } from "./problems.js";
import { select } from "./select.js";

/** An exchange whose parts cannot be composed, or whose rate could not be told. */
export function checkExchange(
  { exchange = [] }: Pick<RubricDocument, "exchange">,
  augmentations: readonly Augmentation[],
): Problem[] {
  const seen = new Set<string>();
  return exchange.flatMap(({ degradation, hack }, index) => {
    const name = `${degradation}+${hack}`;
    // Of a stored run only the composed operator is known, and that it could be composed.
    if (augmentations.some((one) => one.name === name)) return [];
    const path = ["exchange", index];
    const at = (field: "degradation" | "hack", wrong: string | undefined) =>
      wrong === undefined ? [] : [{ path: [...path, field], message: wrong }];
    const problems = [
      ...at("degradation", wrongDegradation(degradation, augmentations)),
      ...at("hack", wrongHack(hack, augmentations)),
    ];
    if (problems.length > 0) return problems;
    if (seen.has(name)) return [{ path, message: `${name} is asked for twice` }];
    seen.add(name);
    return composing(name, path, augmentations);
  });
}

/** The operators whose pairs an exchange rests on: the degradation alone, and with every dose of the hack. */
export function exchangeReferences({ exchange = [] }: Pick<RubricDocument, "exchange">): string[] {
  return exchange.flatMap(({ degradation, hack }) => [degradation, `${degradation}+${hack}`]);
}

function wrongDegradation(reference: string, augmentations: readonly Augmentation[]): string | undefined {
  const { name, dose } = splitDose(reference);
  if (name.includes("+")) return `"${name}" is composed: name the degradation alone`;
  const found = findOperator(name, augmentations);
  if (typeof found === "string") return found;
  if (found.expects !== "lower" || found.changes !== "response")
    return `"${name}" (${found.expects}, changes the ${found.changes}) does not make an answer worse`;
  if (found.doses !== undefined && dose === undefined)
    return `name the dose of "${name}": it has ${found.doses.map((one) => `${name}@${one}`).join(", ")}`;
  return select([reference], [], augmentations).problems[0]?.message;
}

function wrongHack(name: string, augmentations: readonly Augmentation[]): string | undefined {
  if (name.includes("@") || name.includes("+"))
    return `"${name}" should be an operator alone, without a dose: the rate is looked for among all its doses`;
  const found = findOperator(name, augmentations);
  if (typeof found === "string") return found;
  if (found.expects === "lower" || found.expects === "higher" || found.changes !== "response")
    return `"${name}" (${found.expects}, changes the ${found.changes}) is no hack of an answer`;
  if (found.doses === undefined || found.doses.length < 2)
    return `"${name}" has no doses: what buys back is told as a dose`;
  return undefined;
}

function composing(name: string, path: JsonPath, augmentations: readonly Augmentation[]): Problem[] {
  const found = findOperator(name, augmentations);
  return typeof found === "string" ? [{ path, message: found }] : [];
}
