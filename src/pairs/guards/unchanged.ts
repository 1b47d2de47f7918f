import { defineGuard } from "../../contract.js";
import { promptKey, textKey } from "../../keys.js";

export default defineGuard({
  name: "unchanged",
  summary: "Base and variant are the same text, or the same prompt where the prompt was to change.",
  refuses: ({ augmentation, base, variant }) => {
    if (augmentation.changes === "prompt")
      return promptKey(base.messages) === promptKey(variant.messages) ? "" : undefined;
    return base.response === variant.response && textKey(base) === textKey(variant) ? "" : undefined;
  },
});
