import { describe, expect, it } from "vitest";
import { domainOf, intervalDomain } from "../../../src/reports/charts/plot/domain.js";
import { label } from "../../../src/reports/charts/plot/label.js";
import { listed } from "../../../src/reports/charts/plot/list-words.js";
import { placeLabels } from "../../../src/reports/charts/plot/place-labels.js";
import { shortenMiddle, shortenTo, textWidth } from "../../../src/reports/charts/plot/text-width.js";

const SIZE = { width: 400, height: 300 };

describe("names beside points", () => {
  // A crowd that no seed is needed for: a spiral, dense in the middle.
  const crowd = Array.from({ length: 60 }, (_, at) => ({
    text: `operator-${at}`,
    x: 200 + at * 3 * Math.cos(at),
    y: 150 + at * 2.4 * Math.sin(at),
  }));
  const placed = placeLabels(crowd, crowd, SIZE);
  const boxOf = ({ text, x, y, align = "left" }: (typeof placed)[number]) => {
    const wide = textWidth(text, 11);
    const left = x - { left: 0, center: wide / 2, right: wide }[align];
    return { left, right: left + wide, top: y - 7, bottom: y + 7 };
  };

  it("cover no other name and no point, and stay inside; what has no room is left out", () => {
    const boxes = placed.map(boxOf);
    expect(placed.length).toBeGreaterThan(15);
    expect(placed.length).toBeLessThan(crowd.length);
    for (const [at, one] of boxes.entries()) {
      expect(one.left >= 0 && one.right <= 400 && one.top >= 0 && one.bottom <= 300).toBe(true);
      const apart = (other: (typeof boxes)[number]) =>
        one.right <= other.left ||
        other.right <= one.left ||
        one.bottom <= other.top ||
        other.bottom <= one.top;
      expect(boxes.slice(at + 1).every(apart)).toBe(true);
      const hit = crowd.filter(({ x, y }) => x > one.left && x < one.right && y > one.top && y < one.bottom);
      expect(hit).toEqual([]);
    }
  });

  it("go to the first that ask", () => {
    const same = { x: 390, y: 8 };
    const names = placeLabels(
      [
        { text: "first", ...same },
        { text: "second", ...same },
      ],
      [same],
      SIZE,
    );
    expect(names[0]).toMatchObject({ text: "first", align: "right" });
  });
});

describe("words", () => {
  it("are cut so that they fit, by graphemes", () => {
    for (const text of ["length-padding@1.5", "WWWWWWWWWW", "讀者讀者讀者", "👩‍👩‍👧".repeat(6)]) {
      const [end, middle] = [shortenTo(text, 60, 12), shortenMiddle(text, 80, 12)];
      expect(textWidth(end, 12)).toBeLessThanOrEqual(60);
      expect(textWidth(middle, 12)).toBeLessThanOrEqual(80);
      expect(end).toMatch(/…$/u);
    }
    expect(shortenMiddle("number-changed+length-padding@1.5", 150, 12)).toMatch(/^number.*….*@1\.5$/u);
    expect(shortenTo("short", 60, 12)).toBe("short");
    expect(shortenMiddle("e\u0301x".repeat(2_000), 80, 12).length).toBeLessThan(40);
  });

  it("are one line from left to right that XML can hold", () => {
    expect(label("a\nb\ud800c\u0000d\uffff")).toBe("a b�c d�");
    expect(label("a\u202e\u2066\u200fb\u061c")).not.toMatch(/[\u202e\u2066\u200f\u061c]/u);
  });

  it("say how many of a list are left out", () => {
    expect(listed(["a"])).toBe("a");
    expect(listed(["a", "b", "c", "d"])).toBe("a, b, c and d");
    expect(listed(["a", "b", "c", "d", "e"])).toBe("a, b, c and 2 more");
  });
});

describe("domains", () => {
  it("hold every estimate, and of intervals no more than would hide the others", () => {
    const [low, high] = intervalDomain(
      [
        { estimate: 0.1, lower: -24, upper: 0.3 },
        { estimate: 1, lower: 0.5, upper: Number.POSITIVE_INFINITY },
      ],
      [-0.2, 0],
    );
    expect(low).toBeLessThan(-0.2);
    expect(low).toBeGreaterThan(-3);
    expect(high).toBeGreaterThan(1);
    expect(high).toBeLessThan(4);
  });

  it("are never empty", () => {
    expect(domainOf([])).toEqual([0, 1]);
    for (const values of [[0], [5, 5], [-1e-9]]) {
      const [low, high] = domainOf(values);
      expect(high).toBeGreaterThan(low);
    }
  });
});
