import type { Message, Progress, Text } from "../../src/contract.js";
import { textKey } from "../../src/keys.js";
import type { ScoreRow, ScoringSink, TextRow } from "../../src/scoring/score-texts.js";
import { inKeyOrder } from "../../src/scoring/text-windows.js";

export const silent: Progress = { update: () => {}, say: () => {}, end: () => {} };

export interface MemorySink extends ScoringSink {
  /** Batches as they were written. */
  readonly batches: (readonly ScoreRow[])[];
  readonly rows: () => readonly ScoreRow[];
  readonly texts: readonly TextRow[];
}

/** A sink in memory: texts in key order, scores in order of writing. `afterWrite` sees the number of batches so far. */
export function memorySink(
  texts: readonly Text[],
  afterWrite: (batches: number) => void = () => {},
): MemorySink {
  const batches: (readonly ScoreRow[])[] = [];
  const sorted = texts
    .map((text): TextRow => ({ key: textKey(text), text, tokens: undefined }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  return {
    batches,
    texts: sorted,
    rows: () => batches.flat(),
    read: () =>
      inKeyOrder((after, size) => {
        const tokens = new Map(batches.flat().map((row) => [row.text, row.tokens]));
        const rows = sorted.filter(({ key }) => key > after).slice(0, size);
        return rows.map((row) => ({ ...row, tokens: tokens.get(row.key) }));
      }),
    write: (batch) => {
      batches.push(batch);
      afterWrite(batches.length);
    },
  };
}

/** `count` different texts of 1 to 60 words, the same every time. */
export function someTexts(count: number): Text[] {
  const words = ["water", "the", "tomato", "early", "in", "morning", "because", "leaves", "curl", "slowly"];
  const messages: readonly Message[] = [{ role: "user", content: "How do I grow tomatoes?" }];
  return Array.from({ length: count }, (_, index) => {
    const length = 1 + ((index * 37) % 60);
    const response = Array.from({ length }, (_, at) => words[(index * 7 + at * 3) % words.length]);
    return { messages, response: `${index} ${response.join(" ")}.` };
  });
}
