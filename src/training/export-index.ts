import type { DigestKind } from "./digests.js";

/** Which exports hold a digest, by their numbers in the database. */
export interface ExportIndex {
  exportsOf(kind: DigestKind, digest: string): readonly number[];
}

/** Several indexes as one. */
export function joinIndexes(indexes: readonly ExportIndex[]): ExportIndex {
  return {
    exportsOf: (kind, digest) => indexes.flatMap((index) => index.exportsOf(kind, digest)),
  };
}

/** Digests of one export that lie in memory. */
export function indexOfSet(exported: number, digests: ReadonlySet<string>): ExportIndex {
  const found = [exported];
  return { exportsOf: (kind, digest) => (digests.has(setKey(kind, digest)) ? found : []) };
}

export function setKey(kind: DigestKind, digest: string): string {
  return `${kind[0]}${digest}`;
}
