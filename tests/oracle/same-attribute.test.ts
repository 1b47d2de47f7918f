import { expect, test } from "vitest";
import { attributeSlug, intendedBy } from "../../src/oracle/operators.js";
import { sameAttribute } from "../../src/oracle/same-attribute.js";

test.each([
  ["Step-by-step logic", "step by step logic", true],
  ["clarity", "Clarity.", true],
  ["précision", "pre\u0301cision", true],
  ["accuracy", "clarity", false],
  // Vowels of Indic and Thai scripts are marks.
  ["मान", "मिन", false],
  ["ความถูกต้อง", "ความถูกตอง", false],
  ["!", "?", false],
])("%s and %s are one attribute: %j", (a, b, same) => {
  expect(sameAttribute(a, b)).toBe(same);
});

test.each(["Step-by-step logic", "मात्रा की स्पष्टता", "ความถูกต้อง", "pre\u0301cision", "完整性"])(
  "%s can stand in the name of an operator",
  (name) => {
    const slug = attributeSlug(name);
    expect(intendedBy(`oracle:degrade/${slug}`)).toEqual({ kind: "degrade", attribute: slug });
    expect(sameAttribute(slug.replaceAll("-", " "), name)).toBe(true);
  },
);

test.each(["", "-", "a--b", "A", "pre\u0301cision", "a b"])("%j is no attribute's name in one", (name) => {
  expect(intendedBy(`oracle:degrade/${name}`)).toBeUndefined();
});
