import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { ResponseAugmentation } from "../../src/contract.js";
import { runExample } from "../../src/pairs/examples.js";
import { packagePath } from "../../src/paths.js";

it("the template in the README keeps to its own examples", async () => {
  const readme = readFileSync(packagePath("augmentations", "README.md"), "utf8");
  const template = /```ts\n([\s\S]*?)```/u.exec(readme)?.[1];
  expect(template).toBeDefined();
  // Beside the tests, so that its relative imports lead to the same sources.
  const file = packagePath("tests", "augmentations", "template.generated.ts");
  writeFileSync(file, template!.replaceAll('"../src/', '"../../src/'));
  try {
    const { default: spec } = (await import(file)) as { default: ResponseAugmentation };
    expect(spec.examples.length).toBeGreaterThanOrEqual(3);
    for (const example of spec.examples)
      expect(runExample({ ...spec, name: "closing-offer" }, example)).toEqual(example);
  } finally {
    rmSync(file);
  }
});
