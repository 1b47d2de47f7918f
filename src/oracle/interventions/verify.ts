import { endOfOpening } from "../../text/left-alone.js";
import type { Attribute } from "../steps.js";
import { type Draft, isRefusal, type Refusal } from "./intervention.js";
import type { Trail } from "./trail.js";
import { type Verified, verified } from "./verified.js";

/**
 * Has a pair read blind and in both orders. Of two answers nobody is told which was there first, nor what was asked for:
 * what a model said to itself before an answer is not shown.
 */
export async function verify(
  { base, variant, moved }: Draft,
  attributes: readonly Attribute[],
  trail: Trail,
): Promise<Verified | Refusal> {
  const { prompt } = trail.item;
  const [shown, changed] = [base, variant].map((text) => text.slice(endOfOpening(text)));
  const read = (a: string, b: string, part: string) =>
    trail.ask("verify", { prompt, attributes, a, b }, { part, role: "verifier" });
  const baseFirst = await read(shown!, changed!, "verify base first");
  if (isRefusal(baseFirst)) return baseFirst;
  const variantFirst = await read(changed!, shown!, "verify variant first");
  if (isRefusal(variantFirst)) return variantFirst;
  const names = attributes.map(({ name }) => name);
  return verified(names, { baseFirst, variantFirst }, moved);
}
