import { defineGuard } from "../../contract.js";
import { codeBlocks } from "../../text/code/blocks.js";
import { codeErrors } from "../../text/code/errors.js";

export default defineGuard({
  name: "not-parsing",
  summary: "An operator whose code must parse made it parse worse, or beyond recognition.",
  refuses: ({ augmentation, base, variant }) => {
    if (augmentation.parses !== true) return undefined;
    const before = codeErrors(base.response);
    const after = codeErrors(variant.response);
    if (after > before) return `${after} parse errors, ${before} before`;
    const lost = readable(base.response) - readable(variant.response);
    return lost > 0 ? `${lost} block${lost === 1 ? "" : "s"} of code no longer recognised` : undefined;
  },
});

function readable(text: string): number {
  return codeBlocks(text).filter(({ language }) => language !== undefined).length;
}
