/** Names of the heads from config.json's id2label where it fits the graph, else their numbers. */
export function nameHeads(config: Readonly<Record<string, unknown>>, count: number): readonly string[] {
  const labels = config.id2label;
  const named = typeof labels === "object" && labels !== null ? (labels as Record<string, unknown>) : {};
  const names = Array.from({ length: count }, (_, index) => named[String(index)]);
  const usable =
    Object.keys(named).length === count && names.every((name) => typeof name === "string" && name !== "");
  return usable && new Set(names).size === count ? (names as string[]) : names.map((_, index) => `${index}`);
}
