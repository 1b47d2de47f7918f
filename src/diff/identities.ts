import type { ScorerIdentity } from "../contract.js";

/** A scorer as it stood in a run: everything that changes its numbers, and which head is the reward. */
export interface ScorerSide extends ScorerIdentity {
  readonly key: string;
  readonly reward: string;
}

export interface IdentityDifference {
  readonly field: string;
  readonly a: string;
  readonly b: string;
}

const FIELDS = [
  ...(["name", "kind", "architecture", "dtype", "provider", "input", "maxLength"] as const),
  ...(["truncation", "batching", "reward"] as const),
];

/** What differs between two scorers' keys (the name is in no key), file by file: a digest's beginning, or — where it is missing. */
export function identityDifferences(a: ScorerSide, b: ScorerSide): IdentityDifference[] {
  const fields = FIELDS.map((field) => ({ field, a: String(a[field]), b: String(b[field]) }));
  const heads = { field: "heads", a: a.heads.join(", "), b: b.heads.join(", ") };
  const names = [...new Set([...Object.keys(a.files), ...Object.keys(b.files)])].sort();
  const files = names.map((name) => ({
    field: `file ${name}`,
    a: a.files[name]?.slice(0, 12) ?? "—",
    b: b.files[name]?.slice(0, 12) ?? "—",
  }));
  return [...fields, heads, ...files].filter((one) => one.a !== one.b);
}
