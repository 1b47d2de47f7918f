import { defineGuard } from "../../contract.js";
import { textKey } from "../../keys.js";

export default defineGuard({
  name: "unchanged",
  summary: "Base and variant are the same text.",
  refuses: ({ base, variant }) => (textKey(base) === textKey(variant) ? "" : undefined),
});
