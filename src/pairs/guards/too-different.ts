import { defineGuard } from "../../contract.js";
import { changedPart } from "../changed-part.js";
import { similarity } from "../drift.js";

export default defineGuard({
  name: "too-different",
  summary: "Base and variant share fewer tokens than the operator's minimumSimilarity.",
  refuses: ({ augmentation, base, variant }) => {
    const minimum = augmentation.minimumSimilarity;
    if (minimum === undefined) return undefined;
    const share = similarity(changedPart(base, augmentation), changedPart(variant, augmentation));
    return share < minimum ? `similarity ${share.toFixed(3)} below ${minimum}` : undefined;
  },
});
