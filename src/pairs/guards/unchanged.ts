import { defineGuard } from "../../contract.js";
import { textKey } from "../../keys.js";

export default defineGuard({
  name: "unchanged",
  summary: "Base and variant are the same text.",
  refuses: ({ base, variant }) =>
    base.response === variant.response && textKey(base) === textKey(variant) ? "" : undefined,
});
