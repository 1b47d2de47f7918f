import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Token } from "../../contract.js";

interface TokenizerFile {
  readonly model?: {
    readonly vocab?: Readonly<Record<string, number>> | readonly (readonly [string, number])[];
  };
  readonly added_tokens?: readonly {
    readonly id: number;
    readonly content: string;
    readonly special?: boolean;
  }[];
}

/** Looks tokens up by id in the folder's tokenizer.json, which is read at the first question. */
export function openVocabulary(folder: string): (id: number) => Token {
  let known: ReadonlyMap<number, Token> | undefined;
  return (id) => {
    known ??= readVocabulary(folder);
    return known.get(id) ?? { id, piece: "", special: false };
  };
}

function readVocabulary(folder: string): ReadonlyMap<number, Token> {
  const file = JSON.parse(readFileSync(join(folder, "tokenizer.json"), "utf8")) as TokenizerFile;
  const vocab = file.model?.vocab ?? {};
  // Unigram lists [piece, score] in the order of the ids; BPE and WordPiece map piece to id.
  const pieces = Array.isArray(vocab)
    ? vocab.map(([piece], id) => [piece as string, id] as const)
    : Object.entries(vocab as Readonly<Record<string, number>>);
  const tokens = new Map<number, Token>();
  for (const [piece, id] of pieces) tokens.set(id, { id, piece, special: false });
  for (const { id, content, special = false } of file.added_tokens ?? [])
    tokens.set(id, { id, piece: content, special });
  return tokens;
}
