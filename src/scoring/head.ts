import type { ScorerIdentity } from "../contract.js";
import { TareError } from "../errors.js";

/** Index of the head whose logit is the reward: the only one, or the one named (by name or index). Errors: TARE_MODEL_HEADS. */
export function chooseHead(identity: ScorerIdentity, asked: string | undefined): number {
  const { heads } = identity;
  if (asked === undefined && heads.length === 1) return 0;
  const named = asked === undefined ? -1 : heads.indexOf(asked);
  if (named >= 0) return named;
  const index = asked !== undefined && /^\d+$/.test(asked) ? Number(asked) : -1;
  if (index >= 0 && index < heads.length) return index;
  const what = asked === undefined ? `${heads.length} heads and none chosen` : `no head "${asked}"`;
  const list = heads.map((name, at) => `${at} ${name}`).join(", ");
  throw new TareError("TARE_MODEL_HEADS", `${what}; heads: ${list}`, { where: identity.name });
}
