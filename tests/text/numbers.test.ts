import { describe, expect, it } from "vitest";
import { stream } from "../../src/random.js";
import { alterNumber } from "../../src/text/number-alteration.js";
import { numbers } from "../../src/text/numbers.js";

function kinds(text: string): string[] {
  return numbers(text).map((token) => `${token.text} ${token.kind}`);
}

describe("numbers", () => {
  it.each<[string, string[]]>([
    ["It has 1,250 pages.", ["1,250 count"]],
    ["It costs $12.50 or €3.", ["12.50 money", "3 money"]],
    ["About 7.5% or 8 percent.", ["7.5 percent", "8 percent"]],
    ["Born in 1879 in Ulm.", ["1879 year"]],
    ["In 1500 people came.", ["1500 count"]],
    ["During the 1960s.", ["1960 decade"]],
    ["On July 20, 1969 it landed.", ["20 day", "1969 year"]],
    ["On 2020-03-15 or 3/15/2020.", ["2020-03-15 date", "3/15/2020 date"]],
    ["At 5:30 pm or 3 pm.", ["5:30 clock", "3 clock"]],
    ["The 19th century.", ["19 ordinal"]],
    ["Bake 10-12 minutes.", ["10-12 range"]],
    ["Add 1/2 cup.", ["1/2 fraction"]],
    ["A 5 kg bag and a 17-year-old.", ["5 measure", "17 measure"]],
    ["Step 2 and Chapter 3.", ["2 label", "3 label"]],
    ["We bought an iPhone 12 today.", ["12 name"]],
    ["COVID-19, GPT-4 and H2O.", ["19 identifier", "4 identifier", "2 identifier"]],
    ["Use version 1.2.3 now.", ["1.2.3 version"]],
    ["Call 555-123-4567.", ["555-123-4567 phone"]],
    ["## 1.2 Vision", ["1.2 marker"]],
    ["1. Take two cups.", ["two word"]],
    ["The two of them and these three.", []],
    ["Rated 9 out of 10.", ["9 label", "10 label"]],
    ["Run `f(12)` at https://a.org/34, $x = 5$.", []],
  ])("%j", (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });
});

/** The format of a number, written independently: digits become 0, and their count is free. */
function shape(text: string): string {
  return text.replace(/\d{1,3}(?:,\d{3})+/gu, "0,000").replace(/(\d+)(\.\d+)?/gu, (_, whole, decimals) => {
    return (whole === "" ? "" : "0") + (decimals === undefined ? "" : `.${"0".repeat(decimals.length - 1)}`);
  });
}

describe("altered numbers", () => {
  it.each(["$1,250,000", "7.5%", "3.14", "12 km", "1/2 cup", "10-12 minutes", "5:30 pm", "2020-03-15"])(
    "%s keeps its format and changes its value",
    (text) => {
      const token = numbers(`It is ${text} now.`)[0]!;
      for (let seed = 0; seed < 200; seed++) {
        const altered = alterNumber(token, stream("altered", seed));
        if (altered === undefined) continue;
        expect(altered).not.toBe(token.text);
        // A count may lose its thousands separator only by becoming smaller than a thousand.
        if (Number(altered.replaceAll(",", "")) >= 1000 || !token.text.includes(","))
          expect(shape(altered)).toBe(shape(token.text));
      }
    },
  );

  it.each<[string, (value: number) => boolean]>([
    ["There are 3 cats.", (value) => value >= 2 && value <= 9],
    ["There are 340 cats.", (value) => value >= 150 && value <= 750],
    ["Only 95% came.", (value) => value > 0 && value < 100],
    ["Born in 2015 there.", (value) => value >= 1998 && value <= 2012],
    ["On May 28 it was.", (value) => value >= 1 && value <= 28],
    ["At 11:30 am.", (value) => value >= 1 && value <= 12],
    ["The 18th century.", (value) => value >= 4 && value <= 20 && Math.abs(value - 18) >= 2],
  ])("%j stays believable", (text, believable) => {
    const token = numbers(text)[0]!;
    const seen = new Set<string>();
    for (let seed = 0; seed < 200; seed++) {
      const altered = alterNumber(token, stream("believable", seed));
      if (altered === undefined) continue;
      seen.add(altered);
      expect(altered).not.toBe(token.text);
      expect(believable(Number.parseFloat(altered)), altered).toBe(true);
    }
    expect(seen.size).toBeGreaterThan(1);
  });

  it("leaves 1 before a singular alone", () => {
    expect(alterNumber(numbers("Add 1 cup.")[0]!, stream("one"))).toBeUndefined();
  });

  it("writes words as words", () => {
    const altered = alterNumber(numbers("Two cats came.")[0]!, stream("word"));
    expect(["Three", "Four", "Five", "Six"]).toContain(altered);
  });
});
