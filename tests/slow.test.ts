import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { packagePath } from "../src/paths.js";
import { SLOW } from "./slow.js";

describe("slow suites, left out here: npm run test:slow", () => {
  it("exist", () => {
    expect(SLOW.filter((file) => !existsSync(packagePath(file)))).toEqual([]);
  });
  for (const file of SLOW) it.skip(file);
});
