import { splitDose } from "../pairs/compose.js";

/** `a@2+b@4` is made of `a` and `b`. Operators of a file of pairs (`pairs/NAME`) are what their name says. */
export function partNames(reference: string): string[] {
  return reference.split("+").map((part) => splitDose(part).name.replace(/^pairs\//u, ""));
}
