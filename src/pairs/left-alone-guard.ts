import { defineGuard, type Guard, type LeftAloneKind } from "../contract.js";
import { leftAloneIn, opensAlike, same, touchedName } from "./left-alone.js";

/** The guard that has operators leave something alone unless they say that they touch it. Texts that are paired as they stand are not asked. */
export function leftAloneGuard(kind: LeftAloneKind): Guard {
  return defineGuard({
    name: touchedName(kind),
    summary: `An operator that does not say that it touches ${kind} changed, moved or dropped some.`,
    refuses: ({ augmentation, base, variant }) => {
      if (augmentation.changes === "pairing" || augmentation.touches?.includes(kind)) return undefined;
      const before = leftAloneIn(base, kind);
      if (before.length === 0) return undefined;
      if (!same(before, leftAloneIn(variant, kind))) return "changed or gone";
      if (kind === "reasoning" && !opensAlike(base.response, variant.response)) return "no longer first";
      return undefined;
    },
  });
}
