import { expect, it } from "vitest";
import { isSkip } from "../../src/contract.js";
import { preservedContents } from "../../src/text/preserved.js";
import { describeWithShared } from "../shared.js";
import { contextFor, dosesOf, RESPONSE_AUGMENTATIONS, textOf } from "./discovered.js";
import { realTexts } from "./real-texts.js";

describeWithShared("on real answers", "data", (data) => {
  const texts = realTexts(data).filter((_, index) => index % 2 === 0);
  it.each(RESPONSE_AUGMENTATIONS)("$name leaves what it promises to preserve", (augmentation) => {
    const broken: string[] = [];
    let applied = 0;
    for (const [index, { prompt, response }] of texts.entries()) {
      const dose = dosesOf(augmentation)[index % dosesOf(augmentation).length];
      const made = augmentation.apply(textOf(response, prompt), contextFor(`real ${index}`, dose));
      if (isSkip(made)) continue;
      applied++;
      for (const kind of augmentation.preserves) {
        const before = preservedContents(response, kind);
        const after = preservedContents(made, kind);
        if (JSON.stringify(before) === JSON.stringify(after)) continue;
        const at = before.findIndex((content, i) => content !== after[i]);
        broken.push(
          `${kind} of text ${index}: ${JSON.stringify(before[at])} became ${JSON.stringify(after[at])}`,
        );
      }
    }
    expect(applied).toBeGreaterThan(50);
    expect(broken).toEqual([]);
  });
});
