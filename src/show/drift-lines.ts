import { wrapFacts } from "../reports/layout/wrap.js";
import type { StoredPair } from "../store/browse/read-pair.js";
import type { Sheet } from "./sheet.js";

/** What the operator moved beside what it meant to: tokens of both texts, then every count that changed. */
export function driftLines({ drift }: StoredPair, { width, paint, sign }: Sheet): string[] {
  if (drift === null) return ["", paint.strong("DRIFT"), "  not measured"];
  const {
    base_tokens: before,
    variant_tokens: after,
    similarity,
    edit_similarity: ordered,
    ...counts
  } = drift;
  const named = Object.entries(counts).map(([name, value]) => ({ name: name.replaceAll("_", " "), value }));
  const moved = named.filter(({ value }) => value !== 0 && value !== null);
  const same = named.filter(({ value }) => value === 0);
  const share = (value: number | null | undefined) =>
    value === null || value === undefined ? [] : [`${(value * 100).toFixed(0)} %`];
  const facts = [
    ...(before === undefined || after === undefined
      ? []
      : [`tokens ${before} → ${after}${times(before, after)}`]),
    ...moved.map(({ name, value }) => `${name} ${value! > 0 ? "+" : "−"}${Math.abs(value!)}`),
    ...share(similarity).map((text) => `words shared ${text}`),
    ...share(ordered).map((text) => `in the same order ${text}`),
  ];
  const still = same.length === 0 ? [] : [`the same: ${same.map(({ name }) => name).join(", ")}`];
  const lines = [...wrapFacts(facts, width - 2), ...wrapFacts(still, width - 2).map(paint.quiet)];
  return ["", paint.strong("DRIFT"), ...lines.map((line) => `  ${sign(line)}`)];
}

function times(before: number | null, after: number | null): string {
  return before === null || after === null || before === 0 ? "" : ` (×${(after / before).toFixed(2)})`;
}
