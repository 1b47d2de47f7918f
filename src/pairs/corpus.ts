import type { Corpus, Text } from "../contract.js";

/** A text that may be borrowed by pairs of other prompts. */
export interface Donor {
  readonly promptKey: string;
  readonly text: Text;
}

/** What decides which donor a pair gets. */
export interface Borrower {
  readonly seed: number;
  readonly augmentation: string;
  readonly item: string;
  readonly promptKey: string;
}

/**
 * Rendezvous hashing (Thaler & Ravishankar 1998, highest random weight): each pair takes the donor with
 * the highest hash of (pair, donor). Adding or removing a donor changes only the pairs that take it.
 */
export function corpusFor(borrower: Borrower, donors: readonly Donor[]): Corpus {
  return {
    donor: () => {
      const weight = hash32(JSON.stringify([borrower.seed, borrower.augmentation, borrower.item]), 0);
      const keys = donorHashes(donors);
      let best: Donor | undefined;
      let highest = -1;
      for (const [index, donor] of donors.entries()) {
        if (donor.promptKey === borrower.promptKey) continue;
        const score = finish(keys[index]! ^ weight);
        // Equal hashes (1 in 4 x 10^9) fall to the smaller key, so that the order of donors plays no part.
        if (score > highest || (score === highest && donor.promptKey < best!.promptKey)) {
          best = donor;
          highest = score;
        }
      }
      return best?.text;
    },
  };
}

const hashed = new WeakMap<readonly Donor[], Int32Array>();

function donorHashes(donors: readonly Donor[]): Int32Array {
  const known = hashed.get(donors);
  if (known !== undefined) return known;
  const hashes = Int32Array.from(donors, ({ promptKey }) => hash32(promptKey, 1));
  hashed.set(donors, hashes);
  return hashes;
}

/** FNV-1a over UTF-16 units, started apart for donors and pairs. */
function hash32(text: string, salt: number): number {
  let hash = 0x811c9dc5 ^ salt;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 0;
}

/** MurmurHash3's 32-bit finaliser: every input bit reaches every output bit. Unsigned. */
function finish(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
