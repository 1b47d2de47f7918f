import { attributeSlug } from "./operators.js";

/** Models do not keep to the letter of a name that they repeat: case and punctuation make no other attribute. */
export function sameAttribute(a: string, b: string): boolean {
  const slug = attributeSlug(a);
  return a === b || (slug !== "" && slug === attributeSlug(b));
}
