import { describe, expect, it } from "vitest";
import { requireWidth } from "../../src/commands/look-options.js";

describe("--width", () => {
  it.each([undefined, 60, 132, 400])("takes %s", (width) => {
    expect(requireWidth({ width })).toBe(true);
  });

  it.each([59, 401, 80.5, Number.NaN])("refuses %d", (width) => {
    expect(() => requireWidth({ width })).toThrow("--width wants a whole number from 60 to 400");
  });
});
