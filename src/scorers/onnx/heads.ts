/**
 * Names of the heads from config.json's id2label where it fits the graph, else their numbers; where the graph calls its
 * output otherwise than `logits`, that name is part of theirs.
 */
export function nameHeads(
  config: Readonly<Record<string, unknown>>,
  count: number,
  output = "logits",
): readonly string[] {
  const labels = config.id2label;
  const named = typeof labels === "object" && labels !== null ? (labels as Record<string, unknown>) : {};
  const names = Array.from({ length: count }, (_, index) => named[String(index)]);
  const usable =
    Object.keys(named).length === count && names.every((name) => typeof name === "string" && name !== "");
  const plain = names.map((_, index) => (count === 1 && output !== "logits" ? "" : `${index}`));
  const own = usable && new Set(names).size === count ? (names as string[]) : plain;
  return output === "logits" ? own : own.map((name) => (name === "" ? output : `${output}.${name}`));
}
