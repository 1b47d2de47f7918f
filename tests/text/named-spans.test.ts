import { describe, expect, it } from "vitest";
import { namedSpans } from "../../src/text/named-spans.js";
import { preservedContents } from "../../src/text/preserved.js";

function names(text: string): string[] {
  return namedSpans(text).map(({ text: name, type }) => (type === undefined ? name : `${name} ${type}`));
}

describe("named spans", () => {
  it.each<[string, string[]]>([
    ["The bread rises. Bake it. Serve it warm.", []],
    ["Later Kunji grew. Kunji is a fund.", ["Kunji", "Kunji"]],
    ["Baking is fun. I love Baking and baking.", ["Baking"]],
    ["Germany borders Poland.", ["Germany place", "Poland place"]],
    [
      "He met Mary Miller, Dr. Lee and Mr. Bean in Paris.",
      ["Mary Miller person", "Dr. Lee person", "Mr. Bean person", "Paris place"],
    ],
    [
      "She studied at the University of Oxford with Vincent van Gogh.",
      ["University of Oxford organisation", "Vincent van Gogh person"],
    ],
    ["He works for Acme Corp. and for Google.", ["Acme Corp organisation", "Google organisation"]],
    ["Go down the River Thames to Hyde Park.", ["River Thames place", "Hyde Park place"]],
    ["He read F. Scott Fitzgerald in June on a Monday.", ["F. Scott Fitzgerald"]],
    ["It was Anna's idea, and Anna’s alone.", ["Anna person", "Anna person"]],
    ["I think I'm right, and I’m sure.", []],
    ["Watch for this: The dough rises (Or it does not).", []],
    ["**Before The Long Run:** drink some water.", []],
    ["# How To Visit Berlin\n\nGo by train.", []],
    ["Run `Foo Bar` at https://a.org/Foo.", []],
  ])("%j", (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});

describe("names that an operator preserves", () => {
  const kept = (text: string) => preservedContents(text, "names");
  it("are those of the text, whatever stands before it and however it is spaced", () => {
    const text = "Kunji is a fund. In Berlin it met Anna Lee, and Kunji grew.";
    expect(kept(text)).toEqual(["Kunji", "Berlin", "Anna", "Lee", "Kunji"]);
    expect(kept(`What a question! Thank you for it.\n\n${text}`)).toEqual(kept(text));
    expect(kept(text.replace(/\. /gu, ".  ").replace("Anna Lee", "Anna  Lee"))).toEqual(kept(text));
  });
  it("notice one that is exchanged", () => {
    expect(kept("We saw Berlin.")).not.toEqual(kept("We saw Madrid."));
  });
});
