import { digestOf } from "../keys.js";

/** Prompts in the order in which a seed takes donors from them. */
export function donorRank(seed: number, promptKey: string): number {
  return Number.parseInt(digestOf(["donor", seed, promptKey]).slice(0, 12), 16);
}
