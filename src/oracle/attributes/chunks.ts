import type { NameGroup } from "./name-group.js";

/** Names that a model is asked about at once, and characters of them with their reasons: it has to hold them all in mind. */
const MOST_NAMES = 40;
const MOST_CHARACTERS = 8000;

/** The list in as few parts as fit, about as long as each other: in order, or dealt out, so that neighbours part. */
export function chunks(groups: readonly NameGroup[], isDealt: boolean): NameGroup[][] {
  const characters = groups.reduce((sum, { name, why }) => sum + name.length + why.length, 0);
  const parts = Math.max(Math.ceil(groups.length / MOST_NAMES), Math.ceil(characters / MOST_CHARACTERS));
  const many = Math.min(parts, groups.length);
  if (!isDealt) return inParts(groups, many);
  return Array.from({ length: many }, (_, part) => groups.filter((_, index) => index % many === part));
}

/** No part is empty where there are as many elements as parts. */
export function inParts<T>(list: readonly T[], parts: number): T[][] {
  const edge = (part: number) => Math.floor((part * list.length) / parts);
  return Array.from({ length: parts }, (_, part) => list.slice(edge(part), edge(part + 1)));
}
