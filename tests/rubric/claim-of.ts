import type { Claim } from "../../src/contract.js";

/** A gated claim on a spurious attribute. */
export function claimOf(
  metric: Claim["metric"],
  comparison: Claim["comparison"],
  bound: number,
  more: Partial<Claim> = {},
): Claim {
  const id = `length/${metric}`;
  const kind = "spurious";
  return { id, kind, attribute: "length", metric, comparison, bound, severity: "error", why: "w", ...more };
}
