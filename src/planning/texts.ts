import type { Text } from "../contract.js";

/** Whose text it is, where it is no operator's: the answer as it stands, or that of an operator without a claim. */
export const ANSWER = -1;
export const BESIDE = -2;

/** A text with its key. */
export interface KeyedText {
  readonly key: string;
  readonly text: Text;
}

/** Texts of which the speed and the tokens are measured. */
const SAMPLE = 512;

/**
 * Every distinct text of some data with the items and bands (or ANSWER, BESIDE) that use it. Of the texts themselves only a
 * draw of those that are not scored yet is kept: the lowest keys, which are digests.
 */
export interface Texts {
  /** Characters of each text, prompt included. */
  readonly size: readonly number[];
  readonly scored: readonly boolean[];
  readonly uses: { readonly text: number[]; readonly item: number[]; readonly band: number[] };
  readonly sample: readonly KeyedText[];
}

export function collectTexts(isScored: (key: string) => boolean) {
  const known = new Map<string, number>();
  const size: number[] = [];
  const scored: boolean[] = [];
  const uses: Texts["uses"] = { text: [], item: [], band: [] };
  let sample: KeyedText[] = [];
  const trim = () => {
    sample = sample.sort((a, b) => (a.key < b.key ? -1 : 1)).slice(0, SAMPLE);
  };
  return {
    use(key: string, text: Text, item: number, band: number): void {
      let index = known.get(key);
      if (index === undefined) {
        index = size.length;
        known.set(key, index);
        size.push(sizeOf(text));
        scored.push(isScored(key));
        if (!scored[index]) sample.push({ key, text });
        if (sample.length >= 2 * SAMPLE) trim();
      }
      uses.text.push(index);
      uses.item.push(item);
      uses.band.push(band);
    },
    read(): Texts {
      trim();
      return { size, scored, uses, sample };
    },
  };
}

/** Characters that a model reads: what its tokens are told from, text by text. */
export function sizeOf({ messages, response }: Text): number {
  return messages.reduce((sum, { content }) => sum + content.length, response.length);
}
