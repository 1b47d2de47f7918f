import { defineGuard } from "../../contract.js";
import { changedPart } from "../changed-part.js";

/** Two pairs with one variant would count the same evidence twice; a variant equal to another answer has that answer's label. */
export default defineGuard({
  name: "duplicate",
  summary: "The variant is another response of the item, or was already made from it by the same operator.",
  refuses: ({ augmentation, variant }, { seen }) =>
    // Pairings compare the item's own answers on purpose.
    augmentation.changes !== "pairing" && seen.has(changedPart(variant, augmentation)) ? "" : undefined,
});
