import type { Item, ModelDescription, Prepared, Scorer, Text } from "../contract.js";
import { TareError } from "../errors.js";
import { textKey } from "../keys.js";
import { type Around, stopIfAborted } from "../stages/around.js";
import type { Drawn } from "./draw-items.js";

/** What reading the drawn texts found. */
export interface DataFacts {
  readonly items: number;
  readonly of: number;
  readonly texts: number;
  /** Tokens before anything is cut. */
  readonly tokens: { readonly median: number; readonly longest: number };
  /** Texts that lose tokens, and the most that one of them loses. */
  readonly cut: { readonly texts: number; readonly most: number };
  /** Texts that the template refuses, and the first of its reasons. */
  readonly refused: { readonly texts: number; readonly first: string };
}

interface Length {
  /** Tokens that are fed. */
  readonly tokens: number;
  readonly truncated: boolean;
  /** Tokens before anything is cut, where that is known. */
  readonly whole?: number;
}

/** How long texts are, and what is cut off them. */
export function lengthFacts(
  lengths: readonly Length[],
  drawn: { readonly items: number; readonly of: number },
): DataFacts {
  const sorted = lengths.map(({ tokens, whole = tokens }) => whole).sort((a, b) => a - b);
  const most = lengths.reduce((longest, { tokens, whole = tokens }) => Math.max(longest, whole - tokens), 0);
  return {
    ...drawn,
    texts: lengths.length,
    tokens: { median: sorted[Math.floor(sorted.length / 2)] ?? 0, longest: sorted.at(-1) ?? 0 },
    cut: { texts: lengths.filter(({ truncated }) => truncated).length, most },
    refused: { texts: 0, first: "" },
  };
}

/** A response of the drawn items, ready to be scored. */
export interface ReadyText {
  readonly item: Item;
  readonly role: string;
  readonly prepared: Prepared;
}

/** Tokenises every response of the drawn items; one that the template refuses is counted and left out. */
export async function readTexts(
  scorer: Scorer,
  { items, of }: Drawn,
  around: Around,
): Promise<{ readonly facts: DataFacts; readonly ready: readonly ReadyText[] }> {
  const description = scorer.describe?.();
  const ready: ReadyText[] = [];
  const lengths: Length[] = [];
  const refusals: string[] = [];
  for (const item of items) {
    await stopIfAborted(around.signal, "reading the texts");
    for (const { role, text: response } of item.responses) {
      const text = { messages: item.prompt, response };
      const prepared = prepareOrRefuse(scorer, text);
      if (typeof prepared === "string") {
        refusals.push(`item ${item.id}: ${prepared}`);
        continue;
      }
      const { tokens, truncated } = prepared;
      lengths.push({ tokens, truncated, whole: wholeLength(description, prepared) });
      ready.push({ item, role, prepared });
    }
  }
  const drawn = lengthFacts(lengths, { items: items.length, of });
  const refused = { texts: refusals.length, first: refusals[0] ?? "" };
  const facts = { ...drawn, texts: drawn.texts + refused.texts, refused };
  return { facts, ready };
}

function prepareOrRefuse(scorer: Scorer, text: Text): Prepared | string {
  try {
    return scorer.prepare(textKey(text), text);
  } catch (error) {
    if (error instanceof TareError && error.code === "TARE_MODEL_TEMPLATE") return error.message;
    throw error;
  }
}

function wholeLength(
  description: ModelDescription | undefined,
  { text, tokens, truncated }: Prepared,
): number {
  return truncated && description !== undefined ? description.read(text).ids.length : tokens;
}
