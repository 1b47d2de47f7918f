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
  const lengths: number[] = [];
  const refusals: string[] = [];
  let most = 0;
  for (const item of items) {
    await stopIfAborted(around.signal, "reading the texts");
    for (const { role, text: response } of item.responses) {
      const text = { messages: item.prompt, response };
      const prepared = prepareOrRefuse(scorer, text);
      if (typeof prepared === "string") {
        refusals.push(`item ${item.id}: ${prepared}`);
        continue;
      }
      const whole = wholeLength(description, prepared);
      most = Math.max(most, whole - prepared.tokens);
      lengths.push(whole);
      ready.push({ item, role, prepared });
    }
  }
  const sorted = lengths.sort((a, b) => a - b);
  const facts = {
    items: items.length,
    of,
    texts: lengths.length + refusals.length,
    tokens: { median: sorted[Math.floor(sorted.length / 2)] ?? 0, longest: sorted.at(-1) ?? 0 },
    cut: { texts: ready.filter(({ prepared }) => prepared.truncated).length, most },
    refused: { texts: refusals.length, first: refusals[0] ?? "" },
  };
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
