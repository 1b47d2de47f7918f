/** Lists of the elements that share a label, in the order of the labels (by code units). */
export function groupsOf<T>(list: readonly T[], label: (element: T, i: number) => string): T[][] {
  const members = new Map<string, T[]>();
  list.forEach((element, i) => {
    const name = label(element, i);
    const known = members.get(name);
    if (known) known.push(element);
    else members.set(name, [element]);
  });
  return [...members].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, elements]) => elements);
}
