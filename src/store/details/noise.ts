import type { HeadNoise, Placement } from "../../contract.js";
import type { Ask } from "./ask.js";

interface NoiseRow extends Omit<HeadNoise, "name"> {
  readonly name: string | null;
  readonly sample: string;
}

/** Of the run's own sample of texts; a scorer may have been measured on others too. */
export function readHeadNoise(ask: Ask, sample: string): HeadNoise[] {
  return ask<NoiseRow>("noise")
    .filter((row) => row.sample === sample)
    .map(({ head, name, texts, floor, repeat, batched, padded, cause }) => ({
      ...{ head, name: name ?? "", texts, floor, repeat, batched, padded, cause },
    }));
}

interface PlacementRow extends Omit<Placement, "tokenBudget"> {
  readonly token_budget: number;
}

export function readPlacement(ask: Ask): Placement[] {
  return ask<PlacementRow>("placement").map((row) => ({
    machine: row.machine,
    tokenBudget: row.token_budget,
    threads: row.threads,
    source: row.source,
    texts: row.texts,
    tokens: row.tokens,
    padded: row.padded,
    milliseconds: row.milliseconds,
  }));
}
