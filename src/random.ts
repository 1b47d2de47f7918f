import { hash } from "node:crypto";
import { xoroshiro128plusFromState } from "pure-rand/generator/xoroshiro128plus";
import type { Random } from "./contract.js";
import { xoshiro128plus } from "./xoshiro.js";

/**
 * An independent stream for each combination of parts: the same parts give the same numbers on every
 * machine, and no stream depends on how many others were drawn. (xoroshiro128+, Blackman & Vigna 2018,
 * seeded with SHA-256 of the parts.)
 */
export function stream(...parts: readonly (string | number)[]): Random {
  let generator: ReturnType<typeof xoroshiro128plusFromState> | undefined;
  const integer = (below: number): number => {
    if (!(Number.isInteger(below) && below > 0))
      throw new RangeError(`integer(${below}): give a positive integer`);
    return Math.floor(next() * below);
  };
  const next = (): number => {
    // Most streams are drawn from by nobody: their operator does not apply.
    generator ??= xoroshiro128plusFromState(stateOf(parts));
    const high = generator.next() >>> 5;
    const low = generator.next() >>> 6;
    return (high * 67_108_864 + low) / 9_007_199_254_740_992;
  };
  return {
    next,
    integer,
    pick: (list) => {
      if (list.length === 0) throw new RangeError("pick from an empty list");
      return list[integer(list.length)]!;
    },
    shuffle: (list) => {
      const copy = [...list];
      for (let i = copy.length - 1; i > 0; i--) {
        const j = integer(i + 1);
        [copy[i], copy[j]] = [copy[j]!, copy[i]!];
      }
      return copy;
    },
  };
}

/** Whole numbers by the list, for the hundreds of millions of draws of a bootstrap; seeded as above. */
export function indexStream(...parts: readonly (string | number)[]): ReturnType<typeof xoshiro128plus> {
  return xoshiro128plus(stateOf(parts));
}

function stateOf(parts: readonly (string | number)[]): number[] {
  // One character a byte: a buffer takes longer to make than the digest.
  const seed = hash("sha256", JSON.stringify(parts), "binary");
  const byte = (at: number) => seed.charCodeAt(at);
  return [0, 4, 8, 12].map(
    (at) => byte(at) | (byte(at + 1) << 8) | (byte(at + 2) << 16) | (byte(at + 3) << 24),
  );
}
