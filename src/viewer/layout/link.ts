/** An address of the viewer with these parameters, those that are undefined left out. */
export function linkTo(
  path: string,
  parameters: Readonly<Record<string, string | number | true | undefined>>,
): string {
  const given = Object.entries(parameters).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, value === true ? "1" : String(value)]],
  );
  const query = new URLSearchParams(given).toString();
  return query === "" ? path : `${path}?${query}`;
}

/** An address of a thing that is named in the path. */
export const pathTo = (kind: "run" | "pair" | "item" | "queries", name: string): string =>
  `/${kind}/${encodeURIComponent(name)}`;
